package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentStates;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.deployments.TenantDeployment;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantDatabase;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.SaveSettings;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What deployments must do: progress, failures, retry, skips, lists. */
public abstract class DeploymentsContract extends ContractSuite {
  private static final TenantId WAYNE = new TenantId("wayne");
  private static final TenantId GLOBEX = new TenantId("globex");
  private static final TenantId STARK = new TenantId("stark");

  @Test
  void everyTenantIsBroughtToTheLatestVersion() {
    TestProject project = project();
    WorkspaceName main = bank(project);
    project.design(
        main,
        "ALTER TABLE users ADD COLUMN phone TEXT; CREATE INDEX users_phone ON users (phone);");

    Deployment started = project.admin().deployments().create(new CreateDeployment(main));
    Deployment ended = project.ended(started);

    assertThat(started.jobId().value()).startsWith("dep_");
    assertThat(started.blueprintId()).isEqualTo(main);
    assertThat(started.version()).isEqualTo(new Version(1, 2));
    assertThat(started.totalTenants()).isEqualTo(3);
    assertThat(ended.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(ended.completedTenants()).isEqualTo(3);
    assertThat(ended.failedTenants()).isZero();
    assertThat(ended.errors()).isEmpty();
    assertThat(ended.progress()).isEqualTo(1.0);
    assertThat(ended.progressDisplay()).isEqualTo("3/3 tenants");
    assertThat(ended.completedAt()).isPresent();
    assertThat(version(project, WAYNE)).isEqualTo(new Version(1, 2));
    assertThat(project.run(WAYNE, main, "SELECT phone FROM users").rows()).isEmpty();
    assertThat(project.changes(main)).isEmpty();
    assertThat(project.admin().blueprints().versions(main).versions().getFirst())
        .satisfies(latest -> assertThat(latest.deployedToCount()).isEqualTo(3));
  }

  @Test
  void aFailingTenantIsRolledBackWholeAndRetried() {
    TestProject project = project();
    WorkspaceName main = bank(project);
    project.run(
        GLOBEX, main, "INSERT INTO users (email, name) VALUES ('a@b', 'Same'), ('c@d', 'Same')");
    project.design(main, "CREATE TABLE extra (a); CREATE UNIQUE INDEX users_name ON users (name);");

    Deployment failed = project.deploy(main);

    assertThat(failed.status()).isEqualTo(DeploymentStatus.FAILED);
    assertThat(failed.completedTenants()).isEqualTo(2);
    assertThat(failed.failedTenants()).isEqualTo(1);
    assertThat(failed.progress()).isEqualTo(1.0);
    assertThat(failed.errors())
        .singleElement()
        .asString()
        .startsWith("tenant 'globex': ")
        .contains("UNIQUE constraint failed: users.name");
    assertThat(version(project, GLOBEX)).isEqualTo(new Version(1, 1));
    assertRefused(ErrorCode.BAD_REQUEST, () -> project.run(GLOBEX, main, "SELECT * FROM extra"));
    assertOnlyTheSecondTenantFailed(project, failed);

    project.run(GLOBEX, main, "UPDATE users SET name = 'Other' WHERE id = 2");
    Deployment retried = project.ended(project.admin().deployments().retry(failed.jobId()));

    assertThat(retried.jobId()).isEqualTo(failed.jobId());
    assertThat(retried.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(retried.completedTenants()).isEqualTo(3);
    assertThat(retried.errors()).isEmpty();

    assertThat(version(project, GLOBEX)).isEqualTo(new Version(1, 2));
    assertRefused(ErrorCode.CONFLICT, () -> project.admin().deployments().retry(failed.jobId()));
  }

  private static void assertOnlyTheSecondTenantFailed(TestProject project, Deployment deployment) {
    List<DeploymentTenant> states =
        project
            .admin()
            .deployments()
            .tenants(deployment.jobId(), Set.of(), PageRequest.all())
            .items();
    assertThat(states)
        .extracting(DeploymentTenant::state)
        .containsExactly(
            DeploymentTenant.State.DONE,
            DeploymentTenant.State.FAILED,
            DeploymentTenant.State.DONE);
    assertThat(states.get(1).error()).isPresent();
  }

  @Test
  void statesAreALetterATenantAndARetryGoesOnWithTheTime() {
    TestProject project = project();
    WorkspaceName main = bank(project);
    project.run(
        GLOBEX, main, "INSERT INTO users (email, name) VALUES ('a@b', 'Same'), ('c@d', 'Same')");
    project.design(main, "CREATE UNIQUE INDEX users_name ON users (name);");
    Deployments deployments = project.admin().deployments();

    Deployment failed = project.deploy(main);
    DeploymentStates letters = deployments.states(failed.jobId());
    assertThat(letters).isEqualTo(new DeploymentStates(failed.jobId(), "dfd"));
    assertThat(letters.size()).isEqualTo(3);
    assertThat(letters.at(1)).isEqualTo(DeploymentTenant.State.FAILED);

    project.run(GLOBEX, main, "UPDATE users SET name = 'Other' WHERE id = 2");
    Deployment retried = project.ended(deployments.retry(failed.jobId()));
    assertThat(deployments.states(failed.jobId()).letters()).isEqualTo("ddd");
    assertThat(retried.startedAt()).isEqualTo(failed.startedAt());
    assertThat(retried.durationMs()).contains(retried.detail().workedMs());
    assertThat(retried.detail().workedMs()).isGreaterThanOrEqualTo(failed.detail().workedMs());
  }

  @Test
  void tenantsThatAreThereAreSkipped() {
    TestProject project = project();
    WorkspaceName main = bank(project);
    project.design(main, "CREATE TABLE extra (a)");
    project.tenant("newest", main);

    Deployment ended = project.deploy(main);

    assertThat(ended.completedTenants()).isEqualTo(4);
    assertThat(ended.detail().skippedTenants()).isEqualTo(1);
    assertThat(project.admin().deployments().list().getFirst().detail().skippedTenants())
        .isEqualTo(1);
    assertThat(
            project
                .admin()
                .deployments()
                .tenants(ended.jobId(), Set.of(DeploymentTenant.State.SKIPPED), PageRequest.all())
                .items())
        .extracting(tenant -> tenant.tenantId().value())
        .containsExactly("newest");
  }

  @Test
  void aVersionGoesToNamedTenantsOnly() {
    TestProject project = project();
    WorkspaceName main = bank(project);
    project.design(main, "CREATE TABLE first (a)");
    project.design(main, "CREATE TABLE second (a)");

    Deployment ended =
        project.ended(
            project
                .admin()
                .deployments()
                .create(
                    new CreateDeployment(main, Optional.of(new Version(1, 2)), List.of(STARK))));

    assertThat(ended.totalTenants()).isEqualTo(1);
    assertThat(version(project, STARK)).isEqualTo(new Version(1, 2));
    assertThat(version(project, WAYNE)).isEqualTo(new Version(1, 1));
    assertThat(
            project.value(STARK, main, "SELECT count(*) FROM sqlite_schema WHERE name = 'second'"))
        .isEqualTo(Value.of(0));
  }

  @Test
  void skippedChangesReachNoTenant() {
    TestProject project = project();
    WorkspaceName main = bank(project);
    project.design(main, "CREATE TABLE kept (a)");
    project.design(main, "CREATE TABLE skipped (a)");
    long id = project.changes(main).getLast().id();
    project.admin().workspaces().skip(main, id);

    Deployment ended = project.deploy(main);

    assertThat(ended.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(
            project
                .run(
                    WAYNE, main, "SELECT name FROM sqlite_schema WHERE name IN ('kept', 'skipped')")
                .rows())
        .containsExactly(List.of(Value.of("kept")));
    long deployed = project.admin().workspaces().diff(main).changes().stream().count();
    assertThat(deployed).isZero();
  }

  @Test
  void deployedChangesCanNoLongerBeTakenBack() {
    TestProject project = project();
    WorkspaceName main = bank(project);
    project.design(main, "CREATE TABLE extra (a)");
    long id = project.changes(main).getFirst().id();
    project.deploy(main);

    String message = "DDL " + id + " not found or already deployed";
    assertRefused(ErrorCode.NOT_FOUND, message, () -> project.admin().workspaces().skip(main, id));
    assertRefused(
        ErrorCode.NOT_FOUND, message, () -> project.admin().workspaces().revert(main, id));
  }

  @Test
  void settingsReachTheTenantsWithADeployment() {
    TestProject project = project();
    WorkspaceName main = bank(project);
    project
        .admin()
        .workspaces()
        .saveSettings(main, new SaveSettings(Optional.empty(), Optional.of(1), Optional.empty()));
    assertThat(project.run(WAYNE, main, "VALUES (1), (2)").rowCount()).isEqualTo(2);

    project.deploy(main);

    assertThat(project.admin().workspaces().diff(main).settingsPending()).isFalse();
    assertThat(project.run(WAYNE, main, "VALUES (1), (2)").rowCount()).isEqualTo(1);
  }

  @Test
  void whatCannotBeDeployedIsRefused() {
    TestProject project = project();
    WorkspaceName main = bank(project);
    WorkspaceName plane = project.workspace("plane", WorkspaceMode.CONTROL);
    WorkspaceName blog = project.workspaceFrom("blog", "blog");
    Deployments deployments = project.admin().deployments();

    assertRefused(
        ErrorCode.NOT_FOUND,
        "Blueprint not found: ghost",
        () -> deployments.create(new CreateDeployment(new WorkspaceName("ghost"))));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Version not found: 1.9",
        () ->
            deployments.create(
                new CreateDeployment(main, Optional.of(new Version(1, 9)), List.of())));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Tenant not found: nobody",
        () ->
            deployments.create(
                new CreateDeployment(main, Optional.empty(), List.of(new TenantId("nobody")))));
    assertRefused(ErrorCode.BAD_REQUEST, () -> deployments.create(new CreateDeployment(plane)));
    assertRefused(
        ErrorCode.BAD_REQUEST,
        () -> deployments.create(new CreateDeployment(blog, Optional.empty(), List.of(WAYNE))));
    project.admin().tenants().delete(WAYNE, false);
    assertRefused(
        ErrorCode.CONFLICT,
        () -> deployments.create(new CreateDeployment(main, Optional.empty(), List.of(WAYNE))));
    assertThat(deployments.list()).isEmpty();
  }

  @Test
  void anOlderVersionIsAConflictForNamedTenants() {
    TestProject project = project();
    WorkspaceName main = bank(project);
    project.design(main, "CREATE TABLE extra (a)");
    project.deploy(main);

    assertRefused(
        ErrorCode.CONFLICT,
        () ->
            project
                .admin()
                .deployments()
                .create(
                    new CreateDeployment(main, Optional.of(new Version(1, 1)), List.of(WAYNE))));
  }

  @Test
  void unknownDeploymentsAreNamed() {
    Deployments deployments = project().admin().deployments();
    DeploymentId ghost = new DeploymentId("dep_0000");
    String message = "Deployment not found: dep_0000";

    assertRefused(ErrorCode.NOT_FOUND, message, () -> deployments.get(ghost));
    assertRefused(ErrorCode.NOT_FOUND, message, () -> deployments.retry(ghost));
    assertRefused(
        ErrorCode.NOT_FOUND,
        message,
        () -> deployments.tenants(ghost, Set.of(), PageRequest.all()));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Tenant not found: wayne",
        () -> deployments.ofTenant(WAYNE, PageRequest.all()));
  }

  @Test
  void listsAreNewestFirstAndPaged() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenants(main, IntStream.range(0, 12).mapToObj(i -> "t" + i).toArray(String[]::new));
    List<Deployment> made = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      project.design(main, "CREATE TABLE extra" + round + " (a)");
      made.addFirst(project.deploy(main));
    }

    assertThat(project.admin().deployments().list())
        .extracting(Deployment::jobId)
        .containsExactlyElementsOf(made.stream().map(Deployment::jobId).toList());
    assertThat(tenantsOf(project, made.getFirst().jobId()))
        .containsExactlyElementsOf(IntStream.range(0, 12).mapToObj(i -> "t" + i).toList());
    Page<TenantDeployment> page =
        project.admin().deployments().ofTenant(new TenantId("t3"), PageRequest.first(2));
    assertThat(page.total()).isEqualTo(3);
    assertThat(page.items())
        .extracting(TenantDeployment::jobId)
        .containsExactly(made.get(0).jobId(), made.get(1).jobId());
    assertThat(page.items().getFirst().fromVersion()).contains(new Version(1, 3));
    assertThat(page.items().getFirst().version()).isEqualTo(new Version(1, 4));
    assertThat(page.items().getFirst().status()).isEqualTo(DeploymentTenant.State.DONE);
    assertThat(
            project
                .admin()
                .deployments()
                .ofTenant(new TenantId("t3"), PageRequest.after(page.nextCursor().orElseThrow(), 2))
                .items())
        .extracting(TenantDeployment::jobId)
        .containsExactly(made.get(2).jobId());
  }

  @Test
  void deploymentsOutliveARestart() {
    TestProject project = project();
    WorkspaceName main = bank(project);
    project.design(main, "CREATE TABLE extra (a)");
    Deployment ended = project.deploy(main);

    fixture().reopen();
    TestProject again = project.reopened();

    assertThat(again.admin().deployments().get(ended.jobId())).isEqualTo(ended);
    assertThat(again.run(WAYNE, main, "SELECT a FROM extra").rows()).isEmpty();
  }

  private static WorkspaceName bank(TestProject project) {
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenants(main, "wayne", "globex", "stark");
    return main;
  }

  private static Version version(TestProject project, TenantId tenant) {
    TenantDatabase database = project.admin().tenants().get(tenant).databases().getFirst();
    return database.version();
  }

  private static List<String> tenantsOf(TestProject project, DeploymentId id) {
    List<String> all = new ArrayList<>();
    Page<DeploymentTenant> page =
        project.admin().deployments().tenants(id, Set.of(), PageRequest.first(5));
    while (true) {
      page.items().forEach(tenant -> all.add(tenant.tenantId().value()));
      Optional<String> next = page.nextCursor();
      if (next.isEmpty()) {
        return all;
      }
      page = project.admin().deployments().tenants(id, Set.of(), PageRequest.after(next.get(), 5));
    }
  }
}
