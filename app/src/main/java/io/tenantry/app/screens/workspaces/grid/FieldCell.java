package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.fx.FxThread;
import io.tenantry.app.screens.workspaces.edits.DraftTable;
import io.tenantry.app.screens.workspaces.edits.Fate;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * A typed cell of the columns grid. What is refused stays open and marked, so that it can be
 * corrected where it was typed. UI thread.
 */
final class FieldCell extends TableCell<DraftTable.Column, String> {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
  private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");
  private final ColumnField field;
  private final GridViewModel model;
  private final WhyNot whyNot;
  private final Supplier<List<String>> choices;
  private @Nullable Control editor;
  private boolean fresh;

  FieldCell(ColumnField field, GridViewModel model, WhyNot whyNot, Supplier<List<String>> choices) {
    this.field = field;
    this.model = model;
    this.whyNot = whyNot;
    this.choices = choices;
    getStyleClass().add(field == ColumnField.NAME ? "name-cell" : "mono-cell");
  }

  @Override
  public void startEdit() {
    DraftTable.Column column = getTableRow().getItem();
    if (column == null) {
      return;
    }
    Optional<Locked> locked = model.locked(field, column);
    if (locked.isPresent()) {
      whyNot.show(this, locked.get());
      FxThread.later(() -> getTableView().edit(-1, null));
      return;
    }
    super.startEdit();
    List<String> offered = choices.get();
    editor = offered.isEmpty() ? textEditor() : choiceEditor(offered);
    editor.setAccessibleText(getTableColumn().getText());
    setText(null);
    setGraphic(editor);
    editor.requestFocus();
  }

  @Override
  public void cancelEdit() {
    super.cancelEdit();
    close();
  }

  @Override
  protected void updateItem(@Nullable String item, boolean empty) {
    super.updateItem(item, empty);
    DraftTable.Column column = getTableRow() == null ? null : getTableRow().getItem();
    if (empty || column == null) {
      setText(null);
      setGraphic(null);
      setTooltip(null);
      pseudoClassStateChanged(LOCKED, false);
    } else if (!isEditing()) {
      setText(item);
      setGraphic(null);
      pseudoClassStateChanged(LOCKED, model.locked(field, column).isPresent());
      setTooltip(tooltip(column));
    }
  }

  private @Nullable Tooltip tooltip(DraftTable.Column column) {
    Optional<Locked> locked = model.locked(field, column);
    if (locked.isPresent()) {
      return new Tooltip(locked.get().reason());
    }
    if (field == ColumnField.NAME && column.fate() == Fate.RENAMED) {
      return new Tooltip(Text.of("workspace.grid.was", column.key().name()));
    }
    String text = field.read(column);
    return text.length() > 18 ? new Tooltip(text) : null;
  }

  private TextField textEditor() {
    TextField text = new TextField(getItem());
    text.getStyleClass().add("cell-editor");
    text.setOnAction(_ -> commit(text.getText()));
    text.addEventFilter(KeyEvent.KEY_PRESSED, event -> keyPressed(event, text::getText));
    text.focusedProperty().subscribe((was, is) -> focusMoved(was, is, text.getText()));
    text.selectAll();
    return text;
  }

  private ComboBox<String> choiceEditor(List<String> offered) {
    ComboBox<String> combo = new ComboBox<>();
    combo.getItems().setAll(offered);
    combo.setEditable(true);
    combo.getStyleClass().add("cell-editor");
    combo.setMaxWidth(Double.MAX_VALUE);
    combo.setValue(getItem());
    fresh = true;
    combo.setOnAction(
        _ -> {
          if (combo.getValue() != null && !combo.getValue().equals(getItem())) {
            commit(combo.getValue());
          }
        });
    combo.getEditor().addEventFilter(KeyEvent.KEY_PRESSED, event -> comboKey(event, combo));
    combo
        .focusedProperty()
        .subscribe((was, is) -> focusMoved(was, is, combo.getEditor().getText()));
    return combo;
  }

  /** What is typed first replaces the text; its skin takes an earlier selection away. */
  private void comboKey(KeyEvent event, ComboBox<String> combo) {
    if (fresh && !event.getText().isEmpty() && !event.isShortcutDown()) {
      combo.getEditor().selectAll();
    }
    fresh &= event.getCode().isModifierKey();
    if (event.getCode() == KeyCode.ENTER) {
      commit(combo.getEditor().getText());
      event.consume();
    } else {
      keyPressed(event, combo.getEditor()::getText);
    }
  }

  private void keyPressed(KeyEvent event, Supplier<String> typed) {
    if (event.getCode() == KeyCode.ESCAPE) {
      cancelEdit();
      getTableView().requestFocus();
      event.consume();
    } else if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
      event.consume();
      commitAndGoOn(typed.get(), event.isShiftDown() ? -1 : 1);
    }
  }

  /** Takes what was typed and goes to the cell beside, to be typed into where it can be. */
  private void commitAndGoOn(String text, int step) {
    TableView<DraftTable.Column> table = getTableView();
    int row = getIndex();
    int beside = table.getVisibleLeafIndex(getTableColumn()) + step;
    commit(text);
    if (!isEditing() && beside >= 0 && beside < table.getVisibleLeafColumns().size()) {
      TableColumn<DraftTable.Column, ?> column = table.getVisibleLeafColumn(beside);
      table.getScene().getRoot().layout(); // the change has made the cells anew
      table.getSelectionModel().clearAndSelect(row, column);
      table.edit(row, column);
    }
  }

  /** Takes what is typed; false when it is refused, and stays open. */
  boolean takesTyped() {
    switch (editor) {
      case TextField text -> commit(text.getText());
      case ComboBox<?> choice -> commit(choice.getEditor().getText());
      case null, default -> {}
    }
    return !isEditing();
  }

  private void focusMoved(boolean was, boolean is, String text) {
    if (was && !is && isEditing()) {
      commit(text);
      if (isEditing()) {
        cancelEdit();
      }
    }
  }

  private void commit(String text) {
    DraftTable.Column column = getTableRow().getItem();
    if (column == null || !isEditing()) {
      return;
    }
    if (text.strip().equals(field.read(column))) {
      leave();
      return;
    }
    boolean done =
        field.accepts(text) && model.change(column.key(), field.write(column.spec(), text));
    if (done) {
      leave();
    } else if (editor != null) {
      if (!field.accepts(text)) {
        model.refuse(Text.of("workspace.problem.referenceForm"));
      }
      editor.pseudoClassStateChanged(INVALID, true);
    }
  }

  private void leave() {
    if (isEditing()) {
      super.cancelEdit();
    }
    close();
    getTableView().requestFocus();
  }

  private void close() {
    editor = null;
    setGraphic(null);
    DraftTable.Column column = getTableRow() == null ? null : getTableRow().getItem();
    setText(column == null ? null : field.read(column));
  }
}
