package io.tenantry.app;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.OpenConnection;
import io.tenantry.app.dialogs.SystemFileDialogs;
import io.tenantry.app.settings.ProjectScope;
import io.tenantry.app.settings.WindowPlace;
import io.tenantry.app.settings.WindowSettings;
import io.tenantry.app.settings.WindowState;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** One window on the desktop: its title, and the order in which it ends. UI thread. */
final class WindowStage {
  private static final int[] ICON_SIZES = {32, 64, 128, 256};

  private final Stage stage = new Stage();
  private final OpenWindows all;
  private final WindowSettings settings;
  private final ConsoleWindow content;
  private boolean closed;

  WindowStage(Console console, WindowState state, OpenWindows all) {
    this.all = all;
    settings = console.settings().open(state);
    content =
        new ConsoleWindow(
            console, settings, all.seenFrom(this), new SystemFileDialogs(this::owner));
    addIcons();
    stage.setScene(new Scene(content.view().root()));
    new StagePlace(stage, settings).restoreAndFollow();
    content.switchboard().current().subscribe(this::nameAfter);
    stage.focusedProperty().subscribe(this::focusChanged);
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          whenNothingIsLost(() -> all.whenWorkMayPause(this, this::close));
        });
  }

  WindowSettings settings() {
    return settings;
  }

  ConsoleWindow content() {
    return content;
  }

  /** Opens the connection it showed before. */
  void start() {
    start(_ -> {});
  }

  /**
   * Opens the connection it showed before.
   *
   * @param onFailure told besides the user
   */
  void start(Consumer<EngineException> onFailure) {
    StartFailure failure = new StartFailure(content);
    content.start(
        error -> {
          failure.show(error);
          onFailure.accept(error);
        });
  }

  void startWithoutConnection() {
    content.startWithoutConnection();
  }

  void show() {
    stage.show();
  }

  /** Comes to the front; not by "always on top", after which window managers put it back below. */
  void bringForward() {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  /** Says whether a project is open here. */
  boolean holds(ProjectScope scope) {
    return content
        .switchboard()
        .current()
        .get()
        .map(OpenConnection::scope)
        .filter(scope::equals)
        .isPresent();
  }

  /** Says whether a connection is open here. */
  boolean shows(Connection connection) {
    return content
        .switchboard()
        .current()
        .get()
        .filter(open -> open.connection().id().equals(connection.id()))
        .isPresent();
  }

  /** Returns what a new window beside this one shows. */
  WindowState beside(String connection) {
    Optional<WindowPlace> place =
        settings.windowProperty().get().filter(here -> !here.maximized()).map(WindowPlace::beside);
    return new WindowState(connection, "", "", "", place);
  }

  /** Does what takes this window away, after a question when something typed would be lost. */
  void whenNothingIsLost(Runnable action) {
    if (content.dialogs().isOpen()) {
      bringForward();
    }
    content.dialogs().whenNothingIsLost(action);
  }

  /** Closes the window and then, in this order, what hangs from it. */
  void close() {
    if (closed) {
      return;
    }
    closed = true;
    List.copyOf(Window.getWindows()).stream()
        .filter(window -> window instanceof PopupWindow popup && belongsHere(popup))
        .forEach(Window::hide);
    stage.hide();
    content.close();
    stage.setScene(null); // else a caret in it blinks on, and holds the whole window
    all.closed(this);
  }

  private boolean belongsHere(PopupWindow popup) {
    Window owner = popup.getOwnerWindow();
    return owner == stage || owner instanceof PopupWindow outer && belongsHere(outer);
  }

  private void focusChanged(boolean focused) {
    if (focused) {
      all.used(this);
      content.used();
    }
  }

  private void nameAfter(Optional<OpenConnection> open) {
    stage.setTitle(
        open.map(
                now -> Text.of("shell.window", now.whoami().projectName(), now.connection().name()))
            .orElse("Tenantry"));
  }

  private @Nullable Window owner() {
    return stage;
  }

  private void addIcons() {
    for (int size : ICON_SIZES) {
      String file = "/io/tenantry/themes/icons/tenantry-" + size + ".png";
      InputStream icon = WindowStage.class.getResourceAsStream(file);
      if (icon != null) {
        stage.getIcons().add(new Image(icon));
      }
    }
  }
}
