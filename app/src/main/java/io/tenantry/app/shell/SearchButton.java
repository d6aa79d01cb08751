package io.tenantry.app.shell;

import io.tenantry.app.controls.KeyHint;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.text.Text;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Looks like a field and opens the palette. UI thread. */
final class SearchButton extends Button {
  private final Label words = Labels.muted(Text.of("shell.palette.prompt"));
  private final KeyHint keys = new KeyHint("Shortcut+K");
  private final HBox content;

  SearchButton(Runnable openPalette) {
    getStyleClass().add("search-button");
    content = Panels.row(Icons.of(Icon.SEARCH, "icon-muted"), words, Panels.spacer(), keys);
    setGraphic(content);
    setAccessibleText(Text.of("shell.palette.prompt"));
    setOnAction(_ -> openPalette.run());
    setMinWidth(USE_PREF_SIZE);
  }

  @Override
  protected void layoutChildren() {
    content.setPrefWidth(getWidth() - snappedLeftInset() - snappedRightInset());
    super.layoutChildren();
  }

  @Override
  protected double computePrefWidth(double height) {
    content.setPrefWidth(USE_COMPUTED_SIZE);
    return super.computePrefWidth(height);
  }

  /** Shows the keys, or not, where there is no room for them. */
  void showKeys(boolean hasRoom) {
    show(keys, hasRoom);
  }

  /** Shows the words, or only the icon. */
  void showWords(boolean hasRoom) {
    show(words, hasRoom);
  }

  private static void show(Node node, boolean isShown) {
    node.setVisible(isShown);
    node.setManaged(isShown);
  }
}
