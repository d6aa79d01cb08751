package io.tenantry.app.shell;

import io.tenantry.app.fx.Focus;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.page.Screen;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.fxmisc.richtext.GenericStyledArea;

/** One page: its head, and the screen below it. UI thread. */
public final class PageFrame extends VBox {
  private static final PseudoClass REFRESHING = PseudoClass.getPseudoClass("refreshing");
  private static final Duration UNNOTICED = Duration.millis(200);

  private final PauseTransition unnoticed = new PauseTransition(UNNOTICED);
  private final PageHeadView head;
  private final StackPane stage = new StackPane();
  private final PageFocus focus;

  /** Creates an empty frame. */
  public PageFrame(Navigator navigator) {
    head = new PageHeadView(navigator);
    focus = new PageFocus(head, stage);
    getStyleClass().add("page-frame");
    unnoticed.setOnFinished(_ -> pseudoClassStateChanged(REFRESHING, true));
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

  /** Says whether the page still shows what it did when it was left; seen when it takes long. */
  void refreshing(boolean now) {
    unnoticed.stop();
    if (now) {
      unnoticed.playFromStart();
    } else {
      pseudoClassStateChanged(REFRESHING, false);
    }
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
