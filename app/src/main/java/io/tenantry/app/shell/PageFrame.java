package io.tenantry.app.shell;

import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.page.Screen;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

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
    stage.getChildren().setAll(screen.node());
    focus.pageOpened();
  }

  /** Gives the focus to the main thing of the page; says whether there is one now. */
  boolean focusMain() {
    return focus.toMain();
  }

  /** Shows nothing; the head keeps its room. */
  public void clear() {
    head.setVisible(false);
    stage.getChildren().clear();
  }
}
