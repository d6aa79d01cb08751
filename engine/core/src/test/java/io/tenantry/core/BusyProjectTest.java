package io.tenantry.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.projects.CreateProject;
import io.tenantry.contract.projects.ProjectSummary;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project that is deleted in the middle of its work takes all its files along. */
class BusyProjectTest {
  private static final WorkspaceName BLOG = new WorkspaceName("blog");

  @TempDir Path folder;

  @Test
  void deletingAProjectWhileItDeploysLeavesNothing() {
    String id;
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      Project project = engine.open(Credential.owner());
      id = project.whoami().projectId().value();
      project.projects().create(new CreateProject("Next"));
      prepare(project);
      project.deployments().create(new CreateDeployment(BLOG));

      project.projects().delete(id);

      assertThat(project.projects().list())
          .extracting(ProjectSummary::name)
          .containsExactly("Next");
      assertThat(project.deployments().list()).isEmpty();
    }
    LocalEngine.open(EngineConfig.at(folder)).close();
    assertThat(folder.resolve("hosts/shared").resolve(id)).doesNotExist();
    assertThat(folder.resolve("workspaces").resolve(id)).doesNotExist();
  }

  private static void prepare(Project project) {
    project
        .workspaces()
        .create(new CreateWorkspace(BLOG, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    project.workspaces().importSchema(BLOG, new ImportSchema.FromTemplate("blog"));
    project
        .tenants()
        .createMany(
            new CreateTenants(
                IntStream.range(0, 200).mapToObj("t%d"::formatted).toList(),
                List.of(TenantDatabaseRequest.shared(BLOG))));
    project.workspaces().query(BLOG, new WorkspaceQuery("ALTER TABLE posts ADD COLUMN mood TEXT"));
  }
}
