package io.tenantry.app.looks;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the pages of the gallery are built with. */
final class Pages {
  private Pages() {}

  static VBox page(String title, Node... parts) {
    VBox page = new VBox(Labels.pageTitle(title));
    page.getChildren().addAll(parts);
    page.getStyleClass().add("page");
    return page;
  }

  static VBox part(String title, Node... nodes) {
    VBox part = new VBox(Labels.overline(title));
    part.getChildren().addAll(nodes);
    part.getStyleClass().add("section");
    return part;
  }

  static FlowPane flow(Node... nodes) {
    return new FlowPane(12, 12, nodes);
  }

  static HBox columns(VBox... columns) {
    HBox row = Panels.row(columns);
    row.getStyleClass().add("loose");
    row.setFillHeight(true);
    row.setStyle("-fx-alignment: top-left");
    for (VBox column : columns) {
      column.setPrefWidth(0);
      HBox.setHgrow(column, Priority.ALWAYS);
    }
    return row;
  }

  /** Gives a node the looks of states that only a mouse or a key would give it. */
  static <N extends Node> N in(N node, String... states) {
    List.of(states)
        .forEach(state -> node.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), true));
    return node;
  }

  static <N extends Node> N disabled(N node) {
    node.setDisable(true);
    return node;
  }
}
