package io.tenantry.core.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.CreatedTenants;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.DoomedProcess;
import io.tenantry.core.LiveFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the step lists of provisioning and removal promise after a crash. */
class TenantCrashTest {
  private static final long FEW_MILLIS = 5_000_000;
  private static final String USERS = "CREATE TABLE users (id INTEGER PRIMARY KEY)";

  @TempDir Path temp;

  @Test
  void aKilledCreationLeavesNothingAndCanBeRepeated() throws Exception {
    Path data = temp.resolve("data");
    new Fleet(data).blueprint("shop", USERS).close();

    assertThat(DyingEngine.run("create", data)).isEqualTo(DoomedProcess.DIED);

    try (Fleet fleet = new Fleet(data)) {
      assertThat(fleet.number("SELECT count(*) FROM tenant")).isEqualTo(600);
      assertThat(databaseFiles(data)).isNotEmpty();
      fleet.recovered();
      assertThat(fleet.number("SELECT count(*) FROM tenant")).isZero();
      assertThat(fleet.number("SELECT count(*) FROM tenant_database")).isZero();
      assertThat(databaseFiles(data)).isEmpty();
      CreatedTenants again = fleet.createMany(DyingEngine.names(600), "shop");
      assertThat(again.created()).hasSize(600);
      assertThat(again.failed()).isEmpty();
      assertThat(databaseFiles(data)).hasSize(600);
    }
  }

  @Test
  void aCrashBeforeTheFilesAreWrittenLeavesNothing() {
    try (Fleet fleet = new Fleet(temp).blueprint("shop", USERS)) {
      fleet.create("stark", "shop");
      makeUnmade(fleet, "stark");

      fleet.recovered();

      assertThat(fleet.number("SELECT count(*) FROM tenant")).isZero();
      assertThat(fleet.file("stark", "shop")).doesNotExist();
    }
  }

  @Test
  void whatWasAnsweredBeforeItWasMadeIsMadeByTheNextOpening() throws Exception {
    Path data = temp.resolve("data");
    new Fleet(data)
        .blueprint("shop", USERS)
        .blueprint("crm", "CREATE TABLE leads (id INTEGER PRIMARY KEY)")
        .close();

    assertThat(DyingEngine.run("promise", data)).isEqualTo(DoomedProcess.DIED);

    try (Fleet fleet = new Fleet(data)) {
      fleet.recovered();
      awaitMade(fleet);
      assertThat(fleet.rows("SELECT name FROM tenant WHERE status = 'ready'"))
          .containsExactlyInAnyOrderElementsOf(DyingEngine.PROMISED);
      assertThat(fleet.number("SELECT count(*) FROM tenant_database"))
          .isEqualTo(databaseFiles(data).size())
          .isEqualTo(DyingEngine.PROMISED.size() + 2); // two tenants have a second one
    }
  }

  @Test
  void aHostWhoseFileWasWrittenAlreadyIsMadeOverByTheNextOpening() {
    try (Fleet fleet = new Fleet(temp).blueprint("shop", USERS)) {
      fleet
          .tenants()
          .create(
              new CreateTenant(
                  new TenantId("stark"),
                  List.of(
                      new TenantDatabaseRequest(
                          new WorkspaceName("shop"), 2, Optional.of("us-east")))));
      awaitMade(fleet);
      assertThat(temp.resolve("hosts/us-east/tdb_0123abcd/stark/shop__stark.db")).exists();
      makeUnmade(fleet, "stark");
      fleet.version("shop", "CREATE TABLE carts (id INTEGER PRIMARY KEY)");

      fleet.recovered();
      awaitMade(fleet);

      assertThat(fleet.number("SELECT minor FROM tenant_database")).isEqualTo(2);
      assertThat(temp.resolve("hosts/us-east/tdb_0123abcd/stark/shop__stark.db")).exists();
    }
  }

  @Test
  void whatCannotBeMadeAfterItWasPromisedIsTriedAgain() throws Exception {
    try (Fleet fleet = new Fleet(temp).blueprint("shop", USERS)) {
      Path blocked = Files.createDirectories(temp.resolve("hosts/us-east")).resolve("tdb_0123abcd");
      Files.createFile(blocked);
      fleet
          .tenants()
          .create(
              new CreateTenant(
                  new TenantId("stark"),
                  List.of(
                      new TenantDatabaseRequest(
                          new WorkspaceName("shop"), 2, Optional.of("us-east")))));
      assertThat(fleet.tenants().get(new TenantId("stark")).status())
          .isEqualTo(TenantStatus.PROVISIONING);

      Files.delete(blocked);

      awaitMade(fleet);
      assertThat(fleet.file("stark", "shop")).doesNotExist(); // it is not on the shared host
      assertThat(blocked.resolve("stark/shop__stark.db")).exists();
    }
  }

  @Test
  void aCrashWhileADatabaseIsAddedLeavesTheOthers() {
    try (Fleet fleet =
        new Fleet(temp)
            .blueprint("shop", USERS)
            .blueprint("crm", "CREATE TABLE leads (id INTEGER PRIMARY KEY)")) {
      fleet.create("stark", "shop");
      fleet.create("stark", "crm");
      fleet.catalog.execute(
          handle ->
              handle.execute(
                  "UPDATE tenant_database SET status = 'provisioning' WHERE blueprint_id ="
                      + " (SELECT id FROM blueprint WHERE name = 'crm')"));
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> fleet.tenants().delete(new TenantId("stark"), true))
          .withMessage("Tenant 'stark' is provisioning. Try again later.");

      fleet.recovered();

      assertThat(fleet.tenants().get(new TenantId("stark")).databases())
          .extracting(database -> database.blueprint().value())
          .containsExactly("shop");
      assertThat(fleet.file("stark", "crm")).doesNotExist();
      assertThat(fleet.create("stark", "crm").databases()).hasSize(2);
    }
  }

  @Test
  void aCrashWhileATenantIsDestroyedDestroysItAtTheNextStart() throws Exception {
    try (Fleet fleet = new Fleet(temp).blueprint("shop", USERS)) {
      fleet.createMany(List.of("stark", "wayne"), "shop");
      fleet.catalog.execute(
          handle ->
              handle.execute(
                  "UPDATE tenant SET status = 'partially_deleted' WHERE name = 'stark'"));
      Files.delete(fleet.file("stark", "shop"));
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> fleet.create("stark", "shop"))
          .withMessage("Tenant 'stark' is partially deleted. Use DELETE /tenants/stark?hard=true");

      fleet.recovered();
      fleet.awaitJob("tenants-cleanup");

      assertThat(fleet.rows("SELECT name FROM tenant")).containsExactly("wayne");
      assertThat(fleet.file("wayne", "shop")).exists();
    }
  }

  private static void awaitMade(Fleet fleet) {
    while (fleet.number("SELECT count(*) FROM tenant_database WHERE status <> 'ready'") > 0) {
      LockSupport.parkNanos(FEW_MILLIS);
    }
  }

  private static void makeUnmade(Fleet fleet, String tenant) {
    fleet.catalog.execute(
        handle -> {
          handle.execute("UPDATE tenant SET status = 'provisioning' WHERE name = ?", tenant);
          handle.execute("UPDATE tenant_database SET status = 'provisioning'");
        });
  }

  private static List<Path> databaseFiles(Path data) {
    return LiveFolder.databases(data.resolve("hosts"));
  }
}
