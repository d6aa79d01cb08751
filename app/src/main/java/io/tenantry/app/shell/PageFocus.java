package io.tenantry.app.shell;

import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.fx.Focus;
import java.util.Optional;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * Gives the focus to the main thing of a page when the page is opened: what it has marked, its list
 * or its editor, and where there is none of them, the first that can have it. While the page loads
 * it waits, unless the user puts the focus somewhere else meanwhile. UI thread.
 */
final class PageFocus {
  private final Node head;
  private final Pane stage;
  private final Runnable look = this::look;
  private final EventHandler<InputEvent> chosen = this::chosen;
  private @Nullable Scene waitingIn;

  PageFocus(Node head, Pane stage) {
    this.head = head;
    this.stage = stage;
  }

  /** Gives the focus as soon as there is something to have it; the page has just been shown. */
  void pageOpened() {
    stopWaiting();
    Scene scene = stage.getScene();
    if (scene != null) {
      waitingIn = scene;
      scene.addPostLayoutPulseListener(look);
      scene.addEventFilter(InputEvent.ANY, chosen);
    }
  }

  /** Gives the focus now; says whether there was something to have it. */
  boolean toMain() {
    Optional<Node> main = main();
    main.ifPresent(Focus::show);
    return main.isPresent();
  }

  private void look() {
    Scene scene = stage.getScene();
    Node owner = scene == null ? null : scene.getFocusOwner();
    boolean placed = owner != null && Focus.isIn(owner, stage);
    if (scene == null || placed || toMain()) {
      stopWaiting();
    }
  }

  /** The user puts the focus somewhere by mouse or key, and keeps it. */
  private void chosen(InputEvent event) {
    boolean moves =
        event instanceof KeyEvent key
            && key.getEventType() == KeyEvent.KEY_PRESSED
            && (key.getCode() == KeyCode.TAB || key.getCode() == KeyCode.F6);
    if (moves || event.getEventType() == MouseEvent.MOUSE_PRESSED) {
      stopWaiting();
    }
  }

  private void stopWaiting() {
    if (waitingIn != null) {
      waitingIn.removePostLayoutPulseListener(look);
      waitingIn.removeEventFilter(InputEvent.ANY, chosen);
      waitingIn = null;
    }
  }

  private Optional<Node> main() {
    if (Focus.find(stage, PageFocus::isLoading).isPresent()) {
      return Optional.empty();
    }
    return Focus.markedIn(stage)
        .or(() -> Focus.mainIn(stage))
        .or(() -> Focus.firstIn(stage))
        .or(() -> Focus.firstIn(head));
  }

  private static boolean isLoading(Node node) {
    return node instanceof ScreenStatePane pane && pane.isLoading();
  }
}
