package io.tenantry.app.recorded;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.workspaces.DataStatement;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The data statements that came with recorded changes, each with the decision whether tenants run
 * it, and what the changes do to tenants with rows. Space switches the selected statement. UI
 * thread.
 */
public final class RecordedList extends ListView<RecordedRow> {
  private final ObservableList<DataStatement> data;
  private final ObservableList<ChangeWarning> warnings;
  private final Consumer<? super DataStatement> onSwitch;
  private boolean ofMany = true;

  private RecordedList(
      ObservableList<DataStatement> data,
      ObservableList<ChangeWarning> warnings,
      Consumer<? super DataStatement> onSwitch) {
    this.data = data;
    this.warnings = warnings;
    this.onSwitch = onSwitch;
    StyleSheets.add(this, RecordedList.class, "recorded.css");
    getStyleClass().addAll("plain", "change-rows");
    setCellFactory(_ -> new RecordedCell());
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    focusedProperty().subscribe(this::focused);
    data.subscribe(this::fill);
    warnings.subscribe(this::fill);
    fill();
  }

  /** A list of both, the statements first, for what one request recorded. */
  public static RecordedList of(RecordedViewModel model, WriteGuard guard) {
    CarryQuestion question = new CarryQuestion(guard);
    return new RecordedList(
            model.data(),
            model.warnings(),
            statement ->
                question.beforeSwitching(
                    statement,
                    model.workspace(),
                    () -> model.carry(statement, !statement.carried())))
        .ofOneVersion()
        .saying("recorded.list", "recorded.none")
        .called("recorded-list");
  }

  /** A list of data statements alone. */
  public static RecordedList ofData(ObservableList<DataStatement> data, Consumer<? super DataStatement> onSwitch) {
    return new RecordedList(data, FXCollections.observableArrayList(), onSwitch)
        .saying("recorded.data", "recorded.data.none")
        .called("data-list");
  }

  /** A list of warnings alone. */
  public static RecordedList ofWarnings(ObservableList<ChangeWarning> warnings) {
    return new RecordedList(FXCollections.observableArrayList(), warnings, _ -> {})
        .saying("recorded.warnings", "recorded.warnings.none")
        .called("warning-list");
  }

  private RecordedList ofOneVersion() {
    ofMany = false;
    return this;
  }

  private RecordedList saying(String name, String none) {
    setAccessibleText(Text.of(name));
    setAccessibleHelp(Text.of("recorded.keys"));
    setPlaceholder(Labels.muted(Text.of(none)));
    return this;
  }

  private RecordedList called(String styleClass) {
    getStyleClass().add(styleClass);
    return this;
  }

  /** The same place stays selected, so that the next key has something to act on. */
  private void fill() {
    int at = getSelectionModel().getSelectedIndex();
    getItems().setAll(RecordedRow.of(data, warnings));
    if (at >= 0 && !getItems().isEmpty()) {
      getSelectionModel().clearAndSelect(Math.min(at, getItems().size() - 1));
    }
  }

  private void focused(boolean now) {
    if (now && getSelectionModel().isEmpty()) {
      getSelectionModel().selectFirst();
    }
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE
        && getSelectionModel().getSelectedItem() instanceof RecordedRow.Rows(DataStatement at)) {
      event.consume();
      if (at.switchable()) {
        onSwitch.accept(at);
      }
    }
  }

  private final class RecordedCell extends ListCell<RecordedRow> {
    private final DataStatementLine data = new DataStatementLine(ofMany, onSwitch);
    private final ChangeWarningLine warning = new ChangeWarningLine();

    RecordedCell() {
      getStyleClass().add("change-cell");
    }

    @Override
    protected void updateItem(@Nullable RecordedRow item, boolean empty) {
      super.updateItem(item, empty);
      switch (empty ? null : item) {
        case null -> show(null, null);
        case RecordedRow.Rows(DataStatement statement) -> {
          data.show(statement);
          show(data, DataStatementLine.spoken(statement));
        }
        case RecordedRow.Trouble(ChangeWarning about) -> {
          warning.show(about);
          show(warning, ChangeWarningLine.spoken(about));
        }
      }
    }

    private void show(@Nullable Node line, @Nullable String spoken) {
      setGraphic(line);
      setAccessibleText(spoken);
    }

    /** A cell asks its graphic for a height without a width, so words would not be wrapped. */
    @Override
    protected double computePrefHeight(double width) {
      Node line = getGraphic();
      if (line == null || width < 0) {
        return super.computePrefHeight(width);
      }
      double within = width - snappedLeftInset() - snappedRightInset();
      return snappedTopInset() + line.prefHeight(within) + snappedBottomInset();
    }

  }
}
