package io.tenantry.app.controls;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Top of a screen: title, one line about it, chips, and the actions at the right. UI thread. */
public final class PageHeader extends HBox {
  private final Label title = Labels.pageTitle("");
  private final Label subtitle = Labels.muted("");
  private final HBox chips = new HBox();

  /** Creates a header with its actions, the main one last. */
  public PageHeader(String text, Node... actions) {
    getStyleClass().add("page-header");
    title.setText(text);
    chips.getStyleClass().add("chip-row");
    HBox first = new HBox(title, chips);
    first.getStyleClass().add("page-title-row");
    subtitle.managedProperty().bind(subtitle.visibleProperty());
    subtitle.visibleProperty().bind(subtitle.textProperty().isNotEmpty());
    VBox words = new VBox(first, subtitle);
    words.getStyleClass().add("page-words");
    words.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox right = new HBox(actions);
    right.getStyleClass().add("page-actions");
    right.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(words, space, right);
  }

  /** Returns the label of the title, to bind it. */
  public Label title() {
    return title;
  }

  /** Returns the label under the title, hidden while empty. */
  public Label subtitle() {
    return subtitle;
  }

  /** Puts chips beside the title. */
  public void chips(Node... nodes) {
    chips.getChildren().setAll(nodes);
  }
}
