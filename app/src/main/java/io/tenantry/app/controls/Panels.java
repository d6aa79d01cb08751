package io.tenantry.app.controls;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Containers in the spacing of the grid: pages, cards, rows, split panes. UI thread. */
public final class Panels {
  private Panels() {}

  /** A page: margins of 20 px, 12 px between its parts; the last part takes the space. */
  public static VBox page(Node... parts) {
    VBox page = new VBox(parts);
    page.getStyleClass().add("page");
    if (parts.length > 0) {
      VBox.setVgrow(parts[parts.length - 1], Priority.ALWAYS);
    }
    return page;
  }

  /** A framed card. */
  public static VBox card(Node... parts) {
    VBox card = new VBox(parts);
    card.getStyleClass().add("card");
    return card;
  }

  /** A framed card with a heading and actions at its right. */
  public static VBox section(String heading, Node content, Node... actions) {
    HBox head = row(Labels.heading(heading), spacer());
    head.getStyleClass().add("card-head");
    head.getChildren().addAll(actions);
    VBox card = card(head, content);
    VBox.setVgrow(content, Priority.ALWAYS);
    return card;
  }

  /** Nodes beside each other, 8 px apart, centred vertically. */
  public static HBox row(Node... nodes) {
    HBox row = new HBox(nodes);
    row.getStyleClass().add("row");
    return row;
  }

  /** Nodes below each other, 8 px apart. */
  public static VBox column(Node... nodes) {
    VBox column = new VBox(nodes);
    column.getStyleClass().add("column");
    return column;
  }

  /** Takes the free space of a row. */
  public static Region spacer() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  /**
   * A split pane that remembers where the user dragged its divider.
   *
   * @param name under which the position is kept
   * @param share the part of the first side, 0 to 1, until the user moves it
   */
  public static SplitPane split(
      LayoutMemory memory, String name, Orientation orientation, double share, Node a, Node b) {
    SplitPane pane = new SplitPane(a, b);
    pane.setOrientation(orientation);
    pane.setDividerPositions(memory.read("split." + name).orElse(share));
    BooleanProperty dragged = new SimpleBooleanProperty();
    pane.addEventFilter(
        MouseEvent.MOUSE_DRAGGED, event -> dragged.set(dragged.get() || onDivider(event)));
    pane.addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        _ -> {
          if (dragged.get()) {
            dragged.set(false);
            remember(memory, name, pane, orientation);
          }
        });
    return pane;
  }

  /** A pane that was turned for want of room has no place of its own to remember. */
  private static void remember(
      LayoutMemory memory, String name, SplitPane pane, Orientation orientation) {
    if (pane.getOrientation() == orientation) {
      memory.write("split." + name, pane.getDividerPositions()[0]);
    }
  }

  private static boolean onDivider(MouseEvent event) {
    return event.getTarget() instanceof Node node
        && (isDivider(node) || (node.getParent() != null && isDivider(node.getParent())));
  }

  private static boolean isDivider(Node node) {
    return node.getStyleClass().contains("split-pane-divider");
  }
}
