package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.CreatedTenants;
import io.tenantry.contract.tenants.Tenant;
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
