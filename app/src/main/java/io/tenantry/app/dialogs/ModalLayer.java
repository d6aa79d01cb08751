package io.tenantry.app.dialogs;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.GenericStyledArea;
import org.jspecify.annotations.Nullable;

/** One dialog above the rest of the window, with the veil below it and its focus. UI thread. */
final class ModalLayer extends StackPane {
  private final Node dialog;
  private final @Nullable Node focusBefore;
  private final Consumer<ModalExit> onExit;
  private final Region scrim = new Region();
  private final FocusRing ring;
  private @Nullable Node lastFocus;

  ModalLayer(Node dialog, @Nullable Node focusBefore, Consumer<ModalExit> onExit) {
    this.dialog = dialog;
    this.focusBefore = focusBefore;
    this.onExit = onExit;
    this.ring = new FocusRing(dialog);
    getStyleClass().add("modal-layer");
    scrim.getStyleClass().add("scrim");
    scrim.setManaged(false);
    scrim.setOnMousePressed(
        event -> {
          if (!dialog.getBoundsInParent().contains(event.getX(), event.getY())) {
            exit(ModalExit.BESIDE); // and not a press on something disabled, which falls through
          }
          event.consume();
        });
    getChildren().addAll(scrim, dialog);
    addEventFilter(KeyEvent.KEY_PRESSED, this::moveFocus);
    addEventHandler(KeyEvent.KEY_PRESSED, this::leaveByKey);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    scrim.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  Node dialog() {
    return dialog;
  }

  /** Hides the veil while another layer has its own above: the window gets no darker. */
  void covered(boolean isCovered) {
    scrim.setVisible(!isCovered);
  }

  void exit(ModalExit way) {
    onExit.accept(way);
  }

  boolean contains(@Nullable Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == this) {
        lastFocus = node;
        return true;
      }
    }
    return false;
  }

  /** Puts the focus where typing is expected; a scroll pane shows its content only after a pass. */
  void takeFocus() {
    if (getScene() != null) {
      getScene().getRoot().applyCss();
      layout();
      ring.wanted().requestFocus();
    }
  }

  /** Puts the focus back that something else has taken. */
  void takeFocusAgain() {
    if (lastFocus != null && FocusRing.canHave(lastFocus) && contains(lastFocus)) {
      lastFocus.requestFocus();
    } else {
      takeFocus();
    }
  }

  /** Gives the focus back to who had it, or to the dialog that is uncovered. */
  void giveFocusBack(@Nullable ModalLayer below) {
    if (focusBefore != null
        && focusBefore.getScene() == getScene()
        && FocusRing.canHave(focusBefore)) {
      focusBefore.requestFocus();
    } else if (below != null) {
      below.takeFocusAgain();
    }
  }

  private void leaveByKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      exit(ModalExit.ESCAPE);
      event.consume();
    }
  }

  /** Tab goes round inside; in a text of several lines that keeps tabs it is a tab. */
  private void moveFocus(KeyEvent event) {
    boolean isTab = event.getCode() == KeyCode.TAB && !event.isAltDown();
    if (!isTab || getScene() == null) {
      return;
    }
    Node owner = getScene().getFocusOwner();
    if (owner instanceof GenericStyledArea<?, ?, ?> && !event.isControlDown()) {
      return;
    }
    event.consume();
    Node edge = event.isShiftDown() ? ring.first() : ring.last();
    if (owner == null || owner == edge || !contains(owner)) {
      (event.isShiftDown() ? ring.last() : ring.first()).requestFocus();
    } else {
      owner.requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }
  }
}
