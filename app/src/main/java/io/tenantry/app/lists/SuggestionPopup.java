package io.tenantry.app.lists;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.ScaledRoot;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/**
 * What could be typed, below a field. Nothing is chosen until Down is pressed, so that Enter still
 * means what is typed; Tab takes the first. UI thread.
 */
final class SuggestionPopup {
  private static final double ROW = 28;
  private static final int MOST_ROWS = 9;
  private static final double EDGES = 10;

  private final Node field;
  private final Consumer<FilterTerms.Suggestion> taken;
  private final Popup popup = new Popup();
  private final ObservableList<FilterTerms.Suggestion> found = FXCollections.observableArrayList();
  private final ListView<FilterTerms.Suggestion> list = new ListView<>(found);

  SuggestionPopup(Node field, Consumer<FilterTerms.Suggestion> taken) {
    this.field = field;
    this.taken = taken;
    list.getStyleClass().add("completion-list");
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new Line());
    list.setOnMouseClicked(_ -> take(list.getSelectionModel().getSelectedItem()));
    popup.getContent().add(list);
    popup.setAutoHide(true);
    popup.setConsumeAutoHidingEvents(false);
    popup.setHideOnEscape(false);
  }

  void show(List<FilterTerms.Suggestion> wanted) {
    found.setAll(wanted);
    list.getSelectionModel().clearSelection();
    if (found.isEmpty() || field.getScene() == null) {
      hide();
      return;
    }
    double scale = ScaledRoot.factorAt(field);
    list.setFixedCellSize(ROW * scale);
    list.setPrefHeight((Math.min(MOST_ROWS, found.size()) * ROW + EDGES) * scale);
    if (!popup.isShowing()) {
      popup.getScene().getStylesheets().setAll(field.getScene().getStylesheets());
      popup.getScene().getRoot().getStyleClass().setAll(field.getScene().getRoot().getStyleClass());
      Bounds place = field.localToScreen(field.getLayoutBounds());
      popup.show(field, place.getMinX(), place.getMaxY() + 4);
    }
  }

  void hide() {
    popup.hide();
  }

  boolean isShowing() {
    return popup.isShowing();
  }

  /** Takes the keys that belong to the suggestions while they are shown. */
  boolean handles(KeyEvent event) {
    if (!popup.isShowing() || event.isShortcutDown() || !acts(event.getCode())) {
      return false;
    }
    event.consume();
    return true;
  }

  private boolean acts(KeyCode code) {
    FilterTerms.@Nullable Suggestion chosen = list.getSelectionModel().getSelectedItem();
    switch (code) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case TAB -> take(chosen == null ? found.getFirst() : chosen);
      case ENTER -> {
        take(chosen);
        return chosen != null;
      }
      case ESCAPE -> hide();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void move(int step) {
    int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + step, found.size());
    list.getSelectionModel().clearAndSelect(next);
    list.scrollTo(next);
  }

  private void take(FilterTerms.@Nullable Suggestion chosen) {
    if (chosen != null) {
      hide();
      taken.accept(chosen);
    }
  }

  /** Text at the left, what it means at the right. */
  private static final class Line extends ListCell<FilterTerms.Suggestion> {
    @Override
    protected void updateItem(FilterTerms.@Nullable Suggestion item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(
          empty || item == null
              ? null
              : Panels.row(
                  Labels.mono(item.text().strip()), Panels.spacer(), Labels.caption(item.words())));
    }
  }
}
