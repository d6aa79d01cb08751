package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.ChangeIsolation;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.CreatedTenants;
import io.tenantry.contract.tenants.IsolationChange;
import io.tenantry.contract.tenants.IsolationStarted;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantConnection;
import io.tenantry.contract.tenants.TenantDatabase;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.tenants.Tenants;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What hosts must do: databases on the shared one, on hosts of their own in regions, and moves. */
public abstract class IsolationContract extends ContractSuite {
  private static final TenantId WAYNE = new TenantId("wayne");

  @Test
  void aDedicatedTenantIsAnnouncedAtOnceAndReadySoonAfter() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");

    Tenant made = create(project, dedicated(main, "us-east"));

    assertThat(made.status()).isEqualTo(TenantStatus.PROVISIONING);
    assertThat(hosts(made)).containsExactly("main 2 us-east");
    assertThat(made.databases().getFirst().connection()).isEmpty();
    Tenant ready = project.settled(WAYNE);
    assertThat(hosts(ready)).containsExactly("main 2 us-east");
    assertThat(ready.databases().getFirst().connection()).isPresent();
    project.run(WAYNE, main, "INSERT INTO users (email, name) VALUES ('a@b', 'Ada')");
    assertThat(project.value(WAYNE, main, "SELECT name FROM users")).isEqualTo(Value.of("Ada"));
  }

  @Test
  void withoutARegionTheDefaultOneIsTaken() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");

    create(project, new TenantDatabaseRequest(main, 2, Optional.empty()));

    assertThat(hosts(project.settled(WAYNE))).containsExactly("main 2 eu-central");
  }

  @Test
  void aTenantMayMixLevels() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    WorkspaceName blog = project.workspaceFrom("blog", "blog");
    WorkspaceName shop = project.workspaceFrom("shop", "ecommerce");

    Tenant made = create(project, TenantDatabaseRequest.shared(main), dedicated(blog, "us-west"));
    assertThat(made.status()).isEqualTo(TenantStatus.PROVISIONING);
    assertThat(hosts(made)).containsExactly("blog 2 us-west", "main 1");
    assertThat(hosts(project.settled(WAYNE))).containsExactly("blog 2 us-west", "main 1");

    Tenant grown = create(project, dedicated(shop, "us-east"));
    assertThat(grown.status()).isEqualTo(TenantStatus.PROVISIONING);
    assertThat(project.value(WAYNE, main, "SELECT count(*) FROM users"))
        .as("the databases it has stay in use")
        .isEqualTo(Value.of(0));
    assertThat(hosts(project.settled(WAYNE)))
        .containsExactly("blog 2 us-west", "main 1", "shop 2 us-east");
    assertThat(project.value(WAYNE, shop, "SELECT count(*) FROM orders")).isEqualTo(Value.of(0));
  }

  @Test
  void manyDedicatedTenantsAreAnnouncedTogether() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenant("taken", main);

    CreatedTenants made =
        project
            .admin()
            .tenants()
            .createMany(
                new CreateTenants(
                    List.of("a", "taken", "b"), List.of(dedicated(main, "ap-southeast"))));

    assertThat(made.created()).extracting(Tenant::status).containsOnly(TenantStatus.PROVISIONING);
    assertThat(made.failed()).extracting(failure -> failure.tenantId()).containsExactly("taken");
    assertThat(hosts(project.settled(new TenantId("a")))).containsExactly("main 2 ap-southeast");
    assertThat(hosts(project.settled(new TenantId("b")))).containsExactly("main 2 ap-southeast");
  }

  @Test
  void aDedicatedTenantOutlivesARestartAndIsDestroyedWhole() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    create(project, dedicated(main, "us-east"));
    project.settled(WAYNE);
    project.run(WAYNE, main, "INSERT INTO users (email, name) VALUES ('a@b', 'Ada')");

    fixture().reopen();
    TestProject again = project.reopened();

    assertThat(hosts(again.admin().tenants().get(WAYNE))).containsExactly("main 2 us-east");
    assertThat(again.value(WAYNE, main, "SELECT name FROM users")).isEqualTo(Value.of("Ada"));
    again.admin().tenants().delete(WAYNE, true);
    create(again, dedicated(main, "us-east"));
    again.settled(WAYNE);
    assertThat(again.value(WAYNE, main, "SELECT count(*) FROM users")).isEqualTo(Value.of(0));
  }

  @Test
  void hostsThatAreNotToBeHadAreRefusedNamingTheField() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    WorkspaceName blog = project.workspaceFrom("blog", "blog");
    Tenants tenants = project.admin().tenants();

    EngineException unknown =
        refusal(
            () ->
                tenants.create(
                    new CreateTenant(
                        WAYNE,
                        List.of(TenantDatabaseRequest.shared(main), dedicated(blog, "mars")))));
    assertThat(unknown.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(unknown.message())
        .isEqualTo(
            "Unknown region 'mars'; regions are: eu-central, ap-southeast, us-east, us-west");
    assertThat(unknown.detail("field")).contains("databases[1].region");
    assertRefused(
        ErrorCode.BAD_REQUEST,
        "databases[0].region is for isolation_level 2; leave it out for isolation_level 1",
        () ->
            tenants.createMany(
                new CreateTenants(
                    List.of("a"),
                    List.of(new TenantDatabaseRequest(main, 1, Optional.of("us-east"))))));
    assertThat(project.tenantIds()).isEmpty();
  }

  @Test
  void aDatabaseMovesToAHostOfItsOwnToAnotherRegionAndBack() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenant("wayne", main);
    project.run(WAYNE, main, "INSERT INTO users (email, name) VALUES ('a@b', 'Ada')");
    TenantConnection before = connection(project);
    Tenants tenants = project.admin().tenants();

    assertThat(tenants.changeIsolation(WAYNE, new ChangeIsolation(main, 2, Optional.empty())))
        .isEqualTo(new IsolationStarted(WAYNE, main, 1, 2, Optional.empty(), Optional.empty()));
    assertThat(hosts(project.settled(WAYNE))).containsExactly("main 2 eu-central");
    project.run(WAYNE, main, "INSERT INTO users (email, name) VALUES ('c@d', 'Cy')");
    assertThat(tenants.changeIsolation(WAYNE, ChangeIsolation.toRegion(main, "us-west")))
        .isEqualTo(
            new IsolationStarted(
                WAYNE, main, 2, 2, Optional.of("eu-central"), Optional.of("us-west")));
    assertThat(hosts(project.settled(WAYNE))).containsExactly("main 2 us-west");
    project.run(WAYNE, main, "INSERT INTO users (email, name) VALUES ('e@f', 'Eve')");
    tenants.changeIsolation(WAYNE, ChangeIsolation.toShared(main));
    assertThat(hosts(project.settled(WAYNE))).containsExactly("main 1");

    assertThat(project.value(WAYNE, main, "SELECT group_concat(name) FROM users"))
        .isEqualTo(Value.of("Ada,Cy,Eve"));
    assertThat(connection(project).authToken()).isEqualTo(before.authToken());
    assertThat(connection(project).database()).isEqualTo(before.database());
  }

  @Test
  void everyMoveIsNoted() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenant("wayne", main);
    Tenants tenants = project.admin().tenants();
    for (ChangeIsolation move :
        List.of(
            ChangeIsolation.toRegion(main, "eu-central"),
            ChangeIsolation.toRegion(main, "us-west"),
            ChangeIsolation.toShared(main))) {
      tenants.changeIsolation(WAYNE, move);
      project.settled(WAYNE);
    }

    List<IsolationChange> changes = tenants.isolationChanges(WAYNE);

    assertThat(changes)
        .extracting(IsolationContract::described)
        .containsExactly(
            "main 2-1 us-west- completed",
            "main 2-2 eu-central-us-west completed",
            "main 1-2 -eu-central completed");
    assertThat(changes)
        .allSatisfy(
            change -> {
              assertThat(change.sizeBytes().orElseThrow()).isPositive();
              assertThat(change.heldMs().orElseThrow()).isPositive();
              assertThat(change.completedAt()).isPresent();
            });
  }

  private static String described(IsolationChange change) {
    return "%s %d-%d %s-%s %s"
        .formatted(
            change.blueprint(),
            change.from(),
            change.to(),
            change.fromRegion().orElse(""),
            change.toRegion().orElse(""),
            change.state().code());
  }

  @Test
  void aMovedDatabaseOutlivesARestartAndIsDestroyedWhole() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenant("wayne", main);
    project.run(WAYNE, main, "INSERT INTO users (email, name) VALUES ('a@b', 'Ada')");
    project.admin().tenants().changeIsolation(WAYNE, ChangeIsolation.toRegion(main, "us-east"));
    project.settled(WAYNE);

    fixture().reopen();
    TestProject again = project.reopened();

    assertThat(again.value(WAYNE, main, "SELECT name FROM users")).isEqualTo(Value.of("Ada"));
    again.admin().tenants().delete(WAYNE, true);
    again.tenant("wayne", main);
    assertThat(again.value(WAYNE, main, "SELECT count(*) FROM users")).isEqualTo(Value.of(0));
  }

  @Test
  void aDeploymentReachesMovedDatabases() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenant("wayne", main);
    project.admin().tenants().changeIsolation(WAYNE, ChangeIsolation.toRegion(main, "us-east"));
    project.design(main, "CREATE TABLE more (a)");

    assertThat(project.deploy(main).completedTenants()).isEqualTo(1);

    Tenant settled = project.settled(WAYNE);
    assertThat(settled.databases().getFirst().version().minor()).isEqualTo(2);
    assertThat(project.value(WAYNE, main, "SELECT count(*) FROM more")).isEqualTo(Value.of(0));
  }

  @Test
  void movesThatCannotBeAreRefused() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenant("wayne", main);
    Tenants tenants = project.admin().tenants();

    assertRefused(
        ErrorCode.BAD_REQUEST,
        "Database 'main__wayne' has isolation level 1 already",
        () -> tenants.changeIsolation(WAYNE, ChangeIsolation.toShared(main)));
    assertRefused(
        ErrorCode.BAD_REQUEST,
        "region is for isolation_level 2; leave it out for isolation_level 1",
        () ->
            tenants.changeIsolation(
                WAYNE, new ChangeIsolation(main, 1, Optional.of("eu-central"))));
    assertRefused(
        ErrorCode.BAD_REQUEST,
        "Unknown region 'mars'; regions are: eu-central, ap-southeast, us-east, us-west",
        () -> tenants.changeIsolation(WAYNE, ChangeIsolation.toRegion(main, "mars")));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Tenant not found: ghost",
        () ->
            tenants.changeIsolation(
                new TenantId("ghost"), ChangeIsolation.toRegion(main, "us-east")));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Blueprint not found: ghost",
        () ->
            tenants.changeIsolation(
                WAYNE, ChangeIsolation.toRegion(new WorkspaceName("ghost"), "us-east")));
    assertThat(project.admin().tenants().get(WAYNE).status()).isEqualTo(TenantStatus.READY);
    assertThat(tenants.isolationChanges(WAYNE)).isEmpty();
  }

  @Test
  void aDedicatedDatabaseStaysInItsRegionWithoutAWish() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    create(project, dedicated(main, "us-west"));
    project.settled(WAYNE);

    assertRefused(
        ErrorCode.BAD_REQUEST,
        "Database 'main__wayne' has isolation level 2 in region 'us-west' already",
        () ->
            project
                .admin()
                .tenants()
                .changeIsolation(WAYNE, new ChangeIsolation(main, 2, Optional.empty())));
  }

  @Test
  void onlyReadyTenantsMove() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenant("wayne", main);
    Tenants tenants = project.admin().tenants();
    ChangeIsolation move = ChangeIsolation.toRegion(main, "us-east");

    tenants.suspend(WAYNE);
    assertRefused(
        ErrorCode.CONFLICT,
        "Tenant 'wayne' is suspended. Use POST /tenants/wayne/resume",
        () -> tenants.changeIsolation(WAYNE, move));
    tenants.resume(WAYNE);
    tenants.delete(WAYNE, false);
    assertRefused(
        ErrorCode.CONFLICT,
        "Tenant 'wayne' is in trash. Use POST /tenants/wayne/restore or DELETE"
            + " /tenants/wayne?hard=true",
        () -> tenants.changeIsolation(WAYNE, move));
  }

  @Test
  void movingTakesAnAdministratorOfTheWholeTenant() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    WorkspaceName blog = project.workspaceFrom("blog", "blog");
    create(project, TenantDatabaseRequest.shared(main), TenantDatabaseRequest.shared(blog));
    ChangeIsolation move = ChangeIsolation.toRegion(main, "us-east");

    assertRefused(
        ErrorCode.ROLE_REQUIRED,
        () -> project.as(Role.WRITE, ScopeType.PROJECT).tenants().changeIsolation(WAYNE, move));
    assertRefused(
        ErrorCode.SCOPE_DENIED,
        () ->
            project
                .as(Role.ADMIN, ScopeType.WORKSPACE, "main")
                .tenants()
                .changeIsolation(WAYNE, move));
    assertRefused(
        ErrorCode.SCOPE_DENIED,
        () ->
            project
                .as(Role.ADMIN, ScopeType.TENANT, "wayne")
                .tenants()
                .changeIsolation(WAYNE, move));
    project.admin().tenants().changeIsolation(WAYNE, move);
    project.settled(WAYNE);
    assertThat(project.as(Role.READ, ScopeType.WORKSPACE, "main").tenants().isolationChanges(WAYNE))
        .hasSize(1);
    assertThat(project.as(Role.READ, ScopeType.WORKSPACE, "blog").tenants().isolationChanges(WAYNE))
        .isEmpty();
  }

  private static TenantConnection connection(TestProject project) {
    return project.admin().tenants().get(WAYNE).databases().getFirst().connection().orElseThrow();
  }

  private static Tenant create(TestProject project, TenantDatabaseRequest... databases) {
    return project.admin().tenants().create(new CreateTenant(WAYNE, List.of(databases)));
  }

  private static TenantDatabaseRequest dedicated(WorkspaceName blueprint, String region) {
    return new TenantDatabaseRequest(blueprint, 2, Optional.of(region));
  }

  /** Returns the databases as {@code blueprint level region}. */
  private static List<String> hosts(Tenant tenant) {
    return tenant.databases().stream()
        .map(
            (TenantDatabase database) ->
                database.blueprint()
                    + " "
                    + database.isolationLevel()
                    + database.region().map(zone -> " " + zone).orElse(""))
        .toList();
  }
}
