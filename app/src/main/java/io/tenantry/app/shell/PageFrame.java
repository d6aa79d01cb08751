package io.tenantry.app.shell;

import io.tenantry.app.fx.Focus;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.page.Screen;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.richtext.GenericStyledArea;

/** One page: its head, and the screen below it. UI thread. */
public final class PageFrame extends VBox {
  private final PageHeadView head;
  private final StackPane stage = new StackPane();
  private final PageFocus focus;

  /** Creates an empty frame. */
  public PageFrame(Navigator navigator) {
    head = new PageHeadView(navigator);
    focus = new PageFocus(head, stage);
    VBox.setVgrow(stage, Priority.ALWAYS);
    getChildren().addAll(head, stage);
    clear();
  }

  /** Shows a screen with its head. */
  public void show(Place place, Screen screen) {
    head.show(place, screen.head());
    head.setVisible(true);
    leaveScreen();
    stage.getChildren().setAll(screen.node());
    focus.pageOpened();
  }

  /** Gives the focus to the main thing of the page; says whether there is one now. */
  boolean focusMain() {
    return focus.toMain();
  }

  /**
   * Says whether a key pressed at a node is for the screen: neither for its head nor for a text.
   */
  boolean isWorkedIn(Node target) {
    boolean isText =
        target instanceof TextInputControl
            || target instanceof GenericStyledArea<?, ?, ?>
            || target instanceof ComboBoxBase<?> box && box.isEditable()
            || target instanceof Spinner<?>;
    return !isText && Focus.isIn(target, stage);
  }

  /** Shows nothing; the head keeps its room. */
  public void clear() {
    head.setVisible(false);
    leaveScreen();
    stage.getChildren().clear();
  }

  /** The focus waits at the page until the next screen can have it. */
  private void leaveScreen() {
    if (stage.isFocusWithin()) {
      requestFocus();
    }
  }
}
