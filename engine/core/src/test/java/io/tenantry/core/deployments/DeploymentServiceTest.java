package io.tenantry.core.deployments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.DeploymentTenant.State;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.tenants.Fleet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deployments from start to end: what runs, what fails, what is refused. */
class DeploymentServiceTest {
  private static final WorkspaceName SHOP = new WorkspaceName("shop");
  private static final String UNIQUE = "CREATE UNIQUE INDEX users_email ON users (email)";

  @TempDir Path data;
  private Fleet fleet;

  @BeforeEach
  void open() {
    fleet =
        new Fleet(data)
            .blueprint("shop", "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT)");
    fleet.createMany(List.of("wayne", "stark", "globex"), "shop");
  }

  @AfterEach
  void close() {
    fleet.close();
  }

  @Test
  void bringsAllTenantsToTheLatestVersion() {
    fleet.version("shop", "ALTER TABLE users ADD COLUMN age INTEGER").version("shop", UNIQUE);

    Deployment started = fleet.deployments().create(new CreateDeployment(SHOP));
    Deployment ended = ended(started);

    assertThat(started.status()).isEqualTo(DeploymentStatus.RUNNING);
    assertThat(started.totalTenants()).isEqualTo(3);
    assertThat(ended.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(ended.version()).isEqualTo(new Version(1, 3));
    assertThat(ended.progressDisplay()).isEqualTo("3/3 tenants");
    assertThat(ended.errors()).isEmpty();
    assertThat(fleet.rows("SELECT DISTINCT minor FROM tenant_database")).containsExactly("3");
    for (String tenant : List.of("wayne", "stark", "globex")) {
      assertThat(fleet.inFile(tenant, "shop", "PRAGMA user_version")).containsExactly("3");
      assertThat(fleet.inFile(tenant, "shop", "SELECT name FROM pragma_table_info('users')"))
          .containsExactly("id", "email", "age");
    }
    assertThat(fleet.number("SELECT deployed_minor FROM blueprint")).isEqualTo(3);
  }

  @Test
  void rollsBackTheTenantThatFailsAndRetriesItAlone() {
    duplicateEmails("stark");
    fleet.version("shop", "ALTER TABLE users ADD COLUMN age INTEGER", UNIQUE);

    Deployment failed = ended(fleet.deployments().create(new CreateDeployment(SHOP)));

    assertThat(failed.status()).isEqualTo(DeploymentStatus.FAILED);
    assertThat(failed.completedTenants()).isEqualTo(2);
    assertThat(failed.progress()).isEqualTo(1.0);
    assertThat(failed.errors())
        .containsExactly("tenant 'stark': UNIQUE constraint failed: users.email");
    assertThat(fleet.inFile("stark", "shop", "SELECT name FROM pragma_table_info('users')"))
        .containsExactly("id", "email");
    assertThat(fleet.inFile("stark", "shop", "PRAGMA user_version")).containsExactly("1");

    fleet.inFile("stark", "shop", "DELETE FROM users WHERE id = 2");
    Deployment running = fleet.deployments().retry(failed.jobId());
    Deployment completed = ended(running);

    assertThat(running.status()).isEqualTo(DeploymentStatus.RUNNING);
    assertThat(completed.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(completed.errors()).isEmpty();
    assertThat(fleet.rows("SELECT DISTINCT minor FROM tenant_database")).containsExactly("2");
    assertConflict(
        () -> fleet.deployments().retry(failed.jobId()),
        "Deployment " + failed.jobId() + " has no failed tenants");
  }

  @Test
  void skipsTenantsThatAreThereAndDeploysToSuspendedOnes() {
    fleet.version("shop", "ALTER TABLE users ADD COLUMN age INTEGER");
    fleet.create("new", "shop");
    fleet.tenants().suspend(new TenantId("wayne"));
    fleet.tenants().delete(new TenantId("stark"), false);

    Deployment ended = ended(fleet.deployments().create(new CreateDeployment(SHOP)));

    assertThat(fleet.deployments().tenants(ended.jobId(), Set.of(), PageRequest.all()).items())
        .extracting(
            tenant -> tenant.tenantId().value(),
            DeploymentTenant::state,
            DeploymentTenant::fromVersion)
        .containsExactly(
            tuple("wayne", State.DONE, Optional.of(new Version(1, 1))),
            tuple("globex", State.DONE, Optional.of(new Version(1, 1))),
            tuple("new", State.SKIPPED, Optional.of(new Version(1, 2))));
    assertThat(fleet.inFile("stark", "shop", "PRAGMA user_version")).containsExactly("1");
  }

  @Test
  void deploysAnOlderVersionToSomeAndRefusesToGoBack() {
    fleet.version("shop", "ALTER TABLE users ADD COLUMN age INTEGER").version("shop", UNIQUE);

    Deployment some =
        ended(
            fleet
                .deployments()
                .create(
                    new CreateDeployment(
                        SHOP, Optional.of(new Version(1, 2)), List.of(new TenantId("wayne")))));

    assertThat(some.totalTenants()).isEqualTo(1);
    assertThat(fleet.rows("SELECT minor FROM tenant_database ORDER BY id"))
        .containsExactly("2", "1", "1");
    ended(fleet.deployments().create(new CreateDeployment(SHOP)));
    assertConflict(
        () ->
            fleet
                .deployments()
                .create(new CreateDeployment(SHOP, Optional.of(new Version(1, 2)), List.of())),
        "Tenant 'wayne' is on a newer version than 1.2. Set allow_downgrade to take it back");
  }

  @Test
  void leavesOutWhatWasTakenBack() {
    fleet
        .version("shop", "CREATE TABLE mistake (id INTEGER PRIMARY KEY)")
        .version("shop", "ALTER TABLE users ADD COLUMN age INTEGER")
        .revert("shop", 2);

    assertConflict(
        () ->
            fleet
                .deployments()
                .create(new CreateDeployment(SHOP, Optional.of(new Version(1, 3)), List.of())),
        "Version 1.3 has changes that were skipped or reverted later; deploy version 1.4 or newer");
    Deployment ended = ended(fleet.deployments().create(new CreateDeployment(SHOP)));

    assertThat(ended.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(fleet.inFile("wayne", "shop", "SELECT name FROM sqlite_schema"))
        .containsExactly("users");
  }

  @Test
  void changesATenantThatIsOpen() {
    TenantQuery insert =
        new TenantQuery(new TenantId("wayne"), SHOP, "INSERT INTO users (email) VALUES ('a')");
    fleet.queries().tenant(insert);
    fleet.version("shop", "ALTER TABLE users ADD COLUMN age INTEGER DEFAULT 7");

    ended(fleet.deployments().create(new CreateDeployment(SHOP)));

    assertThat(
            fleet
                .queries()
                .tenant(new TenantQuery(new TenantId("wayne"), SHOP, "SELECT * FROM users"))
                .columns())
        .containsExactly("id", "email", "age");
  }

  @Test
  void dropsAParentTableOnlyWhenNothingRefersToIt() {
    fleet
        .blueprint(
            "crm",
            "CREATE TABLE parent (id INTEGER PRIMARY KEY)",
            "CREATE TABLE child (id INTEGER PRIMARY KEY,"
                + " parent INTEGER REFERENCES parent ON DELETE CASCADE)")
        .createMany(List.of("full", "empty"), "crm");
    fleet.inFile("full", "crm", "INSERT INTO parent VALUES (1)");
    fleet.inFile("full", "crm", "INSERT INTO child VALUES (5, 1)");
    fleet.version("crm", "DROP TABLE parent");

    Deployment ended =
        ended(fleet.deployments().create(new CreateDeployment(new WorkspaceName("crm"))));

    assertThat(ended.errors())
        .containsExactly(
            "tenant 'full': FOREIGN KEY constraint failed: child refers to missing parent");
    assertThat(fleet.inFile("full", "crm", "SELECT id FROM child")).containsExactly("5");
    assertThat(fleet.inFile("empty", "crm", "PRAGMA user_version")).containsExactly("2");
  }

  @Test
  void failsATenantWhoseSchemaWouldDiffer() {
    fleet.inFile("stark", "shop", "CREATE TABLE smuggled (id INTEGER)");
    fleet.version("shop", "ALTER TABLE users ADD COLUMN age INTEGER");

    Deployment ended = ended(fleet.deployments().create(new CreateDeployment(SHOP)));

    assertThat(ended.errors())
        .containsExactly("tenant 'stark': the schema would differ from version 1.2");
    assertThat(fleet.inFile("stark", "shop", "PRAGMA user_version")).containsExactly("1");
  }

  @Test
  void givesTheLimitsOfTheWorkspaceAtItsEnd() {
    fleet.catalog.execute(handle -> handle.execute("UPDATE workspace SET max_rows_per_query = 77"));

    ended(fleet.deployments().create(new CreateDeployment(SHOP)));

    assertThat(fleet.number("SELECT deployed_max_rows_per_query FROM blueprint")).isEqualTo(77);
  }

  @Test
  void aBlueprintWhoseTenantsAllFailedCountsAsNotDeployed() {
    fleet.catalog.execute(handle -> handle.execute("UPDATE blueprint SET deployed_minor = 1"));
    for (String tenant : List.of("wayne", "stark", "globex")) {
      duplicateEmails(tenant);
    }
    fleet.version("shop", UNIQUE);

    ended(fleet.deployments().create(new CreateDeployment(SHOP)));

    assertThat(fleet.number("SELECT deployed_minor FROM blueprint")).isEqualTo(1);
  }

  @Test
  void refusesWhatCannotBeDeployed() {
    fleet.blueprint("crm", "CREATE TABLE leads (id INTEGER PRIMARY KEY)");
    fleet.tenants().delete(new TenantId("stark"), false);

    assertError(
        () -> fleet.deployments().create(new CreateDeployment(new WorkspaceName("other"))),
        ErrorCode.NOT_FOUND,
        "Blueprint not found: other");
    assertError(
        () -> create(Optional.of(new Version(1, 9))),
        ErrorCode.NOT_FOUND,
        "Version not found: 1.9");
    assertError(
        () -> create(Optional.empty(), "nobody"), ErrorCode.NOT_FOUND, "Tenant not found: nobody");
    assertConflict(
        () -> create(Optional.empty(), "stark"),
        "Tenant 'stark' is in trash. Use POST /tenants/stark/restore or DELETE"
            + " /tenants/stark?hard=true");
    assertError(
        () ->
            fleet
                .deployments()
                .create(
                    new CreateDeployment(
                        new WorkspaceName("crm"),
                        Optional.empty(),
                        List.of(new TenantId("wayne")))),
        ErrorCode.BAD_REQUEST,
        "Tenant 'wayne' does not have blueprint 'crm'");
    assertError(
        () -> fleet.deployments().get(new DeploymentId("dep_ffff")),
        ErrorCode.NOT_FOUND,
        "Deployment not found: dep_ffff");
  }

  @Test
  void refusesASecondDeploymentOfTheBlueprint() {
    fleet.version("shop", UNIQUE);
    fleet.catalog.execute(
        handle ->
            handle.execute(
                "INSERT INTO deployment (id, project_id, blueprint_id, minor, status, total,"
                    + " query_timeout_ms, max_rows_per_query, max_connections, author, created_at)"
                    + " SELECT 'dep_aaaa', project_id, id, 1, 'running', 0, 100, 1, 1, '', 0"
                    + " FROM blueprint"));

    assertConflict(
        () -> fleet.deployments().create(new CreateDeployment(SHOP)),
        "Deployment dep_aaaa of blueprint 'shop' is running. Try again when it has ended");
  }

  @Test
  void completesWithoutTenants() {
    fleet.blueprint("crm", "CREATE TABLE leads (id INTEGER PRIMARY KEY)");

    Deployment ended =
        ended(fleet.deployments().create(new CreateDeployment(new WorkspaceName("crm"))));

    assertThat(ended.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(ended.progress()).isEqualTo(1.0);
    assertThat(fleet.number("SELECT deployed_minor FROM blueprint WHERE name = 'crm'"))
        .isEqualTo(1);
  }

  private void duplicateEmails(String tenant) {
    fleet.inFile(tenant, "shop", "INSERT INTO users VALUES (1, 'a@b.c'), (2, 'a@b.c')");
  }

  private Deployment create(Optional<Version> version, String... tenants) {
    return fleet
        .deployments()
        .create(
            new CreateDeployment(
                SHOP, version, List.of(tenants).stream().map(TenantId::new).toList()));
  }

  private Deployment ended(Deployment deployment) {
    fleet.await(deployment.jobId());
    return fleet.deployments().get(deployment.jobId());
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
