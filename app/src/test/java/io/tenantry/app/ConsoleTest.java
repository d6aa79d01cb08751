package io.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.connect.OtherWindows;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.dialogs.NoFileDialogs;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notice;
import io.tenantry.app.settings.ConsoleSettingsFile;
import io.tenantry.app.settings.ThemeChoice;
import io.tenantry.app.settings.WindowState;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.Workspaces;
import io.tenantry.themes.Theme;
import io.tenantry.themes.Themes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest extends FxTest {
  @TempDir private Path folder;
  private Console console;
  private ConsoleWindow app;
  private Scene scene;
  private final List<EngineException> failures = new ArrayList<>();

  @BeforeEach
  void startConsole() {
    console = fx(() -> new Console(folders(), "1.0.0"));
    app = fx(() -> windowOf(console));
    scene = show(app.view().root());
    run(() -> app.settings().themeProperty().set(ThemeChoice.LIGHT));
    run(() -> app.start(failures::add));
    await(() -> app.switchboard().current().get().isPresent() && app.isIdle());
  }

  @AfterEach
  void endConsole() {
    run(app::close);
    run(console::close);
  }

  @Test
  void localEngineIsOpenWithoutLogin() {
    assertThat(failures).isEmpty();
    assertThat(app.switchboard().current().get().orElseThrow().whoami().email()).isEmpty();
    assertThat(lookup(".status-item").queryAllAs(javafx.scene.control.Button.class))
        .anyMatch(item -> item.getText().startsWith("Tenantry "));
  }

  @Test
  void everyPlaceOfTheSidebarOpens() {
    for (ToggleButton item : lookup(".toggle-button.nav-item").queryAllAs(ToggleButton.class)) {
      run(item::fire);
      await(app::isIdle);
      assertThat(item.isSelected()).as(item.getText()).isTrue();
    }
    assertThat(fx(() -> List.copyOf(app.errors().notices().shown()))).isEmpty();
  }

  private double contrastOfSelectedRow(Theme theme) {
    return fx(
        () -> {
          Themes.apply(theme);
          scene.getRoot().applyCss();
          double row = luminance(lookup(".palette .list-cell:selected").queryAs(Region.class));
          double ground = luminance(lookup(".palette").queryAs(Region.class));
          return (Math.max(row, ground) + 0.05) / (Math.min(row, ground) + 0.05);
        });
  }

  private static double luminance(Region region) {
    Color colour = (Color) region.getBackground().getFills().getLast().getFill();
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  @Test
  void paletteGoesToAPlaceByTypingItsName() {
    push(KeyCode.CONTROL, KeyCode.K);
    settle();
    write("conn");
    settle();
    Screenshots.take("palette", scene);
    for (Theme theme : Theme.values()) {
      assertThat(contrastOfSelectedRow(theme)).as(theme.name()).isGreaterThan(1.15);
    }
    run(() -> Themes.apply(Theme.LIGHT));
    push(KeyCode.ENTER);
    await(app::isIdle);
    assertThat(app.navigator().current().get().route()).isEqualTo(ScreenRoute.CONNECTIONS);
    assertThat(lookup(".palette").tryQuery()).isEmpty();
  }

  @Test
  void paletteStaysOpenWhenNothingMatches() {
    push(KeyCode.CONTROL, KeyCode.K);
    settle();
    write("zzzz");
    await(app::isIdle);
    ListView<?> list = lookup(".palette .list-view").query();
    assertThat(list.getItems()).isEmpty();
    push(KeyCode.ENTER);
    assertThat(lookup(".palette").tryQuery()).isPresent();
  }

  @Test
  void questionMarkListsTheKeys() {
    run(() -> app.navigator().go(ScreenRoute.CONNECTIONS));
    await(app::isIdle);
    clickOn(".page-title-row");
    write("?");
    settle();
    Screenshots.take("keys", scene);
    assertThat(lookup(".key-list").tryQuery()).isPresent();
  }

  @Test
  void connectionsAndSettingsShowTheLocalEngine() {
    run(() -> app.navigator().go(ScreenRoute.CONNECTIONS));
    await(app::isIdle);
    Screenshots.take("connections", scene);
    push(KeyCode.CONTROL, KeyCode.N);
    settle();
    Screenshots.take("connections-new", scene);
    push(KeyCode.ESCAPE);
    run(() -> app.navigator().go(ScreenRoute.SETTINGS));
    await(app::isIdle);
    Screenshots.take("settings", scene);
    assertThat(lookup(".folder-path").queryAllAs(javafx.scene.control.Label.class))
        .anyMatch(path -> path.getText().equals(folders().data().toString()));
  }

  @Test
  void whatIsLeftComesBackAfterARestart() {
    run(
        () -> {
          app.settings().themeProperty().set(ThemeChoice.DARK);
          app.settings().sidebarCollapsedProperty().set(true);
          app.settings().write("column.tenants.Tenant", 321);
          app.navigator().go(Place.of(ScreenRoute.TENANTS));
        });
    run(app::close);
    run(console::close);
    var kept = new ConsoleSettingsFile(folders().config()).read();
    assertThat(kept.theme()).isEqualTo(ThemeChoice.DARK);
    assertThat(kept.sidebarCollapsed()).isTrue();
    assertThat(kept.layout()).containsEntry("column.tenants.Tenant", 321.0);
    assertThat(kept.windows())
        .singleElement()
        .satisfies(
            window -> {
              assertThat(window.connection()).isEqualTo("local");
              assertThat(window.project()).startsWith("tdb_");
              assertThat(window.route()).isEqualTo("TENANTS");
            });
  }

  /** Nothing is closed before it is read: a console that is killed leaves the same. */
  @Test
  void theWorkspaceThatWasOpenIsOpenAfterARestart() {
    Workspaces workspaces = app.switchboard().current().get().orElseThrow().project().workspaces();
    WorkspaceName shop = new WorkspaceName("shop");
    workspaces.create(new CreateWorkspace(shop, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    Place place = new Place(ScreenRoute.WORKSPACE, "shop");
    run(() -> app.navigator().go(place));
    ConsoleSettingsFile file = new ConsoleSettingsFile(folders().config());
    await(() -> file.read().windows().stream().anyMatch(window -> window.subject().equals("shop")));
    WindowState kept = file.read().windows().getFirst();
    startAgain(kept);
    assertThat(app.navigator().current().get()).isEqualTo(place);
    assertThat(lookup(".workspace-tabs").tryQuery()).isPresent();
  }

  @Test
  void whatWasToldIsStillInTheListAfterARestart() {
    run(
        () -> {
          app.errors().notices().success("Suspended", "", new Notice.Action("Undo", () -> {}));
          app.errors().notices().show(Tone.DANGER, Problem.of("It failed", "Because of this.", ""));
          app.errors().notices().close(app.errors().notices().shown().getFirst());
        });
    List<Notice> before = fx(() -> List.copyOf(app.errors().notices().kept()));
    startAgain(fx(() -> app.settings().state()));
    clickOn(".bell");
    settle();
    Screenshots.take("notices-after-restart", fx(() -> app.view().root().getScene()));
    List<Notice> after = fx(() -> List.copyOf(app.errors().notices().kept()));
    assertThat(after).extracting(Notice::problem).isEqualTo(problems(before));
    assertThat(after).extracting(Notice::at).isEqualTo(before.stream().map(Notice::at).toList());
    assertThat(after).allMatch(notice -> notice.action().isEmpty());
    assertThat(fx(() -> List.copyOf(app.errors().notices().shown()))).isEmpty();
    assertThat(lookup(".notice-row").queryAll()).hasSize(2);
  }

  private static List<Problem> problems(List<Notice> notices) {
    return notices.stream().map(Notice::problem).toList();
  }

  private void startAgain(WindowState kept) {
    run(app::close);
    run(console::close);
    console = fx(() -> new Console(folders(), "1.0.0"));
    app =
        fx(
            () ->
                new ConsoleWindow(
                    console,
                    console.settings().open(kept),
                    OtherWindows.none(),
                    new NoFileDialogs()));
    show(app.view().root());
    run(() -> app.start(failures::add));
    await(() -> app.switchboard().current().get().isPresent() && app.isIdle());
  }

  @Test
  void secondConsoleOnTheFolderSaysSoAndWorksThroughTheFirst() {
    Folders second = new Folders(folders().data(), folder.resolve("second"));
    Console otherConsole = fx(() -> new Console(second, "1.0.0"));
    ConsoleWindow other = fx(() -> windowOf(otherConsole));
    List<EngineException> refused = new ArrayList<>();
    run(() -> other.start(refused::add));
    await(() -> !refused.isEmpty());
    assertThat(refused.getFirst().detail("reason")).contains("locked");
    var running = other.local().findRunning().orElseThrow();
    run(() -> other.openRunning(running, refused::add));
    await(() -> other.switchboard().current().get().isPresent());
    assertThat(other.switchboard().current().get().orElseThrow().whoami())
        .isEqualTo(app.switchboard().current().get().orElseThrow().whoami());
    run(other::close);
    run(otherConsole::close);
  }

  private static ConsoleWindow windowOf(Console console) {
    return ConsoleWindow.alone(console);
  }

  private Folders folders() {
    return new Folders(folder.resolve("data"), folder.resolve("config"));
  }
}
