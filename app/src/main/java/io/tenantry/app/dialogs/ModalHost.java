package io.tenantry.app.dialogs;

import io.tenantry.app.fx.FxThread;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Shows one dialog at a time above the window's content, inside the same window: no second window
 * to lose, the same theme, and focus comes back to where it was. UI thread.
 */
public final class ModalHost extends StackPane {
  private final Region scrim = new Region();
  private @Nullable Node shown;
  private @Nullable Node focusBefore;
  private Runnable onCancel = () -> {};

  /** Creates it around the content of the window. */
  public ModalHost(Node content) {
    getStyleClass().add("modal-host");
    scrim.getStyleClass().add("scrim");
    scrim.setOnMousePressed(this::pressedBeside);
    getChildren().add(content);
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  /**
   * Shows a node; one that is shown already is replaced.
   *
   * @param whenCancelled runs when the user leaves with Escape or a click beside it
   */
  public void show(Node dialog, Runnable whenCancelled) {
    if (shown == null && getScene() != null) {
      focusBefore = getScene().getFocusOwner();
    }
    getChildren().removeAll(scrim, shown == null ? dialog : shown);
    shown = dialog;
    onCancel = whenCancelled;
    getChildren().addAll(scrim, dialog);
    getChildren().getFirst().setDisable(false);
    FxThread.later(() -> focusFirst(dialog));
  }

  /** Closes what is shown. */
  public void close() {
    Node closing = shown;
    if (closing == null) {
      return;
    }
    getChildren().removeAll(scrim, closing);
    shown = null;
    Node focus = focusBefore;
    if (focus != null) {
      focus.requestFocus();
    }
  }

  /** Says whether a dialog is shown. */
  public boolean isOpen() {
    return shown != null;
  }

  /** A press on something disabled falls through to here, so the place decides. */
  private void pressedBeside(MouseEvent event) {
    Node dialog = shown;
    if (dialog != null && !dialog.getBoundsInParent().contains(event.getX(), event.getY())) {
      cancel();
    }
  }

  private void cancel() {
    Runnable action = onCancel;
    close();
    action.run();
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && shown != null) {
      cancel();
      event.consume();
    }
  }

  private static void focusFirst(Node dialog) {
    Node wanted = dialog.lookup(".initial-focus");
    if (wanted == null) {
      wanted = dialog.lookup(".text-input");
    }
    if (wanted == null) {
      wanted = dialog.lookup(".button.accent");
    }
    (wanted == null ? dialog : wanted).requestFocus();
  }
}
