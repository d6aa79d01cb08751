package io.tenantry.app.dialogs;

import io.tenantry.app.controls.Motion;
import io.tenantry.app.fx.Focus;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.GenericStyledArea;
import org.jspecify.annotations.Nullable;

/** One dialog above the rest of the window, with the veil below it and its focus. UI thread. */
final class ModalLayer extends StackPane {
  private final Node dialog;
  private @Nullable Node focusBefore;
  private final Consumer<ModalExit> onExit;
  private final Region scrim = new Region();
  private @Nullable Node lastFocus;
  private boolean isMoving;
  private Dimension2D placedIn = new Dimension2D(0, 0);
  private double top;
  private double height;

  ModalLayer(Node dialog, @Nullable Node focusBefore, Consumer<ModalExit> onExit) {
    this.dialog = dialog;
    this.focusBefore = focusBefore;
    this.onExit = onExit;
    getStyleClass().add("modal-layer");
    scrim.getStyleClass().add("scrim");
    scrim.setManaged(false);
    scrim.setOnMousePressed(
        event -> {
          if (!dialog.getBoundsInParent().contains(event.getX(), event.getY())) {
            exit(ModalExit.BESIDE); // and not a press on something disabled, which falls through
          }
          keepFocus();
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
    keepStill();
  }

  /**
   * A sheet stays where it opened and as high as it was then, with the room it was given, whatever
   * comes and goes in it: what has no place scrolls. Another size of the window places it anew.
   */
  private void keepStill() {
    if (!(dialog instanceof Sheet sheet)) {
      return;
    }
    if (getWidth() != placedIn.getWidth() || getHeight() != placedIn.getHeight()) {
      placedIn = new Dimension2D(getWidth(), getHeight());
      top = dialog.getLayoutY();
      height = 0;
    }
    Bounds now = dialog.getLayoutBounds();
    if (height == 0) {
      leaveRoom(sheet, now.getHeight());
    }
    dialog.resizeRelocate(dialog.getLayoutX(), top, now.getWidth(), height);
  }

  private void leaveRoom(Sheet sheet, double opened) {
    double most = getHeight() - snappedTopInset() - snappedBottomInset();
    height = Math.min(opened + sheet.room(), most);
    top = Math.max(snappedTopInset(), top - (height - opened) / 2);
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
    boolean isInside = node != null && Focus.isIn(node, this);
    if (isInside && !isIdle(node)) {
      lastFocus = node;
    }
    return isInside;
  }

  /** Says whether no key does anything there: a pane that scrolls takes the focus when pressed. */
  static boolean isIdle(@Nullable Node node) {
    return node instanceof ScrollPane;
  }

  /** A press on nothing leaves the focus where it was. */
  private void keepFocus() {
    Node owner = getScene() == null ? this : getScene().getFocusOwner();
    if (!contains(owner)) {
      takeFocusAgain();
    }
  }

  /**
   * Puts the focus where typing is expected; a scroll pane shows its content only after a pass. The
   * pass leaves the page below alone, which can hold thousands of nodes.
   */
  void takeFocus() {
    if (getScene() != null) {
      applyCss();
      layout();
      wanted().requestFocus();
    }
  }

  /** Shows that it comes in from outside the page. */
  void comeIn() {
    Motion.SHEET.bringIn(dialog);
  }

  /** Returns what is marked, else the first field, else the main act, else the first of all. */
  private Node wanted() {
    List<Node> all = Focus.allIn(dialog);
    return Focus.markedIn(dialog)
        .or(() -> all.stream().filter(ModalLayer::isField).findFirst())
        .or(() -> all.stream().filter(node -> node.getStyleClass().contains("accent")).findFirst())
        .or(() -> all.stream().findFirst())
        .orElse(dialog);
  }

  private static boolean isField(Node node) {
    return node instanceof TextInputControl field && field.isEditable();
  }

  /** Puts the focus back that something else has taken. */
  void takeFocusAgain() {
    if (lastFocus != null && Focus.canHave(lastFocus) && contains(lastFocus)) {
      giveAsItWas(lastFocus);
    } else {
      takeFocus();
    }
  }

  /** A field that gets the focus selects its text, and the next key would replace it. */
  private static void giveAsItWas(Node node) {
    if (node instanceof TextInputControl field) {
      int anchor = field.getAnchor();
      int caret = field.getCaretPosition();
      field.requestFocus();
      field.selectRange(anchor, caret);
    } else {
      node.requestFocus();
    }
  }

  /** What asks for the focus below, because it has loaded, gets it when this is closed. */
  void goBackTo(@Nullable Node asked) {
    if (asked != null && !isMoving) {
      focusBefore = asked;
    }
  }

  /** Gives the focus back to who had it, or to the dialog that is uncovered. */
  void giveFocusBack(@Nullable ModalLayer below) {
    if (focusBefore != null && focusBefore.getScene() == getScene() && Focus.canHave(focusBefore)) {
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

  /** Tab goes round inside; in an editor, which keeps tabs, only with Ctrl. */
  private void moveFocus(KeyEvent event) {
    boolean isTab = event.getCode() == KeyCode.TAB && !event.isAltDown() && !event.isMetaDown();
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    boolean isEditor = owner instanceof GenericStyledArea<?, ?, ?> && !event.isControlDown();
    if (isTab && !isEditor) {
      event.consume();
      isMoving = true;
      Focus.round(dialog, owner, event.isShiftDown());
      isMoving = false;
    }
  }
}
