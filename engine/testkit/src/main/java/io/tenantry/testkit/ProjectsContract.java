package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Project;
import io.tenantry.contract.Secret;
import io.tenantry.contract.accounts.Signup;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.info.Region;
import io.tenantry.contract.projects.CreateProject;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.projects.ProjectName;
import io.tenantry.contract.projects.ProjectSecrets;
import io.tenantry.contract.projects.ProjectSummary;
import io.tenantry.contract.projects.Projects;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What projects must do, and what an engine says about itself. */
public abstract class ProjectsContract extends ContractSuite {
  private int accounts;

  @Test
  void anEngineSaysWhatItIs() {
    assertThat(fixture().engine().info().service()).isEqualTo("Tenantry");
    assertThat(fixture().engine().info().version()).isNotBlank();
    assertThat(fixture().engine().info().regions())
        .filteredOn(Region::isDefault)
        .extracting(Region::zone)
        .containsExactly("eu-central");
  }

  @Test
  void aNewProjectHasBothSecrets() {
    ProjectSecrets made = account().projects().create(new CreateProject("E-commerce"));

    assertThat(made.name()).isEqualTo("E-commerce");
    assertThat(made.projectId().value()).matches("tdb_[0-9a-f]{8}");
    assertThat(made.apiKey().value()).matches("tdb_sk_[0-9a-f]{64}");
    assertThat(made.proxyPassword().value()).matches("tdb_[0-9a-f]{16}");
    assertThat(fixture().as(made.apiKey()).whoami().projectName()).isEqualTo("E-commerce");
  }

  @Test
  void theListCountsWhatIsInAProject() {
    Project account = account();
    Secret key = account.projects().create(new CreateProject("Counted")).apiKey();
    TestProject counted =
        new TestProject(fixture(), new ProjectId("tdb_00000000"), "", key, fixture().as(key));
    WorkspaceName main = counted.workspaceFrom("main", "fintech");
    counted.tenants(main, "wayne", "globex", "stark");
    counted.admin().tenants().delete(new TenantId("stark"), false);
    counted.as(Role.READ, ScopeType.PROJECT);

    ProjectSummary summary = account.projects().list().getLast();

    assertThat(summary.name()).isEqualTo("Counted");
    assertThat(summary.apiKey()).isEqualTo(key);
    assertThat(summary.apiKeyCount()).isEqualTo(2);
    assertThat(summary.workspaces()).isEqualTo(1);
    assertThat(summary.tenants()).isEqualTo(2);
    assertThat(summary.databaseTypes()).containsExactly(DatabaseType.SQLITE);
    assertThat(counted.admin().status().tenants()).isEqualTo(2);
  }

  @Test
  void projectsAreFoundByIdAndByName() {
    Projects projects = account().projects();
    ProjectSecrets made = projects.create(new CreateProject("A/B & ü? 100%"));

    assertThat(projects.switchTo(made.projectId().value())).isEqualTo(made);
    assertThat(projects.switchTo("A/B & ü? 100%")).isEqualTo(made);
    assertRefused(
        ErrorCode.NOT_FOUND, "Project not found: tdb_0", () -> projects.switchTo("tdb_0"));
  }

  @Test
  void aNameIsUsedOncePerAccount() {
    Projects projects = account().projects();
    projects.create(new CreateProject("Taken"));
    ProjectSecrets other = projects.create(new CreateProject("Other"));

    assertRefused(
        ErrorCode.CONFLICT,
        "Project 'Taken' already exists",
        () -> projects.create(new CreateProject("Taken")));
    assertRefused(
        ErrorCode.CONFLICT,
        () -> projects.rename(other.projectId().value(), new CreateProject("Taken")));
    account().projects().create(new CreateProject("Taken"));
  }

  @Test
  void renamingKeepsTheId() {
    Projects projects = account().projects();
    ProjectSecrets made = projects.create(new CreateProject("Before"));

    assertThat(projects.rename("Before", new CreateProject("After")))
        .isEqualTo(new ProjectName(made.projectId(), "After"));
    assertThat(fixture().as(made.apiKey()).whoami().projectName()).isEqualTo("After");
  }

  @Test
  void deletingEndsItsKeysAndNeverTakesTheLastProject() {
    Projects projects = account().projects();
    ProjectSecrets made = projects.create(new CreateProject("Short"));
    new TestProject(fixture(), made.projectId(), "", made.apiKey(), fixture().as(made.apiKey()))
        .workspace("main");

    assertThat(projects.delete(made.projectId().value())).isEqualTo(made.projectId());

    assertRefused(ErrorCode.UNAUTHORIZED, () -> fixture().as(made.apiKey()));
    assertThat(projects.list()).hasSize(1);
    assertRefused(
        ErrorCode.BAD_REQUEST,
        "Cannot delete your only project. Rename it or create another project first.",
        () -> projects.delete("My Project"));
  }

  @Test
  void accountsDoNotSeeEachOther() {
    ProjectSecrets foreign = account().projects().create(new CreateProject("Foreign"));
    Projects projects = account().projects();

    assertThat(projects.list()).extracting(ProjectSummary::name).containsExactly("My Project");
    assertThat(
            List.of(
                refusal(() -> projects.switchTo(foreign.projectId().value())).code(),
                refusal(() -> projects.delete(foreign.projectId().value())).code()))
        .isSubsetOf(ErrorCode.NOT_FOUND, ErrorCode.FORBIDDEN);
  }

  @Test
  void onlyAProjectWideAdministratorMayUseThem() {
    TestProject project = project();
    project.workspace("main");

    assertRefused(
        ErrorCode.ROLE_REQUIRED,
        "this endpoint requires one of the following roles: admin",
        () -> project.as(Role.READ, ScopeType.PROJECT).projects().list());
    assertRefused(
        ErrorCode.ROLE_REQUIRED,
        () -> project.as(Role.WRITE, ScopeType.PROJECT).projects().create(new CreateProject("x")));
    assertRefused(
        ErrorCode.SCOPE_DENIED,
        () -> project.as(Role.ADMIN, ScopeType.WORKSPACE, "main").projects().list());
  }

  private Project account() {
    return fixture()
        .as(
            fixture()
                .engine()
                .accounts()
                .signup(
                    new Signup(
                        "owner" + ++accounts + "@example.com",
                        new Secret("correct horse"),
                        Signup.DEFAULT_PROJECT_NAME))
                .apiKey());
  }
}
