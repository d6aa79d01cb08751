package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentFilter;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the list of deployments must do: pages, filters, search. */
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
