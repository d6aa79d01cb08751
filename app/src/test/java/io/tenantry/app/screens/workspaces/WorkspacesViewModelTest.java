package io.tenantry.app.screens.workspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.settings.TextJournal;
import io.tenantry.app.settings.TextKind;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspacesViewModelTest {
  @TempDir Path folder;

  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final Notices notices = new Notices();
  private final Navigator navigator = new Navigator(Place.of(ScreenRoute.WORKSPACES));
  private final List<WorkspacesViewModel.Blocked> blocked = new ArrayList<>();
  private SeededEngine engine;
  private WorkspacesViewModel model;

  @BeforeEach
  void open() {
    engine = new SeededEngine(folder.resolve("data"));
    model =
        new WorkspacesViewModel(
            engine.project().workspaces(), tasks, navigator, new ErrorPresenter(notices), texts());
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void anEngineWithoutWorkspacesTeachesInsteadOfShowingAnEmptyTable() {
    assertThat(model.list().state().get()).isEqualTo(ScreenState.LOADING);
    model.list().load();
    assertThat(model.list().state().get()).isEqualTo(ScreenState.EMPTY);
  }

  @Test
  void theListSaysWhatWaitsToBeDeployed() {
    engine.fintech();
    control("backoffice");
    model.list().load();
    assertThat(model.list().rows())
        .extracting(ListedWorkspace::name, ListedWorkspace::version, ListedWorkspace::pending)
        .containsExactly(tuple("backoffice", "", 0), tuple("fintech", "1.1", 5));
    assertThat(model.summary().get()).isEqualTo("2 workspaces · 5 changes not deployed yet");
    model.list().filterProperty().set("FIN");
    assertThat(model.list().rows()).extracting(ListedWorkspace::name).containsExactly("fintech");
  }

  @Test
  void anAnswerThatComesLateDoesNotReplaceTheNewerOne() {
    tasks.hold();
    model.list().load();
    engine.fintech();
    model.list().load();
    tasks.deliverLast();
    tasks.deliverNext();
    assertThat(model.list().rows()).hasSize(1);
  }

  @Test
  void aWorkspaceInUseIsNotDeletedAndSaysWhichTenantsStandInTheWay() {
    engine.fintech().tenants(2);
    model.list().load();
    model.delete(model.list().rows().getFirst(), blocked::add);
    assertThat(blocked)
        .singleElement()
        .satisfies(
            why -> {
              assertThat(why.reason()).contains("2");
              assertThat(why.tenants()).containsExactly("tenant-001", "tenant-002");
              assertThat(why.advice()).isNotBlank();
            });
    assertThat(model.list().rows()).hasSize(1);
    model.openTenants("fintech");
    assertThat(navigator.current().get())
        .isEqualTo(new Place(ScreenRoute.TENANTS, "blueprint:fintech"));
  }

  @Test
  void aWorkspaceWithoutTenantsIsDeletedAndTheListFollows() {
    engine.fintech();
    model.list().load();
    model.delete(model.list().rows().getFirst(), blocked::add);
    assertThat(blocked).isEmpty();
    assertThat(model.list().state().get()).isEqualTo(ScreenState.EMPTY);
    assertThat(notices.shown().getFirst().problem().title()).contains("fintech");
  }

  private void control(String name) {
    engine
        .project()
        .workspaces()
        .create(
            new CreateWorkspace(
                new WorkspaceName(name), DatabaseType.SQLITE, WorkspaceMode.CONTROL));
  }

  @Test
  void aWorkspaceWithStagedEditsIsMarked() {
    engine.fintech();
    control("backoffice");
    TextJournal texts = texts();
    texts.keep(TextKind.STAGED, "fintech", "[]");
    model =
        new WorkspacesViewModel(
            engine.project().workspaces(), tasks, navigator, new ErrorPresenter(notices), texts);
    model.list().load();
    assertThat(model.list().rows())
        .extracting(ListedWorkspace::name, ListedWorkspace::staged)
        .containsExactly(tuple("backoffice", false), tuple("fintech", true));
  }

  private TextJournal texts() {
    return ProjectMemory.open(folder.resolve("config"), tasks).texts();
  }
}
