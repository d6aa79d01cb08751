package io.tenantry.app.shell;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.actions.ActionRow;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.fx.Subscriptions;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.text.Text;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/**
 * Top of every page: back and forward, the way here with the title at its end, chips, one line, and
 * the actions. When it is narrow, actions move into their menu first, then the way into its own,
 * and the title comes last. UI thread.
 */
final class PageHeadView extends Pane {
  private static final double GAP = 8;
  private static final double BEFORE_ACTIONS = 16;

  private final HBox ways;
  private final HBox picture = new HBox();
  private final PageTitle words;
  private final StackPane instead = new StackPane();
  private final HBox tools = new HBox();
  private final ActionRow actions = new ActionRow();
  private final Subscriptions following = new Subscriptions();

  PageHeadView(Navigator navigator) {
    words = new PageTitle(new Crumbs(navigator));
    getStyleClass().add("page-head");
    Button back = Buttons.icon(Icon.BACK, Text.of("shell.back"), navigator::back);
    Button forward = Buttons.icon(Icon.FORWARD, Text.of("shell.forward"), navigator::forward);
    back.disableProperty().bind(navigator.canGoBack().not());
    forward.disableProperty().bind(navigator.canGoForward().not());
    ways = new HBox(back, forward);
    ways.getStyleClass().add("page-ways");
    picture.getStyleClass().add("page-picture");
    tools.getStyleClass().add("page-tools");
    actions.getStyleClass().add("page-actions");
    instead.getStyleClass().add("page-instead");
    getChildren().addAll(ways, picture, words, instead, tools, actions);
  }

  /** Shows the head of the page at a place, and follows it from now on. */
  void show(Place place, PageHead head) {
    following.close();
    words.follow(following, place, head);
    following.follow(head.pictureProperty(), this::picture);
    following.follow(head.insteadOfTitleProperty(), this::instead);
    tools(head);
    following.onChange(() -> tools(head), head.tools());
    actions(head);
    following.onChange(() -> actions(head), head.actions(), head.menu());
  }

  private void picture(Optional<Node> node) {
    picture.getChildren().setAll(node.stream().toList());
    picture.setManaged(node.isPresent());
  }

  private void instead(Optional<Node> node) {
    instead.getChildren().setAll(node.stream().toList());
    instead.setManaged(node.isPresent());
    instead.setVisible(node.isPresent()); // it lies above the words, and would take their clicks
    words.setVisible(node.isEmpty());
  }

  private void tools(PageHead head) {
    tools.getChildren().setAll(head.tools());
    tools.setManaged(!head.tools().isEmpty());
  }

  private void actions(PageHead head) {
    actions.show(head.actions(), head.menu());
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    double x = place(ways, snappedLeftInset(), ways.prefWidth(-1)) + GAP;
    if (picture.isManaged()) {
      x = place(picture, x, picture.prefWidth(-1)) + GAP;
    }
    double right = getWidth() - snappedRightInset();
    double gap = tools.isManaged() ? GAP : 0;
    double wordsWidth = wordsWidth(right - x, gap);
    place(words, x, wordsWidth);
    if (instead.isManaged()) {
      double width = Math.max(0, right - x - (actions.prefWidth(-1) + toolsMost() + 2 * gap));
      instead.resizeRelocate(snapPositionX(x), snappedTopInset(), width, innerHeight());
    }
    double free = right - x - wordsWidth - BEFORE_ACTIONS;
    double toolsWidth = tools.isManaged() ? tools.prefWidth(-1) : 0;
    toolsWidth = Math.min(toolsWidth, free - actions.minWidth(-1) - gap);
    double actionsWidth = Math.min(actions.prefWidth(-1), free - toolsWidth - gap);
    place(actions, right - actionsWidth, actionsWidth);
    place(tools, right - actionsWidth - gap - toolsWidth, toolsWidth);
  }

  /** What they ask for before actions are moved, and all they could use when there is room. */
  private double wordsWidth(double free, double gap) {
    double toolsLeast = tools.isManaged() ? tools.minWidth(-1) : 0;
    double toolsMost = tools.isManaged() ? tools.prefWidth(-1) : 0;
    double most = free - BEFORE_ACTIONS - gap - actions.minWidth(-1) - toolsLeast;
    double easily = free - BEFORE_ACTIONS - gap - actions.prefWidth(-1) - toolsMost;
    double wanted = Math.min(words.prefWidth(-1), most);
    return Math.max(0, Math.max(wanted, Math.min(words.wholeWidth(), easily)));
  }

  private double toolsMost() {
    return tools.isManaged() ? tools.prefWidth(-1) : 0;
  }

  private double innerHeight() {
    return getHeight() - snappedTopInset() - snappedBottomInset();
  }

  /** Places a part in the middle of the height; returns where it ends. */
  private double place(Node part, double x, double width) {
    double height = part.prefHeight(width);
    double top = snappedTopInset();
    double y = top + (getHeight() - top - snappedBottomInset() - height) / 2;
    part.resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(width), height);
    return x + width;
  }
}
