package io.tenantry.app.projects;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.connect.ConnectionBook;
import io.tenantry.app.connect.EngineConnector;
import io.tenantry.app.connect.LocalHosts;
import io.tenantry.app.connect.OtherWindows;
import io.tenantry.app.connect.SecretVault;
import io.tenantry.app.connect.Switchboard;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.settings.ConsoleSettings;
import io.tenantry.app.settings.ConsoleSettingsFile;
import io.tenantry.app.settings.ProjectMemories;
import io.tenantry.app.settings.SettingsStore;
import io.tenantry.app.settings.WindowSettings;
import io.tenantry.app.settings.WindowState;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.Secret;
import io.tenantry.contract.accounts.Signup;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console on a data folder in which a server worked before. */
class ProjectsViewModelTest {
  @TempDir private Path folder;
  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final List<Problem> problems = new ArrayList<>();
  private LocalHosts hosts;
  private WindowSettings settings;
  private Switchboard switchboard;
  private ProjectsViewModel model;

  @BeforeEach
  void serveThenOpen() {
    try (LocalEngine server = LocalEngine.open(EngineConfig.at(folder.resolve("data")))) {
      Project shop =
          server.open(
              new Credential.ApiKey(
                  server
                      .accounts()
                      .signup(
                          new Signup("ada@example.com", new Secret("correct horse"), "My Project"))
                      .apiKey()));
      shop.workspaces()
          .create(
              new CreateWorkspace(
                  new WorkspaceName("fintech"), DatabaseType.SQLITE, WorkspaceMode.TENANT));
    }
    build(ConsoleSettings.initial());
  }

  @AfterEach
  void close() {
    switchboard.release();
    hosts.close();
  }

  @Test
  void dataOfTheServerIsWhatOpensFirst() {
    assertThat(switchboard.current().get().orElseThrow().project().workspaces().list()).hasSize(1);
  }

  @Test
  void projectsOfTheSameNameAreToldApart() {
    model.load();
    assertThat(rows()).extracting(ProjectRow::name).containsExactly("My Project", "My Project");
    assertThat(rows())
        .extracting(ProjectRow::account)
        .containsExactly(Optional.empty(), Optional.of("ada@example.com"));
    assertThat(rows()).extracting(ProjectRow::current).containsExactly(false, true);
    assertThat(rows().getLast().facts()).isEqualTo("1 workspace · 0 tenants · ada@example.com");
  }

  @Test
  void anotherProjectIsOpenedAndRememberedForTheConnection() {
    model.load();
    ProjectRow own = rows().getFirst();
    model.open(own);
    assertThat(openProject()).isEqualTo(own.id().value());
    assertThat(settings.projectOf("local")).isEqualTo(own.id().value());
    switchboard.open(switchboard.current().get().orElseThrow().connection(), null);
    assertThat(openProject()).isEqualTo(own.id().value());
  }

  @Test
  void newProjectIsOpened() {
    model.create("Shop", () -> {}, problems::add);
    assertThat(problems).isEmpty();
    assertThat(switchboard.current().get().orElseThrow().whoami().projectName()).isEqualTo("Shop");
  }

  @Test
  void takenNameIsSaidWhereItWasTyped() {
    model.create("My Project", () -> {}, problems::add);
    assertThat(problems).singleElement().extracting(Problem::text).asString().contains("already");
  }

  @Test
  void renamedOpenProjectShowsItsNewNameAndItsScreensGoOn() {
    model.load();
    var before = switchboard.current().get().orElseThrow();
    model.rename(rows().getLast(), "Shop EU", () -> {}, problems::add);
    var after = switchboard.current().get().orElseThrow();
    assertThat(after.whoami().projectName()).isEqualTo("Shop EU");
    assertThat(after.sharesWork(before)).isTrue();
    assertThat(rows().getLast().name()).isEqualTo("Shop EU");
  }

  @Test
  void deletedOpenProjectGivesWayToAnotherOne() {
    model.create("Shop", () -> {}, problems::add);
    model.load();
    ProjectRow shop = rows().stream().filter(ProjectRow::current).findFirst().orElseThrow();
    model.delete(shop);
    assertThat(openProject()).isNotEqualTo(shop.id().value());
    model.load();
    assertThat(rows()).extracting(ProjectRow::id).doesNotContain(shop.id());
  }

  private void build(ConsoleSettings kept) {
    Path config = folder.resolve("config");
    SecretVault vault = new SecretVault(config);
    hosts = new LocalHosts(folder.resolve("data"), config);
    EngineConnector connector = new EngineConnector(hosts, vault);
    ConnectionBook book = new ConnectionBook(config, folder.resolve("data"), tasks);
    settings =
        new SettingsStore(kept, new ConsoleSettingsFile(config), tasks).open(WindowState.fresh());
    switchboard =
        new Switchboard(
            connector,
            book,
            new ProjectMemories(config, tasks),
            tasks,
            settings,
            OtherWindows.none());
    model = new ProjectsViewModel(switchboard, connector, tasks, new ErrorPresenter(new Notices()));
    switchboard.open(book.local(), null);
  }

  private String openProject() {
    return switchboard.current().get().orElseThrow().whoami().projectId().value();
  }

  private List<ProjectRow> rows() {
    assertThat(model.state().get()).isInstanceOf(ProjectsViewModel.State.Loaded.class);
    return ((ProjectsViewModel.State.Loaded) model.state().get()).rows();
  }
}
