package io.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.controls.forms.FormField;
import io.tenantry.app.dialogs.Sheet;
import io.tenantry.app.fx.Command;
import io.tenantry.app.fx.Focus;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notice;
import io.tenantry.app.page.Screen;
import io.tenantry.app.screens.Stand;
import io.tenantry.app.text.Text;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Base of tests of sheets: screens over a real engine, a whole window over another one, and ways to
 * open a sheet, to read it and to leave it.
 */
abstract class SheetTest extends FxTest {
  @TempDir static Path folder;

  private static final double LEAST_CONTENT = 40;

  /** What says in the sheet why its act failed. */
  private static final Set<String> FAILING =
      Set.of(
          "NewDeploymentSheet",
          "CreateTenantsSheet",
          "CreateWorkspaceSheet",
          "ScheduleSheet",
          "RestoreSheet");

  private static final TenantId DELETED = new TenantId("tenant-002");

  /** The engine behind the screens. */
  SeededEngine engine;

  /** The console with an engine of its own, for what belongs to the window. */
  ConsoleWindow app;

  Console console;
  private Stand stand;
  private Scene screens;
  private Scene window;
  private Supplier<List<Command>> commands = List::of;

  @BeforeAll
  void openEngines() {
    engine = new SeededEngine(folder.resolve("engine")).fintech().tenants(3);
    stand = fx(() -> new Stand(engine.project(), folder.resolve("memory")));
    screens = show(stand.root());
    Folders folders = new Folders(folder.resolve("data"), folder.resolve("config"));
    console = fx(() -> new Console(folders, "1.0.0"));
    app = fx(() -> ConsoleWindow.alone(console));
    window = show(app.view().root());
    run(() -> app.start(_ -> {}));
    await(() -> app.switchboard().current().get().isPresent() && app.isIdle());
  }

  @AfterEach
  void leaveSheets() {
    close();
  }

  @AfterAll
  void closeEngines() {
    run(app::close);
    run(console::close);
    engine.close();
  }

  final void screen(ScreenRoute route, String subject) {
    run(() -> stage().setScene(screens));
    run(() -> stand.lookAt(route, subject));
    Screen shown = fx(() -> stand.show(route, subject));
    commands = shown::commands;
    settle();
  }

  final void go(ScreenRoute route) {
    run(() -> stage().setScene(window));
    run(() -> app.navigator().go(Place.of(route)));
    await(app::isIdle);
    if (route == ScreenRoute.CONNECTIONS) {
      selectProd();
    }
  }

  private void selectProd() {
    ListView<?> list = lookup(".connection-list").queryListView();
    await(() -> prodIn(list).isPresent());
    run(() -> list.getSelectionModel().select(prodIn(list).orElseThrow().intValue()));
    run(list::requestFocus);
    await(list::isFocused);
  }

  private static Optional<Integer> prodIn(ListView<?> list) {
    return list.getItems().stream()
        .filter(line -> line.toString().contains("prod.example.com"))
        .findFirst()
        .map(line -> list.getItems().indexOf(line));
  }

  final void press(String text) {
    fire(text);
    opened();
  }

  final void fire(String text) {
    run(
        () ->
            lookup(".button").queryAllAs(ButtonBase.class).stream()
                .filter(button -> text.equals(button.getText()) && button.isVisible())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text))
                .fire());
  }

  final void command(String title) {
    run(
        () ->
            commands.get().stream()
                .filter(command -> command.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no command " + title))
                .run()
                .run());
    opened();
  }

  /** Starts something, and then does what the notice offers that tells how it ended. */
  final void actOnTheNoticeAfter(Runnable start, String offer) {
    run(stand.notices()::clear);
    start.run();
    await(
        () -> {
          stand.tasks().deliverBrought();
          stand.tasks().tick();
          return offering(offer).isPresent();
        });
    run(() -> stand.notices().act(offering(offer).orElseThrow()));
    opened();
  }

  private Optional<Notice> offering(String offer) {
    return stand.notices().kept().stream()
        .filter(notice -> notice.action().filter(each -> each.label().equals(offer)).isPresent())
        .findFirst();
  }

  /** The screen still shows a tenant that somebody has deleted meanwhile. */
  final void fleetWithOneInTheTrash() {
    if (engine.project().tenants().get(DELETED).status() == TenantStatus.DELETED) {
      engine.project().tenants().restore(DELETED);
    }
    screen(ScreenRoute.BACKUPS, "");
    await(() -> rowOf(DELETED).isPresent());
    engine.project().tenants().delete(DELETED, false);
  }

  final void backUpWhatIsInTheTrash() {
    TableView<?> table = lookup(".data-table").queryTableView();
    run(table::requestFocus);
    push(KeyCode.HOME);
    IntStream.range(0, rowOf(DELETED).orElseThrow()).forEach(_ -> push(KeyCode.DOWN));
    settle();
    actOnTheNoticeAfter(() -> fire(Text.of("backups.backUp")), Text.of("backups.run.which"));
  }

  private Optional<Integer> rowOf(TenantId tenant) {
    TableView<?> table = lookup(".data-table").queryTableView();
    return IntStream.range(0, table.getItems().size())
        .boxed()
        .filter(row -> String.valueOf(table.getItems().get(row)).contains(tenant.value()))
        .findFirst();
  }

  final void pressAndType(String button, String typed) {
    press(button);
    write(typed);
    settle();
  }

  final void key(KeyCode code) {
    push(code);
    opened();
  }

  final void questionMark() {
    run(() -> stage().setScene(window));
    run(() -> window.getRoot().requestFocus());
    write("?");
    opened();
  }

  final void opened() {
    await(() -> !sheets().isEmpty());
  }

  final boolean hasTheKeyboard() {
    return fx(
        () -> {
          Node owner = stage().getScene().getFocusOwner();
          return owner != null && Focus.isIn(owner, sheets().getLast());
        });
  }

  private List<Sheet> sheets() {
    return stage().getScene().getRoot().lookupAll(".dialog-sheet").stream()
        .map(Sheet.class::cast)
        .toList();
  }

  /** Whatever is said, typed and chosen in the topmost sheet moves neither it nor its buttons. */
  final void keepsStill(String maker) {
    await(() -> app.isIdle());
    List<Bounds> still = standing();
    sayErrors();
    assertThat(standing()).as("errors of fields").isEqualTo(still);
    if (FAILING.contains(maker)) {
      fail();
      assertThat(standing()).as("a failure of the act").isEqualTo(still);
      assertThat(fx(this::tellsWhole)).as("the failure has room").isTrue();
    }
    fillIn();
    assertThat(standing()).as("what is typed and chosen").isEqualTo(still);
  }

  /** Returns where the topmost sheet and the buttons at its foot stand. */
  private List<Bounds> standing() {
    settle();
    await(() -> hasComeIn(sheets().getLast()));
    return fx(
        () -> {
          Sheet sheet = sheets().getLast();
          sheet.applyCss();
          sheet.layout();
          return Stream.concat(
                  Stream.of(sheet),
                  sheet.lookup(".sheet-footer").lookupAll(".button").stream()
                      .filter(Node::isVisible)
                      .sorted(Comparator.comparing(node -> ((ButtonBase) node).getText())))
              .map(node -> node.localToScene(node.getLayoutBounds()))
              .toList();
        });
  }

  private static boolean hasComeIn(Sheet sheet) {
    return sheet.getOpacity() == 1 && sheet.getTranslateY() == 0;
  }

  /** Every field says that something is wrong with it. */
  private void sayErrors() {
    run(
        () ->
            sheets().getLast().lookupAll(".form-field").stream()
                .filter(FormField.class::isInstance)
                .forEach(field -> ((FormField) field).error("This is not what it should be.")));
  }

  /** The act of the sheet fails. */
  private void fail() {
    run(
        () ->
            sheets()
                .getLast()
                .fail(
                    Problem.of(
                        "It did not work out",
                        "The engine says why in a sentence of two lines, as such sentences are.",
                        "See to it, then try again.")));
  }

  /** Says whether why the act failed stands above the foot of the sheet, with content above. */
  private boolean tellsWhole() {
    Sheet sheet = sheets().getLast();
    sheet.applyCss();
    sheet.layout();
    Node failure = sheet.lookup(".sheet-failure");
    Node scroll = sheet.lookup(".sheet-scroll");
    Node footer = sheet.lookup(".sheet-footer");
    return failure.getBoundsInParent().getMaxY() <= footer.getBoundsInParent().getMinY() + 1
        && scroll.getBoundsInParent().getHeight() >= LEAST_CONTENT;
  }

  /** Types into every field, and chooses whatever can be chosen. */
  private void fillIn() {
    run(
        () -> {
          Sheet sheet = sheets().getLast();
          sheet.lookupAll(".text-input").stream()
              .filter(node -> node instanceof TextInputControl field && field.isEditable())
              .forEach(node -> ((TextInputControl) node).setText("one\ntwo\nthree"));
          sheet.lookupAll(".toggle-button").forEach(node -> ((ButtonBase) node).fire());
          sheet.lookupAll(".radio-button").forEach(node -> ((ButtonBase) node).fire());
        });
    settle();
  }

  /** Returns all words of what is shown, also those that a choice offers. */
  final String said() {
    List<String> words = new ArrayList<>();
    run(() -> sheets().forEach(sheet -> read(sheet, words)));
    return String.join("\n", words);
  }

  private static void read(Node node, List<String> words) {
    if (!node.isVisible()) {
      return;
    }
    switch (node) {
      case Labeled label -> words.add(label.getText());
      case TextInputControl field -> words.add(field.getText());
      case ComboBox<?> choice -> choice.getItems().forEach(each -> words.add(String.valueOf(each)));
      case javafx.scene.text.Text text -> words.add(text.getText());
      default -> {}
    }
    if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
      read(scroll.getContent(), words);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> read(child, words));
    }
  }

  /** Leaves every sheet, and throws away what was typed. */
  final void close() {
    while (!fx(this::sheets).isEmpty()) {
      push(KeyCode.ESCAPE);
      settle();
      run(
          () ->
              lookup(".discard-question .button.danger").queryAllAs(ButtonBase.class).stream()
                  .findFirst()
                  .ifPresent(ButtonBase::fire));
      settle();
    }
  }
}
