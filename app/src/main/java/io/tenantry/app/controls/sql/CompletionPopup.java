package io.tenantry.app.controls.sql;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/** The list of suggestions below the caret of an editor. UI thread. */
final class CompletionPopup {
  private static final double ROW = 26;
  private static final int MOST_ROWS = 10;

  private final CodeArea area;
  private final Popup popup = new Popup();
  private final ObservableList<SqlCompletion.Suggestion> found =
      FXCollections.observableArrayList();
  private final ListView<SqlCompletion.Suggestion> list = new ListView<>(found);
  private SqlCompletion source = SqlCompletion.keywords();

  CompletionPopup(CodeArea area) {
    this.area = area;
    list.getStyleClass().add("completion-list");
    list.setFixedCellSize(ROW);
    list.setCellFactory(_ -> new SuggestionCell());
    list.setFocusTraversable(false);
    list.setOnMouseClicked(_ -> accept());
    popup.getContent().add(list);
    popup.setAutoHide(true);
    area.textProperty().subscribe((_, _) -> narrow());
  }

  void source(SqlCompletion other) {
    source = other;
  }

  void open() {
    found.setAll(source.suggest(area.getText(), area.getCaretPosition(), prefix()));
    if (found.isEmpty()) {
      popup.hide();
      return;
    }
    list.setPrefHeight(Math.min(MOST_ROWS, found.size()) * ROW + 10);
    list.getSelectionModel().selectFirst();
    area.getCaretBounds().ifPresent(this::showAt);
  }

  /** Takes the keys that belong to the list while it is open. */
  boolean handled(KeyEvent event) {
    if (!popup.isShowing()) {
      return false;
    }
    KeyCode code = event.getCode();
    if (code == KeyCode.DOWN || code == KeyCode.UP) {
      move(code == KeyCode.DOWN ? 1 : -1);
    } else if ((code == KeyCode.ENTER || code == KeyCode.TAB) && !event.isShortcutDown()) {
      accept();
    } else if (code == KeyCode.ESCAPE) {
      popup.hide();
    } else {
      return false;
    }
    return true;
  }

  private void move(int step) {
    int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + step, 0, found.size() - 1);
    list.getSelectionModel().clearAndSelect(next);
    list.scrollTo(next);
  }

  private void narrow() {
    if (popup.isShowing()) {
      if (prefix().isEmpty()) {
        popup.hide();
      } else {
        open();
      }
    }
  }

  private void showAt(Bounds caret) {
    if (!popup.isShowing() && area.getScene() != null) {
      popup.getScene().getStylesheets().setAll(area.getScene().getStylesheets());
      popup.getScene().getRoot().getStyleClass().setAll(area.getScene().getRoot().getStyleClass());
      popup.show(area, caret.getMinX(), caret.getMaxY() + 4);
    }
  }

  private void accept() {
    SqlCompletion.@Nullable Suggestion chosen = list.getSelectionModel().getSelectedItem();
    popup.hide();
    if (chosen != null) {
      int caret = area.getCaretPosition();
      area.replaceText(caret - prefix().length(), caret, chosen.text());
    }
  }

  private String prefix() {
    int caret = area.getCaretPosition();
    String text = area.getText();
    int start = caret;
    while (start > 0
        && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '_')) {
      start--;
    }
    return text.substring(start, caret);
  }

  /** Text at the left, what it is at the right. */
  private static final class SuggestionCell extends ListCell<SqlCompletion.Suggestion> {
    @Override
    protected void updateItem(SqlCompletion.@Nullable Suggestion item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      Label text = Labels.mono(item.text());
      Label detail = Labels.caption(item.detail().isEmpty() ? item.kind() : item.detail());
      HBox line = Panels.row(text, Panels.spacer(), detail);
      setGraphic(line);
    }
  }
}
