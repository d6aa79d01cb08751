package io.tenantry.core.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantState;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Scope;
import io.tenantry.core.access.Tier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The states of a tenant and the texts that refuse a step. */
class TenantLifeTest {
  private static final TenantId WAYNE = new TenantId("wayne");
  private static final TenantId STARK = new TenantId("stark");
  private static final String IN_TRASH =
      "Tenant 'wayne' is in trash. Use POST /tenants/wayne/restore or DELETE"
          + " /tenants/wayne?hard=true";

  private static final String HALF_GONE =
      "Tenant 'wayne' is partially deleted. Use DELETE /tenants/wayne?hard=true";

  @TempDir Path data;
  private Fleet fleet;

  @BeforeEach
  void open() {
    fleet = new Fleet(data).blueprint("shop", "CREATE TABLE users (id INTEGER PRIMARY KEY)");
  }

  @AfterEach
  void close() {
    fleet.close();
  }

  @Test
  void goesThroughSuspensionTrashAndBack() {
    fleet.create("wayne", "shop");
    TenantService tenants = fleet.tenants();

    assertThat(tenants.suspend(WAYNE)).isEqualTo(new TenantState(WAYNE, TenantStatus.SUSPENDED));
    assertThat(tenants.resume(WAYNE)).isEqualTo(new TenantState(WAYNE, TenantStatus.READY));
    assertThat(tenants.delete(WAYNE, false))
        .isEqualTo(new TenantState(WAYNE, TenantStatus.DELETED));
    assertThat(tenants.restore(WAYNE)).isEqualTo(new TenantState(WAYNE, TenantStatus.READY));
    assertThat(tenants.get(WAYNE).status()).isEqualTo(TenantStatus.READY);
  }

  @Test
  void refusesStepsFromTheWrongState() {
    fleet.create("wayne", "shop");
    TenantService tenants = fleet.tenants();

    assertConflict(
        () -> tenants.resume(WAYNE),
        "Tenant 'wayne' is ready. Only a suspended tenant can be resumed");
    assertConflict(
        () -> tenants.restore(WAYNE),
        "Tenant 'wayne' is ready. Only a tenant in trash can be restored");
    tenants.suspend(WAYNE);
    assertConflict(
        () -> tenants.suspend(WAYNE),
        "Tenant 'wayne' is suspended. Only a ready tenant can be suspended");
    tenants.delete(WAYNE, false);
    assertConflict(() -> tenants.delete(WAYNE, false), IN_TRASH);
    assertConflict(() -> tenants.suspend(WAYNE), IN_TRASH);
    assertConflict(() -> fleet.create("wayne", "shop"), IN_TRASH);
  }

  @Test
  void changesOfAllOfATenantNeedAScopeThatIncludesAllOfIt() {
    fleet.blueprint("crm", "CREATE TABLE people (id INTEGER PRIMARY KEY)");
    fleet.create("wayne", "shop");
    fleet.create("wayne", "crm");
    fleet.create("stark", "crm");
    TenantService crm = scoped(ScopeType.WORKSPACE, "crm");
    TenantService both = scoped(ScopeType.WORKSPACE, "crm", "shop");

    assertDenied(() -> crm.delete(WAYNE, true), "wayne");
    assertDenied(() -> crm.delete(WAYNE, false), "wayne");
    assertDenied(() -> crm.suspend(WAYNE), "wayne");
    assertThat(crm.suspend(STARK).status()).isEqualTo(TenantStatus.SUSPENDED);
    assertThat(both.suspend(WAYNE).status()).isEqualTo(TenantStatus.SUSPENDED);
    assertDenied(() -> crm.resume(WAYNE), "wayne");
    assertThat(both.delete(WAYNE, true).status()).isEqualTo(TenantStatus.DELETED);
  }

  @Test
  void keysForTenantsDoNotChangeTheirLife() {
    fleet.create("wayne", "shop");
    TenantService wayne = scoped(ScopeType.TENANT, "wayne");

    assertThat(wayne.get(WAYNE).status()).isEqualTo(TenantStatus.READY);
    assertDenied(() -> wayne.delete(WAYNE, true), Fleet.PROJECT.value());
    assertDenied(() -> wayne.suspend(WAYNE), Fleet.PROJECT.value());
  }

  @Test
  void aKeyForAWorkspaceCannotTakeInATenantOfOthers() {
    fleet.blueprint("crm", "CREATE TABLE people (id INTEGER PRIMARY KEY)");
    fleet.create("wayne", "shop");

    assertDenied(
        () ->
            scoped(ScopeType.WORKSPACE, "crm")
                .create(
                    new CreateTenant(
                        WAYNE, List.of(TenantDatabaseRequest.shared(new WorkspaceName("crm"))))),
        "wayne");
    assertThat(fleet.tenants().get(WAYNE).databases()).hasSize(1);
  }

  private TenantService scoped(ScopeType type, String... values) {
    return fleet.tenants(
        Fleet.caller(Role.ADMIN, new Scope(type, List.of(values)), Tier.ENTERPRISE));
  }

  private static void assertDenied(ThrowingCallable call, String attempted) {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(call)
        .returns(ErrorCode.SCOPE_DENIED, EngineException::code)
        .withMessageEndingWith("attempted \"" + attempted + "\"");
  }

  @Test
  void doesNotKnowOthers() {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> fleet.tenants().get(WAYNE))
        .withMessage("Tenant not found: wayne")
        .returns(ErrorCode.NOT_FOUND, EngineException::code);
  }

  @Test
  void showsConnectionsOnlyWhileReady() {
    Tenant created = fleet.create("wayne", "shop");
    fleet.tenants().suspend(WAYNE);

    assertThat(created.databases().getFirst().connection().orElseThrow())
        .satisfies(
            connection -> {
              assertThat(connection.database()).isEqualTo("shop__wayne");
              assertThat(connection.connectionString())
                  .isEqualTo("file:" + fleet.file("wayne", "shop"));
              assertThat(connection.authToken().orElseThrow().value()).matches("tdb_[0-9a-f]{16}");
            });
    assertThat(fleet.tenants().get(WAYNE).databases().getFirst().connection()).isEmpty();
    fleet.tenants().resume(WAYNE);
    assertThat(fleet.tenants().get(WAYNE)).isEqualTo(created);
  }

  @Test
  void hardDeletionRemovesAllFilesAndFreesTheId() throws Exception {
    fleet.create("wayne", "shop");
    fleet.inFile("wayne", "shop", "INSERT INTO users VALUES (1)");
    Path file = fleet.file("wayne", "shop");
    Files.writeString(file.resolveSibling(file.getFileName() + "-journal"), "left over");

    assertThat(fleet.tenants().delete(WAYNE, true))
        .isEqualTo(new TenantState(WAYNE, TenantStatus.DELETED));

    try (var left = Files.list(file.getParent())) {
      assertThat(left).isEmpty();
    }
    assertThat(fleet.create("wayne", "shop").status()).isEqualTo(TenantStatus.READY);
    assertThat(fleet.inFile("wayne", "shop", "SELECT count(*) FROM users")).containsExactly("0");
  }

  @Test
  void destructionIsDoneByOneAtATime() {
    fleet.create("wayne", "shop");

    boolean alone =
        fleet.files.destroying(
            Fleet.PROJECT,
            WAYNE,
            () -> assertConflict(() -> fleet.tenants().delete(WAYNE, true), HALF_GONE));

    assertThat(alone).isTrue();
    assertThat(fleet.file("wayne", "shop")).exists();
    assertThat(fleet.tenants().delete(WAYNE, true).status()).isEqualTo(TenantStatus.DELETED);
  }

  @Test
  void trashIsEmptiedAfterThirtyDays() {
    fleet.createMany(List.of("old", "young", "alive"), "shop");
    fleet.tenants().delete(new TenantId("old"), false);
    fleet.clock.advance(Duration.ofDays(20));
    fleet.tenants().delete(new TenantId("young"), false);
    fleet.clock.advance(Duration.ofDays(11));

    fleet.recovered();
    fleet.awaitJob("tenants-cleanup");

    TenantFilter everything = withTrash();
    assertThat(fleet.tenants().list(everything, PageRequest.all()).items())
        .extracting(tenant -> tenant.tenantId().value())
        .containsExactly("young", "alive");
    assertThat(fleet.file("old", "shop")).doesNotExist();
    assertThat(fleet.file("young", "shop")).exists();
  }

  private static TenantFilter withTrash() {
    TenantFilter none = TenantFilter.none();
    return new TenantFilter(
        true,
        none.search(),
        none.status(),
        none.blueprint(),
        none.version(),
        none.isolationLevel(),
        none.sort());
  }

  private static void assertConflict(ThrowingCallable step, String message) {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(step)
        .withMessage(message)
        .returns(ErrorCode.CONFLICT, EngineException::code);
  }
}
