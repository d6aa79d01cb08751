package io.tenantry.app.shell;

import io.tenantry.contract.Project;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentFilter;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What in the open project asks for attention.
 *
 * @param changes changes of workspaces that are not deployed yet
 * @param running deployments that run now
 * @param failed blueprints whose newest deployment ended with failures
 */
record Attention(int changes, int running, int failed) {
  static final Attention NONE = new Attention(0, 0, 0);

  private static final int NEWEST = 50;

  /** Asks a project; blocks. */
  static Attention in(Project project) {
    int changes =
        project.workspaces().list().stream()
            .mapToInt(workspace -> workspace.undeployedChanges().orElse(0))
            .sum();
    List<Deployment> newest =
        project.deployments().list(DeploymentFilter.none(), PageRequest.first(NEWEST)).items();
    int running = (int) newest.stream().filter(each -> !each.status().ended()).count();
    Map<WorkspaceName, Deployment> last = new LinkedHashMap<>();
    newest.forEach(each -> last.putIfAbsent(each.blueprintId(), each));
    int failed =
        (int)
            last.values().stream()
                .filter(each -> each.status().ended() && each.failedTenants() > 0)
                .count();
    return new Attention(changes, running, failed);
  }
}
