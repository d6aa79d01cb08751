package io.tenantry.core.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.Secret;
import io.tenantry.contract.accounts.SignedUp;
import io.tenantry.contract.accounts.Signup;
import io.tenantry.contract.apikeys.ApiKey;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.projects.CreateProject;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.projects.ProjectName;
import io.tenantry.contract.projects.ProjectSecrets;
import io.tenantry.contract.projects.ProjectSummary;
import io.tenantry.contract.projects.Projects;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.core.SettableClock;
import io.tenantry.core.access.Authenticator;
import io.tenantry.core.access.Tier;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.hosts.RegionConfig;
import io.tenantry.core.hosts.Regions;
import io.tenantry.core.hosts.TenantPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectsTest {
  @TempDir Path parent;
  private Path folder;
  private LocalEngine engine;
  private Project project;

  @BeforeEach
  void open() {
    folder = parent.resolve("data");
    open(Tier.ENTERPRISE);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void theOwnerHasAProjectFromTheStart() {
    ProjectId id = project.whoami().projectId();

    assertThat(project.projects().list())
        .isEqualTo(
            List.of(
                new ProjectSummary(
                    id,
                    "My Project",
                    engine.ownerKey(),
                    1,
                    0,
                    0,
                    List.of(),
                    Instant.parse("2026-01-15T10:30:00Z"),
                    Optional.empty())));
  }

  @Test
  void aNewProjectOpensWithItsKeyAndIsFoundByIdAndName() {
    ProjectSecrets created = project.projects().create(new CreateProject("Shop"));

    assertThat(created.projectId().value()).matches("tdb_[0-9a-f]{8}");
    assertThat(engine.open(new Credential.ApiKey(created.apiKey())).whoami().projectName())
        .isEqualTo("Shop");
    assertThat(project.projects().switchTo("Shop")).isEqualTo(created);
    assertThat(project.projects().switchTo(created.projectId().value())).isEqualTo(created);
    assertThat(project.projects().list())
        .extracting(ProjectSummary::name)
        .containsExactly("My Project", "Shop");
  }

  @Test
  void aNameIsTakenOncePerAccount() {
    project.projects().create(new CreateProject("Shop"));

    assertFails(
        () -> project.projects().create(new CreateProject("Shop")),
        ErrorCode.CONFLICT,
        "Project 'Shop' already exists");
    assertFails(
        () -> project.projects().rename("Shop", new CreateProject("My Project")),
        ErrorCode.CONFLICT,
        "Project 'My Project' already exists");
  }

  @Test
  void renamingShowsAtOnceToOpenProjects() {
    ProjectId id = project.whoami().projectId();

    assertThat(project.projects().rename("My Project", new CreateProject("Ours")))
        .isEqualTo(new ProjectName(id, "Ours"));
    assertThat(project.whoami().projectName()).isEqualTo("Ours");
  }

  @Test
  void unknownAndForeignProjectsAreToldApart() {
    SignedUp ada =
        engine.accounts().signup(new Signup("ada@example.com", new Secret("12345678"), "Ada's"));
    String foreign = ada.projectId().value();
    Projects own = engine.open(new Credential.ApiKey(engine.ownerKey())).projects();

    assertFails(() -> own.switchTo("nope"), ErrorCode.NOT_FOUND, "Project not found: nope");
    String theirs = "Project '" + foreign + "' can be used by its owner only";
    assertFails(() -> own.switchTo(foreign), ErrorCode.FORBIDDEN, theirs);
    assertFails(() -> own.delete(foreign), ErrorCode.FORBIDDEN, theirs);
    assertFails(
        () -> own.rename("Ada's", new CreateProject("Mine")),
        ErrorCode.NOT_FOUND,
        "Project not found: Ada's");
  }

  @Test
  void theOnlyProjectStays() {
    assertFails(
        () -> project.projects().delete("My Project"),
        ErrorCode.BAD_REQUEST,
        "Cannot delete your only project. Rename it or create another project first.");
  }

  @Test
  void deletingTakesKeysAndFilesAlong() throws IOException {
    ProjectSecrets shop = project.projects().create(new CreateProject("Shop"));
    Path workspace = file("workspaces", shop.projectId(), "main.db");
    Path tenant = file("hosts/shared", shop.projectId(), "0a/main__wayne.db");
    Path kept = file("workspaces", project.whoami().projectId(), "main.db");

    assertThat(project.projects().delete("Shop")).isEqualTo(shop.projectId());

    assertThat(workspace.getParent()).doesNotExist();
    assertThat(tenant.getParent().getParent()).doesNotExist();
    assertThat(kept).exists();
    assertThatThrownBy(() -> engine.open(new Credential.ApiKey(shop.apiKey())))
        .hasMessage("Invalid API key");
  }

  @Test
  void deletingTheOldestProjectLeavesTheOwnerTheNext() {
    ProjectSecrets shop = project.projects().create(new CreateProject("Shop"));
    project.projects().delete("My Project");

    assertThat(project.whoami().projectId()).isEqualTo(shop.projectId());
    assertThat(engine.ownerKey()).isEqualTo(shop.apiKey());
  }

  @Test
  void aDeletionKilledBehindItsRowsIsFinishedAtTheNextOpening() throws IOException {
    ProjectSecrets shop = project.projects().create(new CreateProject("Shop"));
    Path file = file("hosts/shared", shop.projectId(), "0a/main__wayne.db");
    engine.close();
    killBehindRows(shop.projectId());
    assertThat(file).exists();

    open(Tier.ENTERPRISE);

    assertThat(file.getParent().getParent()).doesNotExist();
    assertThat(project.projects().list()).hasSize(1);
    assertNothingNoted();
  }

  @Test
  void aDeletionKilledBehindItsFilesIsFinishedAtTheNextOpening() throws IOException {
    ProjectSecrets shop = project.projects().create(new CreateProject("Shop"));
    engine.close();
    killBehindRows(shop.projectId());
    assertThat(folder.resolve("hosts/shared/" + shop.projectId())).doesNotExist();

    open(Tier.ENTERPRISE);

    assertNothingNoted();
  }

  @Test
  void newProjectsGetTheTierOfTheEngineAndKeepIt() {
    engine.close();
    open(Tier.FREE);
    project.projects().create(new CreateProject("Shop"));

    assertThat(project.apiKeys().listAll())
        .extracting(ApiKey::tier)
        .containsExactly("enterprise", "free");
  }

  /** Does what a deletion does before its first file, and no more. */
  private void killBehindRows(ProjectId id) {
    SettableClock clock = new SettableClock();
    try (DataFolder data = DataFolder.open(folder, clock.instant(), Catalog::check);
        Catalog catalog = Catalog.open(data.catalog());
        Authenticator authenticator = new Authenticator(catalog, clock)) {
      TenantPlaces places = new TenantPlaces(data, new Regions(RegionConfig.defaults()));
      new ProjectRemoval(catalog, data, places, authenticator, List.of())
          .deleteRows(id, handle -> {});
    }
  }

  private void assertNothingNoted() {
    engine.close();
    try (Catalog catalog = Catalog.open(folder.resolve("catalog.db"))) {
      int noted =
          catalog.read(
              handle ->
                  handle
                      .createQuery("SELECT count(*) FROM removed_folder")
                      .mapTo(Integer.class)
                      .one());
      assertThat(noted).isZero();
    }
  }

  private Path file(String kind, ProjectId id, String name) throws IOException {
    Path file = folder.resolve(kind).resolve(id.value()).resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }

  private void open(Tier tier) {
    engine =
        LocalEngine.open(EngineConfig.at(folder).withTier(tier).withClock(new SettableClock()));
    project = engine.open(Credential.owner());
  }

  private static void assertFails(Runnable call, ErrorCode code, String message) {
    EngineException failure = catchThrowableOfType(EngineException.class, call::run);
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure).hasMessage(message);
  }
}
