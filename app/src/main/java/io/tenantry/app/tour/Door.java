package io.tenantry.app.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Something that can be pressed: a button, an item of a menu, a list that drops down. UI thread.
 *
 * @param label what it says, also to a screen reader
 * @param identity the same object for the same door
 * @param press presses it
 */
public record Door(String label, Object identity, Runnable press) {
  /** Finds those that are visible and enabled below a node. */
  public static List<Door> in(Node root) {
    List<Door> found = new ArrayList<>();
    visible(root, Control.class).stream()
        .filter(control -> !control.isDisabled())
        .forEach(control -> add(control, found));
    return found;
  }

  /** Finds the nodes of a type that are visible below a node. */
  public static <T extends Node> List<T> visible(Node root, Class<T> type) {
    List<T> found = new ArrayList<>();
    collect(root, type, found);
    return found;
  }

  /** Selects the first row of every list, as most that can be done needs one. */
  static void selectFirstRows(Node root) {
    visible(root, TableView.class).stream()
        .filter(table -> table.getSelectionModel().isEmpty() && !table.getItems().isEmpty())
        .forEach(table -> table.getSelectionModel().selectFirst());
    visible(root, TreeView.class).stream()
        .filter(tree -> tree.getSelectionModel().isEmpty())
        .forEach(tree -> tree.getSelectionModel().selectFirst());
    visible(root, ListView.class).stream()
        .filter(list -> list.getSelectionModel().isEmpty() && !list.getItems().isEmpty())
        .forEach(list -> list.getSelectionModel().selectFirst());
  }

  /** Hides menus and lists that dropped down, and closes windows that were opened. */
  static void closePopups(Window own) {
    for (Window window : List.copyOf(Window.getWindows())) {
      if (window instanceof PopupWindow popup) {
        popup.hide();
      } else if (window != own && window instanceof Stage other) {
        other.close();
      }
    }
  }

  /** Presses Escape, which closes what lies over the page. */
  static void escape(Scene scene) {
    Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
    target.fireEvent(
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
  }

  private static void add(Control control, List<Door> found) {
    switch (control) {
      case MenuButton menu -> {
        found.add(new Door(label(menu, menu.getText()), menu, menu::show));
        items(menu.getItems().stream())
            .forEach(item -> found.add(ofItem(item, menu::show, menu::hide)));
      }
      case CheckBox _ -> {}
      case ButtonBase button ->
          found.add(new Door(label(button, button.getText()), button, button::fire));
      case ComboBoxBase<?> list -> found.add(new Door(label(list, "list"), list, list::show));
      default -> {}
    }
    ContextMenu menu = control.getContextMenu();
    if (menu != null) {
      items(menu.getItems().stream())
          .forEach(
              item ->
                  found.add(ofItem(item, () -> menu.show(control, Side.BOTTOM, 0, 0), menu::hide)));
    }
  }

  private static Stream<MenuItem> items(Stream<MenuItem> items) {
    return items
        .filter(Predicate.not(SeparatorMenuItem.class::isInstance))
        .filter(item -> item.isVisible() && !item.isDisable())
        .flatMap(
            item -> item instanceof Menu menu ? items(menu.getItems().stream()) : Stream.of(item));
  }

  private static Door ofItem(MenuItem item, Runnable show, Runnable hide) {
    String text = item.getText() == null ? "item" : item.getText();
    return new Door(
        text,
        item,
        () -> {
          show.run();
          item.fire();
          hide.run();
        });
  }

  /** In a row of a list the words are those of the row: there one of a kind is enough. */
  private static String label(Control control, String text) {
    if (text != null && !text.isBlank() && !isInRow(control)) {
      return text;
    }
    String spoken = control.getAccessibleText();
    return spoken == null || spoken.isBlank() ? String.join(" ", control.getStyleClass()) : spoken;
  }

  private static boolean isInRow(Node node) {
    for (Parent at = node.getParent(); at != null; at = at.getParent()) {
      if (at instanceof IndexedCell<?>) {
        return true;
      }
    }
    return false;
  }

  private static <T extends Node> void collect(Node node, Class<T> type, List<T> found) {
    if (!node.isVisible()) {
      return;
    }
    if (type.isInstance(node)) {
      found.add(type.cast(node));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, type, found));
    }
  }
}
