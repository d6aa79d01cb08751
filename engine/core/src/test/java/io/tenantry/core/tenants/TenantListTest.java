package io.tenantry.core.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.blueprints.VersionRange;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantFilter.Sort;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.access.Scope;
import io.tenantry.core.access.Tier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of tenants: filters, orders, pages, scopes, and their plans for many tenants. */
class TenantListTest {
  @TempDir Path data;
  private Fleet fleet;

  /** What differs from the default filter. */
  private record Wish(
      boolean trash,
      Optional<String> search,
      Optional<TenantStatus> status,
      Optional<String> blueprint,
      Optional<VersionRange> version,
      Sort sort) {
    static Wish sorted(Sort sort) {
      return new Wish(
          false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), sort);
    }

    static Wish search(String text) {
      return new Wish(
          false,
          Optional.of(text),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Sort.CREATED);
    }

    static Wish status(TenantStatus status) {
      return new Wish(
          false,
          Optional.empty(),
          Optional.of(status),
          Optional.empty(),
          Optional.empty(),
          Sort.ID);
    }

    static Wish version(String blueprint, Version version) {
      return new Wish(
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.of(blueprint),
          Optional.of(VersionRange.of(version)),
          Sort.CREATED);
    }

    TenantFilter filter() {
      return new TenantFilter(
          trash,
          search,
          status,
          blueprint.map(WorkspaceName::new),
          version,
          Optional.empty(),
          sort);
    }
  }

  @BeforeEach
  void open() {
    fleet =
        new Fleet(data)
            .blueprint("shop", "CREATE TABLE users (id INTEGER PRIMARY KEY)")
            .blueprint("crm", "CREATE TABLE leads (id INTEGER PRIMARY KEY)");
    fleet.createMany(List.of("delta", "alpha", "charlie"), "shop");
    fleet.version("shop", "CREATE TABLE orders (id INTEGER PRIMARY KEY)");
    fleet.create("bravo", "shop");
    fleet.create("echo", "crm");
    fleet.create("alpha", "crm");
    fleet.tenants().suspend(new TenantId("charlie"));
    fleet.create("gone", "shop");
    fleet.tenants().delete(new TenantId("gone"), false);
  }

  @AfterEach
  void close() {
    fleet.close();
  }

  @Test
  void sortsByCreationAndId() {
    assertThat(names(Wish.sorted(Sort.CREATED)))
        .containsExactly("delta", "alpha", "charlie", "bravo", "echo");
    assertThat(names(Wish.sorted(Sort.CREATED_DESC)))
        .containsExactly("echo", "bravo", "charlie", "alpha", "delta");
    assertThat(names(Wish.sorted(Sort.ID)))
        .containsExactly("alpha", "bravo", "charlie", "delta", "echo");
    assertThat(names(Wish.sorted(Sort.ID_DESC)))
        .containsExactly("echo", "delta", "charlie", "bravo", "alpha");
  }

  @Test
  void filters() {
    assertThat(names(Wish.search("LT"))).containsExactly("delta");
    assertThat(names(Wish.search("%"))).isEmpty();
    assertThat(names(Wish.status(TenantStatus.SUSPENDED))).containsExactly("charlie");
    assertThat(names(Wish.status(TenantStatus.DELETED))).containsExactly("gone");
    assertThat(names(Wish.version("shop", new Version(1, 2)))).containsExactly("bravo");
    assertThat(names(Wish.version("crm", new Version(1, 1)))).containsExactly("alpha", "echo");
    assertThat(names(Wish.version("shop", new Version(2, 1)))).isEmpty();
    assertThat(names(TenantFilter.of(new WorkspaceName("crm")))).containsExactly("alpha", "echo");
    assertThat(names(TenantFilter.of(new WorkspaceName("unknown")))).isEmpty();
  }

  @Test
  void pagesThroughEveryOrder() {
    for (Sort sort : Sort.values()) {
      TenantFilter filter = Wish.sorted(sort).filter();
      List<String> paged = new ArrayList<>();
      Page<Tenant> page = fleet.tenants().list(filter, PageRequest.first(2));
      while (true) {
        page.items().forEach(tenant -> paged.add(tenant.tenantId().value()));
        assertThat(page.total()).isEqualTo(5);
        if (page.nextCursor().isEmpty()) {
          break;
        }
        page = fleet.tenants().list(filter, PageRequest.after(page.nextCursor().get(), 2));
      }
      assertThat(paged).isEqualTo(names(filter));
    }
  }

  @Test
  void refusesCursorsOfOtherLists() {
    String byId =
        fleet
            .tenants()
            .list(Wish.sorted(Sort.ID).filter(), PageRequest.first(1))
            .nextCursor()
            .orElseThrow();

    for (String cursor : List.of(byId, "?", "AAAA")) {
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> fleet.tenants().list(TenantFilter.none(), PageRequest.after(cursor, 1)))
          .withMessage("Invalid cursor: " + cursor);
    }
  }

  @Test
  void showsOnlyWhatIsInScope() {
    Caller crm = reader(new Scope(ScopeType.WORKSPACE, List.of("crm")));
    Caller two = reader(new Scope(ScopeType.TENANT, List.of("bravo", "echo", "never")));

    List<Tenant> ofCrm = fleet.tenants(crm).list(TenantFilter.none(), PageRequest.all()).items();
    assertThat(ofCrm)
        .extracting(tenant -> tenant.tenantId().value())
        .containsExactly("alpha", "echo");
    assertThat(ofCrm)
        .allSatisfy(
            tenant ->
                assertThat(tenant.databases())
                    .extracting(database -> database.blueprint().value())
                    .containsExactly("crm"));
    assertThat(fleet.tenants(two).list(TenantFilter.none(), PageRequest.all()).items())
        .extracting(tenant -> tenant.tenantId().value())
        .containsExactly("bravo", "echo");
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> fleet.tenants(two).get(new TenantId("alpha")))
        .withMessage("credential scoped to tenants [bravo, echo, never], attempted \"alpha\"");
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> fleet.tenants(crm).get(new TenantId("bravo")))
        .withMessage("credential scoped to workspaces [crm], attempted \"bravo\"");
  }

  @Test
  void listsHaveNoConnections() {
    assertThat(fleet.tenants().list(TenantFilter.none(), PageRequest.all()).items())
        .allSatisfy(
            tenant ->
                assertThat(tenant.databases())
                    .isNotEmpty()
                    .allSatisfy(database -> assertThat(database.connection()).isEmpty()));
  }

  @Test
  void pagesWalkAnIndexWithoutSorting() {
    for (Sort sort : Sort.values()) {
      assertThat(plan(search(Wish.sorted(sort)).page(PageRequest.first(50))))
          .as("%s", sort)
          .singleElement()
          .asString()
          .startsWith("SEARCH t USING INDEX ");
    }
  }

  @Test
  void whatStandsBeforeAPositionIsPassedOverInsideAnIndex() {
    for (Sort sort : Sort.values()) {
      TenantSearch search = search(Wish.sorted(sort));
      assertThat(plan(search.page(PageRequest.at(90_000, 50))))
          .as("%s", sort)
          .anyMatch(step -> step.startsWith("SEARCH t USING COVERING INDEX " + indexOf(sort)))
          .contains("SEARCH t USING INTEGER PRIMARY KEY (rowid=?)");
      assertThat(plan(search.before(new TenantOrder.Place(5, "bravo", "ready"))))
          .as("%s", sort)
          .singleElement()
          .asString()
          .contains("USING COVERING INDEX");
    }
  }

  @Test
  void countsStayInsideAnIndex() {
    for (Wish wish :
        List.of(
            Wish.sorted(Sort.ID),
            Wish.status(TenantStatus.READY),
            Wish.search("77"),
            Wish.version("shop", new Version(1, 1)))) {
      assertThat(plan(search(wish).total()))
          .as("%s", wish)
          .filteredOn(step -> step.startsWith("SEARCH t ") || step.startsWith("SEARCH d "))
          .isNotEmpty()
          .allMatch(step -> step.contains("COVERING INDEX"));
    }
  }

  @Test
  void aTotalIsCountedAgainOnlyAfterAWrite() {
    TenantTotals totals = new TenantTotals(fleet.catalog);
    TenantSearch.Statement wanted = search(Wish.sorted(Sort.ID)).total();
    AtomicInteger counts = new AtomicInteger();

    for (int time = 0; time < 3; time++) {
      assertThat(totals.now().of(wanted, () -> 40 + counts.incrementAndGet())).isEqualTo(41);
    }
    fleet.tenants().resume(new TenantId("charlie"));
    assertThat(totals.now().of(wanted, () -> 40 + counts.incrementAndGet())).isEqualTo(42);
    assertThat(
            totals.now().of(search(Wish.search("a")).total(), () -> 40 + counts.incrementAndGet()))
        .isEqualTo(43);
  }

  private static TenantSearch search(Wish wish) {
    return new TenantSearch(Fleet.PROJECT, Scope.PROJECT, wish.filter());
  }

  private static String indexOf(Sort sort) {
    return switch (sort) {
      case CREATED, CREATED_DESC -> "tenant_project";
      case ID, ID_DESC -> "tenant_name";
      case STATUS, STATUS_DESC -> "tenant_status";
    };
  }

  private List<String> plan(TenantSearch.Statement statement) {
    return fleet.catalog.read(
        handle ->
            handle
                .createQuery("EXPLAIN QUERY PLAN " + statement.sql())
                .configure(SqlStatements.class, each -> each.setUnusedBindingAllowed(true))
                .bindMap(statement.values())
                .map((row, _) -> row.getString("detail"))
                .list());
  }

  private static Caller reader(Scope scope) {
    return Fleet.caller(Role.READ, scope, Tier.ENTERPRISE);
  }

  private List<String> names(Wish wish) {
    return names(wish.filter());
  }

  private List<String> names(TenantFilter filter) {
    return fleet.tenants().list(filter, PageRequest.all()).items().stream()
        .map(tenant -> tenant.tenantId().value())
        .toList();
  }
}
