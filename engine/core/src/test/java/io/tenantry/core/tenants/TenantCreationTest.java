package io.tenantry.core.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.CreatedTenants;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantDatabase;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.access.Scope;
import io.tenantry.core.access.Tier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Creating tenants, and giving them further databases. */
class TenantCreationTest {
  private static final WorkspaceName SHOP = new WorkspaceName("shop");

  @TempDir Path data;
  private Fleet fleet;

  @BeforeEach
  void open() {
    fleet =
        new Fleet(data)
            .blueprint("shop", "CREATE TABLE users (id INTEGER PRIMARY KEY)")
            .version("shop", "CREATE TABLE orders (id INTEGER PRIMARY KEY)")
            .blueprint("crm", "CREATE TABLE leads (id INTEGER PRIMARY KEY)");
  }

  @AfterEach
  void close() {
    fleet.close();
  }

  @Test
  void givesTheLatestVersion() {
    Tenant tenant = fleet.create("wayne", "shop");

    assertThat(tenant.databases().getFirst().version()).isEqualTo(new Version(1, 2));
    assertThat(fleet.inFile("wayne", "shop", "SELECT name FROM sqlite_schema ORDER BY name"))
        .containsExactly("orders", "users");
    assertThat(fleet.inFile("wayne", "shop", "PRAGMA user_version")).containsExactly("2");
    assertThat(fleet.number("SELECT deployed_minor FROM blueprint WHERE name = 'shop'"))
        .isEqualTo(2);
  }

  @Test
  void givesEachTenantAPasswordOfItsOwn() {
    CreatedTenants created = fleet.createMany(List.of("a", "b", "c"), "shop");

    assertThat(created.created())
        .extracting(
            tenant ->
                tenant
                    .databases()
                    .getFirst()
                    .connection()
                    .orElseThrow()
                    .authToken()
                    .orElseThrow()
                    .value())
        .doesNotHaveDuplicates();
  }

  @Test
  void addsDatabasesToATenantThatExists() {
    Tenant before = fleet.create("wayne", "shop");

    Tenant after = fleet.create("wayne", "crm");

    assertThat(after.databases())
        .extracting(database -> database.blueprint().value())
        .containsExactly("crm", "shop");
    assertThat(after.databases().getLast()).isEqualTo(before.databases().getFirst());
    assertConflict(
        () -> fleet.create("wayne", "crm"), "Tenant 'wayne' already has blueprint 'crm'");
  }

  @Test
  void refusesBlueprintsThatDoNotExist() {
    assertError(
        () -> fleet.create("wayne", "other"), ErrorCode.NOT_FOUND, "Blueprint not found: other");
    assertThat(fleet.number("SELECT count(*) FROM tenant")).isZero();
  }

  @Test
  void refusesHostsThatAreNotToBeHad() {
    assertError(
        () -> create(Fleet.admin(), new TenantDatabaseRequest(SHOP, 2, Optional.of("mars"))),
        ErrorCode.BAD_REQUEST,
        "Unknown region 'mars'; regions are: eu-central, ap-southeast, us-east, us-west");
    assertError(
        () ->
            create(
                Fleet.caller(Role.ADMIN, Scope.PROJECT, Tier.FREE),
                new TenantDatabaseRequest(SHOP, 2, Optional.empty())),
        ErrorCode.FORBIDDEN,
        "Isolation level 2 is not available in tier 'free'");
    assertError(
        () -> create(Fleet.admin(), new TenantDatabaseRequest(SHOP, 1, Optional.of("eu-central"))),
        ErrorCode.BAD_REQUEST,
        "databases[0].region is for isolation_level 2; leave it out for isolation_level 1");
  }

  @Test
  void keepsToTheTier() {
    Caller free = Fleet.caller(Role.ADMIN, Scope.PROJECT, Tier.FREE);
    fleet.createMany(List.of("a", "b", "c", "d", "e"), "shop");

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> create(free, TenantDatabaseRequest.shared(SHOP)))
        .returns(ErrorCode.FORBIDDEN, EngineException::code);
    fleet.tenants().delete(new TenantId("a"), false);
    assertThat(create(free, TenantDatabaseRequest.shared(SHOP)).tenantId().value())
        .isEqualTo("wayne");
  }

  @Test
  void needsAnAdministratorWithinItsScope() {
    Scope crm = new Scope(ScopeType.WORKSPACE, List.of("crm"));
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(
            () ->
                create(
                    Fleet.caller(Role.WRITE, Scope.PROJECT, Tier.ENTERPRISE),
                    TenantDatabaseRequest.shared(SHOP)))
        .returns(ErrorCode.ROLE_REQUIRED, EngineException::code);
    assertError(
        () ->
            create(
                Fleet.caller(Role.ADMIN, crm, Tier.ENTERPRISE), TenantDatabaseRequest.shared(SHOP)),
        ErrorCode.SCOPE_DENIED,
        "credential scoped to workspaces [crm], attempted \"shop\"");
  }

  @Test
  void createsManyAndNamesThoseThatFail() {
    fleet.create("taken", "shop");
    fleet.create("trashed", "shop");
    fleet.tenants().delete(new TenantId("trashed"), false);

    CreatedTenants made =
        fleet.createMany(List.of("b", "Bad Name", "taken", "a", "a", "trashed"), "shop");

    assertThat(made.created())
        .extracting(tenant -> tenant.tenantId().value())
        .containsExactly("b", "a");
    assertThat(made.created())
        .allSatisfy(
            tenant ->
                assertThat(tenant.databases())
                    .singleElement()
                    .extracting(TenantDatabase::connection)
                    .satisfies(connection -> assertThat(connection).isPresent()));
    assertThat(made.failed())
        .extracting(CreatedTenants.Refused::tenantId, refused -> refused.failure().code())
        .containsExactly(
            tuple("Bad Name", ErrorCode.BAD_REQUEST),
            tuple("taken", ErrorCode.CONFLICT),
            tuple("a", ErrorCode.CONFLICT),
            tuple("trashed", ErrorCode.CONFLICT));
    assertThat(made.failed().get(1).failure().message()).isEqualTo("Tenant 'taken' already exists");
  }

  @Test
  void aVersionThatWasTakenBackLeavesNothingToTheNextOfItsNumber() {
    fleet.version("shop", "CREATE TABLE wrong (id INTEGER PRIMARY KEY)");
    fleet.create("early", "shop");
    fleet.tenants().delete(new TenantId("early"), true);
    fleet.catalog.execute(
        handle -> {
          handle.execute("DELETE FROM change WHERE added_minor = 3");
          handle.execute("DELETE FROM blueprint_version WHERE minor = 3");
        });
    fleet.version("shop", "CREATE TABLE right (id INTEGER PRIMARY KEY)");

    fleet.create("wayne", "shop");

    List<String> names = fleet.inFile("wayne", "shop", "SELECT name FROM sqlite_schema");
    assertThat(names).contains("right").doesNotContain("wrong");
  }

  @Test
  void keepsTheOrderOfManyNames() {
    List<String> names = IntStream.range(0, 500).mapToObj(i -> "t" + (999 - i)).toList();

    CreatedTenants made = fleet.createMany(names, "shop");

    assertThat(made.created())
        .extracting(tenant -> tenant.tenantId().value())
        .containsExactlyElementsOf(names);
    assertThat(names).allSatisfy(name -> assertThat(fleet.file(name, "shop")).exists());
  }

  @Test
  void takesBackATenantWhoseFileCannotBeWritten() throws Exception {
    Files.createDirectories(fleet.file("wayne", "shop"));

    CreatedTenants made = fleet.createMany(List.of("wayne", "stark"), "shop");

    assertThat(made.created())
        .extracting(tenant -> tenant.tenantId().value())
        .containsExactly("stark");
    assertThat(made.failed())
        .singleElement()
        .satisfies(
            failure -> assertThat(failure.failure().code()).isEqualTo(ErrorCode.INTERNAL_ERROR));
    assertThat(fleet.rows("SELECT name || ' ' || status FROM tenant"))
        .containsExactly("stark ready");
    assertThat(fleet.create("wayne", "shop").databases()).hasSize(1);
  }

  @Test
  void keepsTheRowOfAFileThatCannotBeTakenBack() throws Exception {
    Path obstacle = fleet.file("wayne", "shop").resolve("in the way");
    Files.createDirectories(obstacle);

    fleet.createMany(List.of("wayne", "stark"), "shop");

    assertThat(fleet.rows("SELECT name || ' ' || status FROM tenant ORDER BY name"))
        .containsExactly("stark ready", "wayne provisioning");
    assertConflict(
        () -> fleet.create("wayne", "shop"), "Tenant 'wayne' is provisioning. Try again later.");
    Files.delete(obstacle);
    fleet.recovered();
    assertThat(fleet.create("wayne", "shop").databases()).hasSize(1);
  }

  private Tenant create(Caller caller, TenantDatabaseRequest database) {
    return fleet.tenants(caller).create(new CreateTenant(new TenantId("wayne"), List.of(database)));
  }

  private static void assertConflict(ThrowingCallable call, String message) {
    assertError(call, ErrorCode.CONFLICT, message);
  }

  private static void assertError(ThrowingCallable call, ErrorCode code, String message) {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(call)
        .withMessage(message)
        .returns(code, EngineException::code);
  }
}
