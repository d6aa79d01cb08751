package io.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.ConnectionColour;
import io.tenantry.app.connect.EngineTarget;
import io.tenantry.app.guard.GuardLevel;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.backups.ChangeBackupPolicy;
import io.tenantry.contract.drills.StartDrill;
import io.tenantry.contract.projects.CreateProject;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.net.URI;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sheet of the console is opened twice, and something it shows changes in between: the second
 * opening shows what is so then. And each is sound in every theme and at both sizes. A new sheet is
 * found by itself and needs its line in {@link #cases}.
 */
class EverySheetTest extends SheetTest {
  /** A start that failed, shown once, and the end of the last window: {@link OpenWindowsTest}. */
  private static final Set<String> OPENED_ELSEWHERE = Set.of("StartFailure", "OpenWindows");

  private static final TenantId BACKED_UP = new TenantId("tenant-001");

  private static final TenantId RESUMED = new TenantId("tenant-003");

  /**
   * A sheet.
   *
   * @param maker the class that makes it
   * @param place goes where it is opened, before each opening
   * @param open opens it
   * @param change what happens between the two openings, behind the back of the screen
   * @param truth what only the second opening says
   */
  record Case(
      String maker, String what, Runnable place, Runnable open, Runnable change, String truth) {
    @Override
    public String toString() {
      return maker + ", " + what;
    }
  }

  @BeforeAll
  void knowARemoteEngine() {
    run(() -> console.book().save(prod("Prod")));
  }

  List<Case> cases() {
    return Stream.of(ofLists(), ofBackups(), questions(), ofAWorkspace(), ofTheWindow())
        .flatMap(List::stream)
        .toList();
  }

  private List<Case> ofLists() {
    return List.of(
        new Case(
            "NewDeploymentSheet",
            "the newest version and its statements",
            () -> screen(ScreenRoute.DEPLOYMENTS, ""),
            () -> press("New deployment"),
            () -> engine.change("ALTER TABLE users ADD COLUMN birthday TEXT"),
            "birthday"),
        new Case(
            "CreateTenantsSheet",
            "the blueprints there are",
            () -> screen(ScreenRoute.TENANTS, ""),
            () -> press("New tenants"),
            () -> workspace("audit"),
            "audit"),
        new Case(
            "CreateWorkspaceSheet",
            "the names that are taken",
            () -> screen(ScreenRoute.WORKSPACES, ""),
            () -> pressAndType("New workspace", "crm"),
            () -> workspace("crm"),
            "There is a workspace crm already"),
        new Case(
            "WorkspacesView",
            "the tenants in the way",
            () -> screen(ScreenRoute.WORKSPACES, ""),
            this::deleteFintech,
            () -> tenant("wayne"),
            "wayne"));
  }

  private List<Case> ofBackups() {
    return List.of(
        new Case(
            "ScheduleSheet",
            "the schedule as it is now",
            () -> screen(ScreenRoute.BACKUPS, ""),
            () -> press("Schedule"),
            () ->
                engine
                    .project()
                    .backupFleet()
                    .changePolicy(new ChangeBackupPolicy(true, LocalTime.of(4, 45), 9, 48)),
            "04:45"),
        new Case(
            "DrillSheets",
            "the drills there were",
            () -> screen(ScreenRoute.BACKUPS, ""),
            () -> press("Drills"),
            () -> engine.project().drills().start(StartDrill.ofSample(1)),
            "of 1 passed"),
        new Case(
            "RestoreSheet",
            "no name of last time",
            () -> screen(ScreenRoute.BACKUP, BACKED_UP.value()),
            this::restore,
            () -> {},
            ""),
        new Case(
            "OutcomeSheet",
            "who was left out, and why",
            this::fleetWithOneInTheTrash,
            this::backUpWhatIsInTheTrash,
            () -> {},
            ""));
  }

  private void restore() {
    if (engine.project().backups().list(BACKED_UP).isEmpty()) {
      engine.project().backups().create(BACKED_UP);
    }
    await(
        () -> engine.project().backups().list(BACKED_UP).getFirst().status() == BackupStatus.DONE);
    screen(ScreenRoute.BACKUP, BACKED_UP.value());
    await(() -> lookup(".data-table").tryQuery().isPresent());
    TableView<?> table = lookup(".data-table").queryTableView();
    await(() -> !table.getItems().isEmpty());
    run(table::requestFocus);
    push(KeyCode.HOME);
    push(KeyCode.SPACE);
    settle();
    command("Restore into a new tenant");
    write("copy");
  }

  private List<Case> questions() {
    return List.of(
        new Case(
            "SegmentSheet",
            "no name of last time",
            () -> screen(ScreenRoute.TENANTS, "state:ready"),
            () -> command(Text.of("segments.save")),
            () -> {},
            ""),
        new Case(
            "MoveTenantsSheet",
            "no host of last time",
            () -> screen(ScreenRoute.TENANTS, BACKED_UP.value()),
            this::moveWhatIsShown,
            () -> {},
            ""),
        new Case(
            "WriteGuard",
            "the tenants that are there",
            () -> screen(ScreenRoute.TENANTS, ""),
            this::deleteAllTenants,
            () -> {},
            ""),
        new Case(
            "TenantChanges",
            "a tenant that somebody resumed meanwhile",
            this::suspended,
            this::resumeWhatIsResumed,
            () -> {},
            ""));
  }

  private void deleteAllTenants() {
    run(() -> lookup(".data-table").queryTableView().requestFocus());
    push(KeyCode.CONTROL, KeyCode.A);
    push(KeyCode.DELETE);
    opened();
  }

  private void moveWhatIsShown() {
    run(() -> lookup(".data-table").queryTableView().requestFocus());
    push(KeyCode.CONTROL, KeyCode.A);
    settle();
    press(Text.of("tenants.move.open"));
  }

  private void suspended() {
    engine.project().tenants().suspend(RESUMED);
    screen(ScreenRoute.TENANTS, RESUMED.value());
  }

  private void resumeWhatIsResumed() {
    run(() -> lookup(".data-table").queryTableView().requestFocus());
    push(KeyCode.CONTROL, KeyCode.A);
    settle();
    engine.project().tenants().resume(RESUMED);
    press(Text.of("tenants.action.resume"));
  }

  private List<Case> ofAWorkspace() {
    return List.of(
        new Case(
            "GridView",
            "no name of last time",
            () -> screen(ScreenRoute.WORKSPACE, "fintech"),
            () -> pressAndType("New table", "users"),
            () -> {},
            ""),
        new Case(
            "AddIndexForm",
            "the columns there are",
            () -> screen(ScreenRoute.WORKSPACE, "fintech"),
            () -> command("Add index"),
            () -> engine.change("ALTER TABLE users ADD COLUMN iban TEXT"),
            "iban"));
  }

  private List<Case> ofTheWindow() {
    return List.of(
        new Case(
            "EditConnectionSheet",
            "the connection as it is kept",
            () -> go(ScreenRoute.CONNECTIONS),
            () -> key(KeyCode.F2),
            () -> run(() -> console.book().save(prod("Prod Frankfurt"))),
            "Prod Frankfurt"),
        new Case(
            "ConnectionsView",
            "the connection that is removed",
            () -> go(ScreenRoute.CONNECTIONS),
            () -> key(KeyCode.DELETE),
            () -> run(() -> console.book().save(prod("Prod Virginia"))),
            "Prod Virginia"),
        new Case(
            "ProjectDialogs",
            "the projects there are",
            () -> go(ScreenRoute.TENANTS),
            this::manageProjects,
            this::project,
            "Second project"),
        new Case(
            "KeyHelp",
            "the keys of the screen that is shown",
            () -> {},
            this::questionMark,
            () -> go(ScreenRoute.CONNECTIONS),
            "Duplicate"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSecondOpeningShowsWhatIsSoThen(Case sheet) {
    sheet.place().run();
    sheet.open().run();
    assertThat(hasTheKeyboard()).as("the focus is in the sheet").isTrue();
    String first = said();
    close();
    sheet.change().run();
    sheet.place().run();
    sheet.open().run();
    if (sheet.truth().isEmpty()) {
      assertThat(said()).isEqualTo(first);
    } else {
      assertThat(first).doesNotContain(sheet.truth());
      await(() -> said().contains(sheet.truth()));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isSoundInEveryThemeAndSize(Case sheet) {
    sheet.place().run();
    sheet.open().run();
    Screenshots.everyLook("sheet-" + sheet.maker(), stage().getScene());
  }

  /** Whatever is typed, chosen or said in it: nothing moves under the pointer. */
  @ParameterizedTest
  @MethodSource("cases")
  void keepsStill(Case sheet) {
    sheet.place().run();
    sheet.open().run();
    keepsStill(sheet.maker());
  }

  @Test
  void noSheetIsLeftOut() {
    Set<String> makers = SheetMakers.names();
    makers.removeAll(OPENED_ELSEWHERE);
    assertThat(cases().stream().map(Case::maker).collect(Collectors.toSet())).containsAll(makers);
    assertThat(makers).as("it finds them").contains("NewDeploymentSheet", "ProjectDialogs");
  }

  private void deleteFintech() {
    TableView<?> table = lookup(".data-table").queryTableView();
    run(
        () ->
            table.getItems().stream()
                .filter(row -> row.toString().contains("fintech"))
                .findFirst()
                .ifPresent(row -> table.getSelectionModel().select(table.getItems().indexOf(row))));
    run(table::requestFocus);
    push(KeyCode.DELETE);
    opened();
    write("fintech");
    push(KeyCode.ENTER);
    await(() -> said().contains("tenant-001"));
  }

  private void manageProjects() {
    run(() -> lookup(".project-switcher").queryAs(ButtonBase.class).fire());
    String title = Text.of("projects.manage");
    await(() -> menuItem(title).isPresent());
    run(() -> menuItem(title).orElseThrow().run());
    opened();
    await(app::isIdle);
  }

  private static Optional<Runnable> menuItem(String title) {
    return List.copyOf(Window.getWindows()).stream()
        .filter(ContextMenu.class::isInstance)
        .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
        .filter(item -> title.equals(item.getText()))
        .findFirst()
        .map(item -> item::fire);
  }

  private void workspace(String name) {
    WorkspaceName wanted = new WorkspaceName(name);
    engine
        .project()
        .workspaces()
        .create(new CreateWorkspace(wanted, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    engine.project().workspaces().importSchema(wanted, new ImportSchema.FromTemplate("blog"));
  }

  private void tenant(String id) {
    engine
        .project()
        .tenants()
        .create(
            new CreateTenant(
                new TenantId(id), List.of(TenantDatabaseRequest.shared(SeededEngine.FINTECH))));
  }

  private void project() {
    app.switchboard()
        .current()
        .get()
        .orElseThrow()
        .project()
        .projects()
        .create(new CreateProject("Second project"));
  }

  private static Connection prod(String name) {
    return new Connection(
        "prod",
        name,
        new EngineTarget.Remote(URI.create("https://prod.example.com:8443")),
        ConnectionColour.RED,
        "",
        GuardLevel.TYPED,
        Optional.empty());
  }
}
