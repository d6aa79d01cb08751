package io.tenantry.app.shell;

import io.tenantry.app.controls.KeyHint;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A place in the sidebar, with a count of what asks for attention there. UI thread. */
final class NavItem extends ToggleButton {
  private final ScreenRoute route;
  private final Label words = new Label();
  private final Label count = new Label();
  private final Region badge = new Region();
  private final Tooltip tip = new Tooltip();
  private boolean folded;
  private String counted = "";

  NavItem(ScreenRoute route) {
    this.route = route;
    getStyleClass().add("nav-item");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setMaxWidth(Double.MAX_VALUE);
    words.setText(Text.of(route.titleKey()));
    words.getStyleClass().add("nav-words");
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    count.getStyleClass().add("nav-count");
    count.setMinWidth(USE_PREF_SIZE);
    badge.getStyleClass().add("nav-badge");
    badge.setMouseTransparent(true);
    StackPane.setAlignment(badge, Pos.TOP_RIGHT);
    StackPane picture = new StackPane(Icons.of(Sidebar.iconOf(route), "icon-navigation"), badge);
    HBox content = new HBox(picture, words, count);
    content.getStyleClass().add("nav-content");
    setGraphic(content);
    setTooltip(tip);
    describe();
  }

  ScreenRoute route() {
    return route;
  }

  /** Shows only the icon, or all of it. */
  void fold(boolean isFolded) {
    folded = isFolded;
    show(words, !folded);
    showCount();
    describe();
  }

  /**
   * Says how many things ask for attention; zero for none.
   *
   * @param spoken the number in words, for the tooltip
   */
  void attention(int number, boolean isFailure, String spoken) {
    count.setText(number == 0 ? "" : Figures.count(number));
    counted = number == 0 ? "" : spoken;
    for (Node mark : new Node[] {count, badge}) {
      mark.getStyleClass().remove("failed");
      if (isFailure) {
        mark.getStyleClass().add("failed");
      }
    }
    showCount();
    describe();
  }

  private void showCount() {
    boolean any = !count.getText().isEmpty();
    show(count, any && !folded);
    badge.setVisible(any && folded);
  }

  private static void show(Node node, boolean isShown) {
    node.setVisible(isShown);
    node.setManaged(isShown);
  }

  private void describe() {
    String title = words.getText();
    String named = counted.isEmpty() ? title : Text.of("shell.sidebar.count", title, counted);
    String keys = ShellKeys.keysOf(route);
    setAccessibleText(named);
    tip.setText(keys.isEmpty() ? named : named + "  " + KeyHint.spoken(keys));
  }
}
