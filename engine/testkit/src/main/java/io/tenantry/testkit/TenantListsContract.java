package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Project;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.blueprints.VersionRange;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantConcern;
import io.tenantry.contract.tenants.TenantCounts;
import io.tenantry.contract.tenants.TenantCounts.OfBlueprint;
import io.tenantry.contract.tenants.TenantCounts.OfVersion;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantFilter.Sort;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantPosition;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.tenants.Tenants;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What lists of tenants must do: filters, orders, pages, positions. */
public abstract class TenantListsContract extends ContractSuite {

  @Test
  void pagesFollowEachOtherToTheEnd() {
    TestProject project = project();
    List<String> ids = twentyFive(project);

    assertThat(paged(project.admin(), TenantFilter.none(), 10)).isEqualTo(ids);
    assertThat(paged(project.admin(), sorted(Sort.CREATED_DESC), 7)).isEqualTo(ids.reversed());
    assertThat(paged(project.admin(), sorted(Sort.ID), 25))
        .isEqualTo(ids.stream().sorted().toList());
    assertThat(paged(project.admin(), sorted(Sort.ID_DESC), 1))
        .isEqualTo(ids.stream().sorted().toList().reversed());
    assertRefused(
        ErrorCode.BAD_REQUEST,
        () ->
            project.admin().tenants().list(TenantFilter.none(), PageRequest.after("nonsense", 5)));
  }

  @Test
  void pagesBeginAtAnyPosition() {
    TestProject project = project();
    twentyFive(project);
    project.admin().tenants().suspend(new TenantId("t3"));
    project.admin().tenants().suspend(new TenantId("t12"));

    for (Sort sort : Sort.values()) {
      List<String> all = ids(project, sorted(sort));
      for (int offset : List.of(0, 1, 13, 24, 25, 400)) {
        Page<Tenant> page = project.admin().tenants().list(sorted(sort), PageRequest.at(offset, 7));
        int from = Math.min(offset, 25);
        assertThat(names(page)).isEqualTo(all.subList(from, Math.min(from + 7, 25)));
        assertThat(page.total()).isEqualTo(25);
        assertThat(page.nextCursor().isPresent()).isEqualTo(offset + 7 < 25);
      }
      assertThat(paged(project.admin(), sorted(sort), 9)).isEqualTo(all);
    }
  }

  @Test
  void cursorsGoOnBehindAPosition() {
    TestProject project = project();
    List<String> ids = twentyFive(project);
    Tenants tenants = project.admin().tenants();

    Page<Tenant> page = tenants.list(TenantFilter.none(), PageRequest.at(10, 5));
    Page<Tenant> next =
        tenants.list(TenantFilter.none(), PageRequest.after(page.nextCursor().orElseThrow(), 5));

    assertThat(names(next)).isEqualTo(ids.subList(15, 20));
  }

  @Test
  void positionsAreThoseOfTheFilteredAndOrderedList() {
    TestProject project = project();
    twentyFive(project);
    project.admin().tenants().suspend(new TenantId("t3"));
    project.admin().tenants().suspend(new TenantId("t12"));
    project.admin().tenants().delete(new TenantId("t14"), false);

    for (Sort sort : Sort.values()) {
      for (TenantFilter filter :
          List.of(
              sorted(sort),
              filter("1", null, null, null).sortedBy(sort),
              filter(null, TenantStatus.SUSPENDED, null, null).sortedBy(sort))) {
        List<String> all = ids(project, filter);
        for (String id : List.of("t3", "t12", "t14", "t20", "t21")) {
          assertThat(project.admin().tenants().position(filter, new TenantId(id)))
              .as("%s in %s", id, filter)
              .isEqualTo(position(all, all.indexOf(id)));
        }
        int first =
            IntStream.range(0, all.size())
                .filter(index -> all.get(index).startsWith("t1"))
                .findFirst()
                .orElse(-1);
        assertThat(project.admin().tenants().firstStartingWith(filter, "T1"))
            .as("first in %s", filter)
            .isEqualTo(position(all, first));
      }
    }
    assertThat(project.admin().tenants().firstStartingWith(TenantFilter.none(), "zzz")).isEmpty();
    assertRefused(
        ErrorCode.BAD_REQUEST,
        () -> project.admin().tenants().firstStartingWith(TenantFilter.none(), " "));
  }

  @Test
  void statusesStandTogether() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenants(main, "a", "b", "c", "d");
    project.admin().tenants().suspend(new TenantId("a"));
    project.admin().tenants().suspend(new TenantId("c"));

    assertThat(ids(project, sorted(Sort.STATUS))).containsExactly("b", "d", "a", "c");
    assertThat(ids(project, sorted(Sort.STATUS_DESC))).containsExactly("c", "a", "d", "b");
  }

  @Test
  void totalsFollowWhatIsWritten() {
    TestProject project = project();
    twentyFive(project);
    Tenants tenants = project.admin().tenants();
    TenantFilter ready = filter(null, TenantStatus.READY, null, null);

    assertThat(tenants.list(ready, PageRequest.at(20, 3)).total()).isEqualTo(25);
    assertThat(tenants.list(ready, PageRequest.at(3, 3)).total()).isEqualTo(25);
    tenants.suspend(new TenantId("t8"));
    assertThat(tenants.list(ready, PageRequest.at(3, 3)).total()).isEqualTo(24);
    tenants.delete(new TenantId("t9"), false);
    assertThat(tenants.list(ready, PageRequest.first(3)).total()).isEqualTo(23);
    assertThat(tenants.list(TenantFilter.none(), PageRequest.first(3)).total()).isEqualTo(24);
  }

  @Test
  void filtersNarrowTheList() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    WorkspaceName blog = project.workspaceFrom("blog", "blog");
    project.tenants(main, "wayne", "globex");
    project.tenants(blog, "wayland", "stark_");
    project.tenants(blog, "stark");
    project.design(main, "CREATE TABLE more (a)");
    project.tenants(main, "newest");
    project.admin().tenants().suspend(new TenantId("globex"));
    project.admin().tenants().delete(new TenantId("stark"), false);

    assertThat(ids(project, filter("WAY", null, null, null))).containsExactly("wayne", "wayland");
    assertThat(ids(project, filter(" lAnd  way ", null, null, null))).containsExactly("wayland");
    assertThat(ids(project, filter(null, TenantStatus.SUSPENDED, null, null)))
        .containsExactly("globex");
    assertThat(ids(project, filter(null, TenantStatus.DELETED, null, null)))
        .containsExactly("stark");
    assertThat(ids(project, TenantFilter.of(main))).containsExactly("wayne", "globex", "newest");
    assertThat(ids(project, filter("no%such_", null, null, null))).isEmpty();
  }

  @Test
  void versionsAreFilteredByRange() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenants(main, "first");
    project.design(main, "CREATE TABLE more (a)");
    project.tenants(main, "second");
    project.design(main, "CREATE TABLE most (a)");
    project.tenants(main, "third");

    assertThat(ids(project, version("1.2"))).containsExactly("second");
    assertThat(ids(project, version("<1.2"))).containsExactly("first");
    assertThat(ids(project, version("<=1.2"))).containsExactly("first", "second");
    assertThat(ids(project, version(">1.2"))).containsExactly("third");
    assertThat(ids(project, version(">=1.2"))).containsExactly("second", "third");
    assertThat(ids(project, version("<2.0"))).containsExactly("first", "second", "third");
    assertThat(ids(project, version(">2.0"))).isEmpty();
    assertThat(ids(project, filter(null, null, main, VersionRange.parse("<1.3"))))
        .containsExactly("first", "second");
    assertThat(
            names(
                project
                    .admin()
                    .tenants()
                    .list(version("<=1.3").sortedBy(Sort.ID_DESC), PageRequest.at(1, 5))))
        .containsExactly("second", "first");
  }

  @Test
  void countsAreTheTotalsOfTheirLists() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    WorkspaceName blog = project.workspaceFrom("blog", "blog");
    project.tenants(main, "old", "older", "gone");
    project.design(main, "CREATE TABLE more (a)");
    project.tenants(main, "second");
    project.design(main, "CREATE TABLE most (a)");
    project.tenants(main, "third", "fourth");
    project.tenants(blog, "third");
    project.tenant("third", blog);
    project.admin().tenants().suspend(new TenantId("old"));
    project.admin().tenants().suspend(new TenantId("third"));
    project.admin().tenants().delete(new TenantId("gone"), false);

    TenantCounts counts = project.admin().tenants().counts();

    assertThat(counts.tenants()).isEqualTo(5);
    assertThat(counts.in(TenantStatus.SUSPENDED)).isEqualTo(2);
    assertThat(counts.in(TenantStatus.READY)).isEqualTo(3);
    assertThat(counts.with(TenantConcern.BEHIND)).isEqualTo(3);
    assertThat(counts.blueprints())
        .containsExactly(
            new OfBlueprint(blog, version11(), List.of(new OfVersion(version11(), 1))),
            new OfBlueprint(
                main,
                Version.parse("1.3"),
                List.of(
                    new OfVersion(Version.parse("1.3"), 2),
                    new OfVersion(Version.parse("1.2"), 1),
                    new OfVersion(version11(), 2))));
    assertThat(counts.blueprints().getLast().behind()).isEqualTo(3);
    assertThat(ids(project, TenantFilter.of(TenantConcern.BEHIND)))
        .containsExactly("old", "older", "second");
    assertTotals(project.admin(), counts);
  }

  @Test
  void whatADeploymentFailedOnIsToBeLookedAtUntilOneComesThrough() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)");
    project.tenants(main, "a", "b", "c");
    TenantId b = new TenantId("b");
    project.run(b, main, "INSERT INTO users (name) VALUES ('twice'), ('twice')");
    project.design(main, "CREATE UNIQUE INDEX users_name ON users (name)");
    project.deploy(main);

    assertThat(ids(project, TenantFilter.of(TenantConcern.FAILED))).containsExactly("b");
    assertThat(ids(project, TenantFilter.of(TenantConcern.FAILED).in(TenantStatus.SUSPENDED)))
        .isEmpty();
    assertTotals(project.admin(), project.admin().tenants().counts());
    for (Sort sort : Sort.values()) {
      TenantFilter failed = TenantFilter.of(TenantConcern.FAILED).sortedBy(sort);
      assertThat(project.admin().tenants().position(failed, b))
          .map(TenantPosition::position)
          .contains(0L);
      assertThat(names(project.admin().tenants().list(failed, PageRequest.at(0, 5))))
          .containsExactly("b");
    }

    project.run(b, main, "DELETE FROM users");
    project.deploy(main);

    assertThat(ids(project, TenantFilter.of(TenantConcern.FAILED))).isEmpty();
    assertThat(project.admin().tenants().counts().with(TenantConcern.FAILED)).isZero();
  }

  @Test
  void countsAreThoseOfTheScope() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    WorkspaceName blog = project.workspaceFrom("blog", "blog");
    project.tenants(main, "one", "two");
    project.tenants(blog, "three");
    project.tenant("two", blog);
    project.design(main, "CREATE TABLE more (a)");

    Project ofBlog = project.as(Role.READ, ScopeType.WORKSPACE, "blog");
    Project ofOne = project.as(Role.READ, ScopeType.TENANT, "one");

    TenantCounts blogs = ofBlog.tenants().counts();
    assertThat(blogs.tenants()).isEqualTo(2);
    assertThat(blogs.with(TenantConcern.BEHIND)).isZero();
    assertThat(blogs.blueprints()).extracting(OfBlueprint::blueprint).containsExactly(blog);
    assertTotals(ofBlog, blogs);
    TenantCounts ones = ofOne.tenants().counts();
    assertThat(ones.tenants()).isEqualTo(1);
    assertThat(ones.with(TenantConcern.BEHIND)).isEqualTo(1);
    assertThat(ones.blueprints()).extracting(OfBlueprint::blueprint).containsExactly(main);
    assertThat(ones.blueprints().getFirst().tenants()).isEqualTo(1);
    assertTotals(ofOne, ones);
  }

  /** Asks the lists for everything that was counted. */
  private static void assertTotals(Project project, TenantCounts counts) {
    assertThat(total(project, TenantFilter.none())).isEqualTo(counts.tenants());
    for (TenantStatus status : TenantStatus.values()) {
      if (status != TenantStatus.DELETED) {
        assertThat(total(project, TenantFilter.none().in(status)))
            .as("%s", status)
            .isEqualTo(counts.in(status));
      }
    }
    for (TenantConcern concern : TenantConcern.values()) {
      assertThat(total(project, TenantFilter.of(concern)))
          .as("%s", concern)
          .isEqualTo(counts.with(concern));
    }
    for (OfBlueprint blueprint : counts.blueprints()) {
      assertThat(total(project, TenantFilter.of(blueprint.blueprint())))
          .as("%s", blueprint)
          .isEqualTo(blueprint.tenants());
      for (OfVersion each : blueprint.versions()) {
        VersionRange only = VersionRange.parse(each.version().toString());
        assertThat(total(project, filter(null, null, blueprint.blueprint(), only)))
            .as("%s of %s", each, blueprint)
            .isEqualTo(each.tenants());
      }
    }
  }

  private static long total(Project project, TenantFilter filter) {
    return project.tenants().list(filter, PageRequest.at(0, 1)).total();
  }

  private static Version version11() {
    return new Version(1, 1);
  }

  private static List<String> twentyFive(TestProject project) {
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    List<String> ids = IntStream.range(0, 25).mapToObj(i -> "t" + (i * 7 % 25)).toList();
    project.tenants(main, ids.toArray(String[]::new));
    return ids;
  }

  private static TenantFilter filter(
      @Nullable String search,
      @Nullable TenantStatus status,
      @Nullable WorkspaceName blueprint,
      @Nullable VersionRange version) {
    return new TenantFilter(
        false,
        Optional.ofNullable(search),
        Optional.ofNullable(status),
        Optional.ofNullable(blueprint),
        Optional.ofNullable(version),
        Optional.empty(),
        Sort.CREATED);
  }

  private static TenantFilter version(String range) {
    return filter(null, null, null, VersionRange.parse(range));
  }

  private static TenantFilter sorted(Sort sort) {
    return TenantFilter.none().sortedBy(sort);
  }

  private static Optional<TenantPosition> position(List<String> all, int index) {
    return index < 0
        ? Optional.empty()
        : Optional.of(new TenantPosition(index, new TenantId(all.get(index))));
  }

  private static List<String> ids(TestProject project, TenantFilter filter) {
    return names(project.admin().tenants().list(filter, PageRequest.all()));
  }

  private static List<String> names(Page<Tenant> page) {
    return page.items().stream().map(tenant -> tenant.tenantId().value()).toList();
  }

  private static List<String> paged(Project project, TenantFilter filter, int limit) {
    List<String> all = new ArrayList<>();
    Page<Tenant> page = project.tenants().list(filter, PageRequest.first(limit));
    while (true) {
      assertThat(page.total()).isEqualTo(25);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      assertThat(page.items())
          .allSatisfy(tenant -> assertThat(tenant.databases().getFirst().connection()).isEmpty());
      all.addAll(names(page));
      Optional<String> next = page.nextCursor();
      if (next.isEmpty()) {
        return all;
      }
      page = project.tenants().list(filter, PageRequest.after(next.get(), limit));
    }
  }
}
