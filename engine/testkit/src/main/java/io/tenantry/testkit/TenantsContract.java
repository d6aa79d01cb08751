package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.contract.error.PartFailure;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.CreatedTenants;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantConnection;
import io.tenantry.contract.tenants.TenantDatabase;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantState;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.tenants.Tenants;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What tenants must do: creation and life cycle. */
public abstract class TenantsContract extends ContractSuite {
  private static final TenantId WAYNE = new TenantId("wayne");

  @Test
  void aTenantIsReadyAtOnceWithACredentialOfItsOwn() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");

    Tenant made =
        project
            .admin()
            .tenants()
            .create(new CreateTenant(WAYNE, List.of(TenantDatabaseRequest.shared(main))));
    TenantId other = project.tenant("globex", main);

    assertThat(made.status()).isEqualTo(TenantStatus.READY);
    assertThat(made.createdAt()).isEqualTo(made.createdAt().truncatedTo(ChronoUnit.SECONDS));
    TenantDatabase database = made.databases().getFirst();
    assertThat(database.isolationLevel()).isEqualTo(1);
    assertThat(database.region()).isEmpty();
    assertThat(database.version()).isEqualTo(new Version(1, 1));
    TenantConnection connection = database.connection().orElseThrow();
    assertThat(connection.database()).isEqualTo("main__wayne");
    assertThat(connection.authToken().orElseThrow().value()).matches("tdb_[0-9a-f]{16}");
    assertThat(project.admin().tenants().get(WAYNE)).isEqualTo(made);
    assertThat(connection(project, other).authToken()).isNotEqualTo(connection.authToken());
  }

  @Test
  void theConnectionOutlivesARestart() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenant("wayne", main);
    project.run(WAYNE, main, "INSERT INTO users (email, name) VALUES ('a@b', 'Ada')");
    TenantConnection before = connection(project, WAYNE);

    fixture().reopen();
    TestProject again = project.reopened();

    assertThat(connection(again, WAYNE).authToken()).isEqualTo(before.authToken());
    assertThat(again.value(WAYNE, main, "SELECT name FROM users")).isEqualTo(Value.of("Ada"));
    assertThat(again.tenantIds()).containsExactly("wayne");
  }

  @Test
  void anExistingTenantGetsFurtherDatabases() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    WorkspaceName blog = project.workspaceFrom("blog", "blog");
    project.tenant("wayne", main);
    TenantConnection before = connection(project, WAYNE);

    Tenant grown =
        project
            .admin()
            .tenants()
            .create(new CreateTenant(WAYNE, List.of(TenantDatabaseRequest.shared(blog))));

    assertThat(grown.databases()).extracting(TenantDatabase::blueprint).containsExactly(blog, main);
    assertThat(grown.databases().getLast().connection()).contains(before);
    assertRefused(
        ErrorCode.CONFLICT,
        "Tenant 'wayne' already has blueprint 'main'",
        () -> project.tenant("wayne", main));
    assertRefused(
        ErrorCode.NOT_FOUND, () -> project.run(WAYNE, new WorkspaceName("other"), "SELECT 1"));
  }

  @Test
  void whatATenantCannotHaveIsRefused() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    WorkspaceName plane = project.workspace("plane", WorkspaceMode.CONTROL);
    Tenants tenants = project.admin().tenants();

    assertRefused(
        ErrorCode.NOT_FOUND,
        "Blueprint not found: ghost",
        () -> project.tenant("wayne", new WorkspaceName("ghost")));
    assertRefused(ErrorCode.BAD_REQUEST, () -> project.tenant("wayne", plane));
    assertRefused(
        ErrorCode.BAD_REQUEST,
        () ->
            tenants.create(
                new CreateTenant(
                    WAYNE, List.of(new TenantDatabaseRequest(main, 1, Optional.of("us-east"))))));
    assertRefused(
        ErrorCode.NOT_FOUND,
        () ->
            tenants.create(
                new CreateTenant(
                    WAYNE,
                    List.of(
                        TenantDatabaseRequest.shared(main),
                        TenantDatabaseRequest.shared(new WorkspaceName("ghost"))))));
    assertThat(project.tenantIds()).as("all or nothing").isEmpty();
  }

  @Test
  void manyAreMadeTogetherAndABadOneFailsAlone() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenant("taken", main);
    List<String> wanted = new ArrayList<>(IntStream.range(0, 60).mapToObj(i -> "t" + i).toList());
    wanted.add(30, "Bad Id");
    wanted.add(40, "taken");
    wanted.add("t7");

    CreatedTenants made =
        project
            .admin()
            .tenants()
            .createMany(new CreateTenants(wanted, List.of(TenantDatabaseRequest.shared(main))));

    assertThat(made.created())
        .extracting(tenant -> tenant.tenantId().value())
        .containsExactlyElementsOf(IntStream.range(0, 60).mapToObj(i -> "t" + i).toList());
    assertThat(made.created())
        .allSatisfy(tenant -> assertThat(tenant.databases().getFirst().connection()).isPresent());
    assertThat(made.failed())
        .extracting(failure -> failure.tenantId() + " " + failure.failure().code().code())
        .containsExactly("Bad Id bad_request", "taken conflict", "t7 conflict");
    PartFailure taken = made.failed().get(1).failure();
    assertThat(taken.message()).isEqualTo("Tenant 'taken' already exists");
    assertThat(taken.exception().conflictKind()).contains(ConflictKind.EXISTS);
    assertThat(project.tenantIds()).hasSize(61);
  }

  @Test
  void whatIsInTheTrashIsRefusedWithItsReason() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenant("wayne", main);
    Tenants tenants = project.admin().tenants();
    tenants.delete(WAYNE, false);

    CreatedTenants made =
        tenants.createMany(
            new CreateTenants(List.of("wayne"), List.of(TenantDatabaseRequest.shared(main))));

    EngineException refusal = made.failed().getFirst().failure().exception();
    assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
    assertThat(refusal.reason()).contains(FailureReason.IN_TRASH);
    assertThat(refusal.detail("tenant_id")).contains("wayne");
  }

  @Test
  void aTenantIsSuspendedAndResumed() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenant("wayne", main);
    Tenants tenants = project.admin().tenants();

    assertThat(tenants.suspend(WAYNE)).isEqualTo(new TenantState(WAYNE, TenantStatus.SUSPENDED));
    assertRefused(
        ErrorCode.CONFLICT,
        "Tenant 'wayne' is suspended. Use POST /tenants/wayne/resume",
        () -> project.run(WAYNE, main, "SELECT 1"));
    assertRefused(ErrorCode.CONFLICT, () -> tenants.suspend(WAYNE));
    assertRefused(ErrorCode.CONFLICT, () -> tenants.restore(WAYNE));
    assertThat(tenants.resume(WAYNE)).isEqualTo(new TenantState(WAYNE, TenantStatus.READY));
    assertThat(project.value(WAYNE, main, "SELECT 1")).isEqualTo(Value.of(1));
    assertRefused(ErrorCode.CONFLICT, () -> tenants.resume(WAYNE));
  }

  @Test
  void aTenantTellsSinceWhenItStandsWhereItDoes() {
    TestProject project = project();
    project.tenant("wayne", project.workspaceFrom("main", "fintech"));
    Tenants tenants = project.admin().tenants();
    Tenant ready = tenants.get(WAYNE);
    assertThat(ready.statusSince().orElseThrow()).isAfterOrEqualTo(ready.createdAt());

    tenants.suspend(WAYNE);

    Tenant suspended = tenants.get(WAYNE);
    assertThat(suspended.statusSince().orElseThrow())
        .isAfterOrEqualTo(ready.statusSince().orElseThrow());
    assertThat(tenants.list(TenantFilter.none(), PageRequest.all()).items())
        .extracting(Tenant::statusSince)
        .containsExactly(suspended.statusSince());
  }

  @Test
  void theTrashKeepsATenantUntilItIsRestored() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenant("wayne", main);
    project.run(WAYNE, main, "INSERT INTO users (email, name) VALUES ('a@b', 'Ada')");
    Tenants tenants = project.admin().tenants();
    TenantConnection before = connection(project, WAYNE);

    assertThat(tenants.delete(WAYNE, false))
        .isEqualTo(new TenantState(WAYNE, TenantStatus.DELETED));

    assertThat(project.tenantIds()).isEmpty();
    assertThat(tenants.get(WAYNE).status()).isEqualTo(TenantStatus.DELETED);
    assertThat(tenants.get(WAYNE).databases().getFirst().connection()).isEmpty();
    String trashed =
        "Tenant 'wayne' is in trash. Use POST /tenants/wayne/restore or DELETE"
            + " /tenants/wayne?hard=true";
    assertRefused(ErrorCode.CONFLICT, trashed, () -> project.tenant("wayne", main));
    assertRefused(ErrorCode.CONFLICT, trashed, () -> project.run(WAYNE, main, "SELECT 1"));
    assertRefused(ErrorCode.CONFLICT, () -> tenants.delete(WAYNE, false));
    assertThat(tenants.restore(WAYNE)).isEqualTo(new TenantState(WAYNE, TenantStatus.READY));
    assertThat(connection(project, WAYNE)).isEqualTo(before);
    assertThat(project.value(WAYNE, main, "SELECT name FROM users")).isEqualTo(Value.of("Ada"));
  }

  @Test
  void aHardDeleteLeavesNothing() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenant("wayne", main);
    project.run(WAYNE, main, "INSERT INTO users (email, name) VALUES ('a@b', 'Ada')");
    TenantConnection before = connection(project, WAYNE);
    Tenants tenants = project.admin().tenants();

    tenants.delete(WAYNE, true);

    assertRefused(ErrorCode.NOT_FOUND, "Tenant not found: wayne", () -> tenants.get(WAYNE));
    assertRefused(ErrorCode.NOT_FOUND, () -> tenants.delete(WAYNE, true));
    assertRefused(ErrorCode.NOT_FOUND, () -> tenants.restore(WAYNE));
    project.tenant("wayne", main);
    assertThat(connection(project, WAYNE).authToken()).isNotEqualTo(before.authToken());
    assertThat(project.value(WAYNE, main, "SELECT count(*) FROM users")).isEqualTo(Value.of(0));
  }

  private static TenantConnection connection(TestProject project, TenantId id) {
    return project.admin().tenants().get(id).databases().getLast().connection().orElseThrow();
  }
}
