package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentFilter;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentOptions;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentStrategy;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.deployments.Share;
import io.tenantry.contract.deployments.UndoDeployment;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the list and the history of deployments must do: pages, filters, search, lasting. */
public abstract class DeploymentListsContract extends ContractSuite {
  private static final PageRequest ALL = PageRequest.all();
  private static final DeploymentFilter.Sort NEWEST = DeploymentFilter.Sort.CREATED_DESC;

  @Test
  void theListIsPagedFilteredAndSearched() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    WorkspaceName blog = project.workspaceFrom("blog", "blog");
    project.tenants(main, "wayne");
    project.tenants(blog, "globex");
    List<DeploymentId> made = new ArrayList<>();
    for (WorkspaceName each : List.of(main, blog, main, main, blog)) {
      project.design(each, "CREATE TABLE extra" + made.size() + " (a)");
      made.addFirst(project.deploy(each).jobId());
    }
    Deployments deployments = project.admin().deployments();

    Page<Deployment> page = deployments.list(DeploymentFilter.none(), PageRequest.first(2));
    assertThat(jobs(page)).isEqualTo(made.subList(0, 2));
    assertThat(page.total()).isEqualTo(5);
    assertThat(
            jobs(
                deployments.list(
                    DeploymentFilter.none(),
                    PageRequest.after(page.nextCursor().orElseThrow(), 2))))
        .isEqualTo(made.subList(2, 4));
    Page<Deployment> last = deployments.list(DeploymentFilter.none(), PageRequest.at(3, 2));
    assertThat(jobs(last)).isEqualTo(made.subList(3, 5));
    assertThat(last.nextCursor()).isEmpty();
    assertThat(jobs(deployments.list(filter("", main, DeploymentFilter.Sort.CREATED), ALL)))
        .containsExactly(made.get(4), made.get(2), made.get(1));
    assertThat(jobs(deployments.list(filter("1.3 MAIN", null, NEWEST), ALL)))
        .containsExactly(made.get(2));
    assertThat(jobs(deployments.list(filter(made.get(3).value(), null, NEWEST), ALL)))
        .containsExactly(made.get(3));
    assertThat(deployments.list(failed(), ALL).items()).isEmpty();
    assertThat(deployments.list(failed(), ALL).total()).isZero();
  }

  @Test
  void theHistoryKeepsTenantsThatAreDestroyed() {
    TestProject project = DeploymentFleet.of(project(), 3);
    DeploymentFleet.fail(project, "t1");
    project.design(DeploymentFleet.MAIN, "CREATE UNIQUE INDEX users_name ON users (name)");
    Deployment before = project.deploy(DeploymentFleet.MAIN);
    Deployments deployments = project.admin().deployments();
    List<DeploymentTenant> tenants = DeploymentFleet.tenants(project, before.jobId(), Set.of());
    TenantId t1 = new TenantId("t1");

    project.admin().tenants().delete(t1, true);
    project.admin().tenants().delete(new TenantId("t2"), true);
    project.tenants(DeploymentFleet.MAIN, "t1");

    assertThat(before.failedTenants()).isEqualTo(1);
    assertThat(before.detail().errorGroups()).hasSize(1);
    assertThat(deployments.get(before.jobId())).isEqualTo(before);
    assertThat(DeploymentFleet.tenants(project, before.jobId(), Set.of())).isEqualTo(tenants);
    assertThat(deployments.states(before.jobId()).letters()).isEqualTo("dfd");
    assertThat(deployments.ofTenant(t1, PageRequest.all()).items()).isEmpty();
    assertRefused(
        ErrorCode.CONFLICT,
        "Deployment " + before.jobId() + " has no failed tenants that still exist",
        () -> deployments.retry(before.jobId()));
  }

  @Test
  void aDeploymentGoesOnWithoutTenantsThatAreDestroyedBeforeTheirTurn() {
    TestProject project = DeploymentFleet.of(project(), 4);
    DeploymentFleet.fail(project, "t0");
    project.design(DeploymentFleet.MAIN, "CREATE UNIQUE INDEX users_name ON users (name)");
    DeploymentStrategy careful = DeploymentStrategy.stages(Share.tenants(1));
    Deployment stopped =
        project.ended(
            DeploymentFleet.create(project, DeploymentOptions.defaults().withStrategy(careful)));
    assertThat(stopped.detail().notReachedTenants()).isEqualTo(3);

    project.admin().tenants().delete(new TenantId("t2"), true);
    DeploymentFleet.repair(project, "t0");

    Deployments deployments = project.admin().deployments();
    assertThat(deployments.get(stopped.jobId())).isEqualTo(stopped);
    Deployment retried = project.ended(deployments.retry(stopped.jobId()));
    assertThat(retried.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(retried.totalTenants()).isEqualTo(3);
    assertThat(DeploymentFleet.states(project, stopped.jobId(), DeploymentTenant.State.DONE))
        .containsExactly("t0", "t1", "t3");
  }

  @Test
  void whatIsLeftOfADeploymentCountsAsUndone() {
    TestProject project = DeploymentFleet.of(project(), 3);
    project.design(DeploymentFleet.MAIN, "CREATE TABLE extra (a)");
    Deployments deployments = project.admin().deployments();
    DeploymentId done = project.deploy(DeploymentFleet.MAIN).jobId();
    project.admin().tenants().delete(new TenantId("t0"), true);

    Deployment undo = project.ended(deployments.undo(done, UndoDeployment.byPlan().confirmed()));
    project.admin().tenants().delete(new TenantId("t1"), true);

    assertThat(undo.totalTenants()).isEqualTo(2);
    assertThat(deployments.get(done).completedTenants()).isEqualTo(3);
    assertThat(deployments.get(done).detail().undoneBy()).contains(undo.jobId());
  }

  private static DeploymentFilter filter(
      String search, @Nullable WorkspaceName blueprint, DeploymentFilter.Sort sort) {
    return new DeploymentFilter(
        Optional.of(search).filter(text -> !text.isEmpty()),
        Optional.empty(),
        Optional.ofNullable(blueprint),
        sort);
  }

  private static DeploymentFilter failed() {
    return new DeploymentFilter(
        Optional.empty(), Optional.of(DeploymentStatus.FAILED), Optional.empty(), NEWEST);
  }

  private static List<DeploymentId> jobs(Page<Deployment> page) {
    return page.items().stream().map(Deployment::jobId).toList();
  }
}
