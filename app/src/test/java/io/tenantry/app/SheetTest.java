package io.tenantry.app;

import io.tenantry.app.dialogs.Sheet;
import io.tenantry.app.fx.Command;
import io.tenantry.app.fx.Focus;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.page.Screen;
import io.tenantry.app.screens.Stand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
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

  final void screen(Route route, String subject) {
    run(() -> stage().setScene(screens));
    Screen shown = fx(() -> stand.show(route, subject));
    commands = shown::commands;
    settle();
  }

  final void go(Route route) {
    run(() -> stage().setScene(window));
    run(() -> app.navigator().go(Place.of(route)));
    await(app::isIdle);
    if (route == Route.CONNECTIONS) {
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
    run(
        () ->
            lookup(".button").queryAllAs(ButtonBase.class).stream()
                .filter(button -> text.equals(button.getText()) && button.isVisible())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text))
                .fire());
    opened();
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
