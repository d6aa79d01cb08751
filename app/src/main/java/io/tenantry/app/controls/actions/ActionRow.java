package io.tenantry.app.controls.actions;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.KeyHint;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;

/**
 * Buttons in a row, the main one last. Where there is not room for all, those that can do nothing
 * now are in a menu, and then the first of the others; none is ever cut. UI thread.
 */
public final class ActionRow extends Pane {
  private static final double GAP = 8;

  private final List<Action> actions = new ArrayList<>();
  private final List<Button> buttons = new ArrayList<>();
  private final Set<Action> moved = new HashSet<>();
  private final List<Action> menuOnly = new ArrayList<>();
  private final Button more = Buttons.icon(Icon.MORE, Text.of("controls.more"), () -> {});
  private final ContextMenu menu = new ContextMenu();
  private Subscription following = Subscription.EMPTY;
  private boolean isOutOfDate;

  /** Creates a row without actions. */
  public ActionRow() {
    getStyleClass().add("action-row");
    more.getStyleClass().add("more-button");
    more.setOnAction(_ -> openMenu());
    hoverProperty()
        .subscribe(
            isHovered -> {
              if (!isHovered) {
                left();
              }
            });
  }

  /**
   * Replaces the actions.
   *
   * @param inRow those in the row, the main one last
   * @param inMenu those that are in the menu however much room there is
   */
  public void show(List<Action> inRow, List<Action> inMenu) {
    following.unsubscribe();
    following = Subscription.EMPTY;
    actions.clear();
    buttons.clear();
    moved.clear();
    menuOnly.clear();
    menuOnly.addAll(inMenu);
    for (Action action : inRow) {
      actions.add(action);
      buttons.add(button(action));
      following = following.and(action.shownProperty().subscribe((_, _) -> requestLayout()));
      following = following.and(action.enabledProperty().subscribe((_, _) -> rethink()));
    }
    for (Action action : inMenu) {
      following = following.and(action.shownProperty().subscribe((_, _) -> requestLayout()));
    }
    List<Node> nodes = new ArrayList<>(buttons);
    nodes.add(Math.max(0, nodes.size() - (endsInMain() ? 1 : 0)), more);
    getChildren().setAll(nodes);
    requestLayout();
  }

  /** Returns the button of an action, whether it has room or not. */
  public Button buttonOf(Action action) {
    return buttons.get(actions.indexOf(action));
  }

  private boolean endsInMain() {
    return !actions.isEmpty() && actions.getLast().mainProperty().get();
  }

  private Button button(Action action) {
    Button button = new Button();
    button.setMnemonicParsing(false);
    button.setGraphic(Icons.of(action.icon()));
    button.textProperty().bind(action.titleProperty());
    button.disableProperty().bind(action.enabledProperty().not());
    button.setOnAction(_ -> action.run());
    if (action.isIconOnly()) {
      button.getStyleClass().addAll("flat", "icon-button");
      button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      button.accessibleTextProperty().bind(action.titleProperty());
      button.setTooltip(tooltip(action));
    } else if (!action.keys().isEmpty()) {
      button.setTooltip(tooltip(action));
    }
    following = following.and(action.mainProperty().subscribe(main -> style(button, action, main)));
    return button;
  }

  private static Tooltip tooltip(Action action) {
    Tooltip tooltip = new Tooltip();
    String keys = action.keys().isEmpty() ? "" : "  " + KeyHint.spoken(action.keys());
    tooltip.textProperty().bind(action.titleProperty().concat(keys));
    return tooltip;
  }

  private static void style(Button button, Action action, boolean main) {
    button.getStyleClass().removeAll("accent", "danger");
    if (action.isDanger()) {
      button.getStyleClass().add("danger");
    } else if (main) {
      button.getStyleClass().add("accent");
    }
  }

  private void openMenu() {
    menu.getItems().clear();
    actions.stream().filter(moved::contains).map(ActionRow::item).forEach(menu.getItems()::add);
    List<MenuItem> always =
        menuOnly.stream()
            .filter(action -> action.shownProperty().get())
            .map(ActionRow::item)
            .toList();
    if (!menu.getItems().isEmpty() && !always.isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
    }
    menu.getItems().addAll(always);
    menu.show(more, Side.BOTTOM, 0, 4);
  }

  private static MenuItem item(Action action) {
    MenuItem item = new MenuItem(action.titleProperty().get(), Icons.of(action.icon()));
    item.setMnemonicParsing(false);
    item.setDisable(!action.enabledProperty().get());
    item.setOnAction(_ -> action.run());
    if (action.isDanger()) {
      item.getStyleClass().add("danger");
    }
    return item;
  }

  @Override
  protected double computePrefWidth(double height) {
    double width = 0;
    for (int index = 0; index < actions.size(); index++) {
      if (actions.get(index).shownProperty().get()) {
        width += GAP + buttons.get(index).prefWidth(-1);
      }
    }
    return withoutFirstGap(width + (hasMenuOnly() ? GAP + more.prefWidth(-1) : 0));
  }

  @Override
  protected double computeMinWidth(double height) {
    int others = 0;
    double main = 0;
    for (int index = 0; index < actions.size(); index++) {
      if (actions.get(index).shownProperty().get()) {
        boolean isMain = index == actions.size() - 1 && endsInMain();
        main = isMain ? GAP + buttons.get(index).prefWidth(-1) : main;
        others += isMain ? 0 : 1;
      }
    }
    return withoutFirstGap(main + (others > 0 || hasMenuOnly() ? GAP + more.prefWidth(-1) : 0));
  }

  @Override
  protected double computePrefHeight(double width) {
    double height = 0;
    for (Button button : buttons) {
      height = Math.max(height, button.prefHeight(-1));
    }
    return Math.max(height, more.prefHeight(-1));
  }

  @Override
  protected void layoutChildren() {
    move();
    more.setVisible(!moved.isEmpty() || hasMenuOnly());
    double x = getWidth() - shownWidth();
    for (Node child : getChildren()) {
      if (child.isVisible()) {
        double width = child.prefWidth(-1);
        double height = child.prefHeight(-1);
        child.resizeRelocate(
            snapPositionX(x), snapPositionY((getHeight() - height) / 2), width, height);
        x += width + GAP;
      }
    }
  }

  private double shownWidth() {
    double width = 0;
    for (Node child : getChildren()) {
      width += child.isVisible() ? GAP + child.prefWidth(-1) : 0;
    }
    return withoutFirstGap(width);
  }

  /** What can be done has changed: no button comes or goes under the pointer. */
  private void rethink() {
    if (isHover()) {
      isOutOfDate = true;
    } else {
      requestLayout();
    }
  }

  private void left() {
    if (isOutOfDate) {
      isOutOfDate = false;
      requestLayout();
    }
  }

  /** Returns the places of the actions, in the order in which they give up their room. */
  private List<Integer> yielding() {
    return IntStream.range(0, actions.size())
        .boxed()
        .sorted(Comparator.comparing(index -> actions.get(index).enabledProperty().get()))
        .toList();
  }

  /** Decides which actions find no room; the main one always does. */
  private void move() {
    moved.clear();
    double free = getWidth() + 0.5;
    double wanted = computePrefWidth(-1);
    double menuWidth = hasMenuOnly() ? 0 : GAP + more.prefWidth(-1);
    int last = actions.size() - (endsInMain() ? 1 : 0);
    boolean isTight = wanted > free;
    for (int index : yielding()) {
      Action action = actions.get(index);
      boolean shown = action.shownProperty().get();
      boolean fits = wanted + (moved.isEmpty() ? 0 : menuWidth) <= free;
      boolean stays = fits && !(isTight && !action.enabledProperty().get());
      if (shown && !stays && index < last) {
        moved.add(action);
        wanted -= buttons.get(index).prefWidth(-1) + GAP;
      }
      buttons.get(index).setVisible(shown && !moved.contains(action));
    }
  }

  private boolean hasMenuOnly() {
    return menuOnly.stream().anyMatch(action -> action.shownProperty().get());
  }

  private static double withoutFirstGap(double width) {
    return Math.max(0, width - GAP);
  }
}
