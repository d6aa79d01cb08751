package io.tenantry.app.screens.connections;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.controls.RowProbe;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The connections in rows of two lines under the names of their groups; the names are passed over
 * by keys. As high as its lines. UI thread.
 */
final class ConnectionList extends ListView<ConnectionLine> {
  private final RowProbe rowProbe = new RowProbe("row-probe");
  private final RowProbe headProbe = new RowProbe("head-probe");
  private boolean downwards = true;

  ConnectionList(String name, Consumer<Connection> onOpen, ConnectionCell.Actions actions) {
    getStyleClass().addAll("connection-list", "two-line");
    setAccessibleText(name);
    setCellFactory(_ -> new ConnectionCell(onOpen, actions));
    getChildren().addAll(rowProbe, headProbe);
    getSelectionModel().selectedIndexProperty().subscribe(this::passOverHeads);
    addEventFilter(KeyEvent.KEY_PRESSED, this::rememberWay);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            selected().ifPresent(onOpen);
            event.consume();
          } else if (event.getCode() == KeyCode.F2) {
            selected().ifPresent(actions.edit()); // the list would begin to edit a cell
            event.consume();
          } else if (event.getCode() == KeyCode.DELETE) {
            selected().ifPresent(actions.remove());
            event.consume();
          }
        });
  }

  /** Shows lines; a line that stays keeps selection and focus. */
  void show(List<ConnectionLine> lines) {
    List<String> wanted = lines.stream().map(ConnectionLine::identity).toList();
    if (getItems().stream().map(ConnectionLine::identity).toList().equals(wanted)) {
      for (int index = 0; index < lines.size(); index++) {
        if (!lines.get(index).equals(getItems().get(index))) {
          getItems().set(index, lines.get(index));
        }
      }
      return;
    }
    @Nullable ConnectionLine before = getSelectionModel().getSelectedItem();
    getItems().setAll(lines);
    int again = before == null ? -1 : wanted.indexOf(before.identity());
    if (again >= 0) {
      getSelectionModel().select(again);
    } else {
      getSelectionModel().clearSelection();
    }
    requestLayout();
  }

  Optional<Connection> selected() {
    return getSelectionModel().getSelectedItem() instanceof ConnectionLine.Entry(ConnectionRow row)
        ? Optional.of(row.connection())
        : Optional.empty();
  }

  @Override
  protected double computePrefHeight(double width) {
    long heads = getItems().stream().filter(ConnectionLine.Head.class::isInstance).count();
    long rows = getItems().size() - heads;
    double lines = rowProbe.rows(rows) + headProbe.rows(heads);
    double content = getItems().isEmpty() ? super.computePrefHeight(width) : lines;
    return content + snappedTopInset() + snappedBottomInset();
  }

  private void rememberWay(KeyEvent event) {
    downwards = event.getCode() != KeyCode.UP && event.getCode() != KeyCode.PAGE_UP;
  }

  private void passOverHeads(Number index) {
    int at = index.intValue();
    if (at < 0 || at >= getItems().size() || getItems().get(at) instanceof ConnectionLine.Entry) {
      return;
    }
    int next = at + (downwards || at == 0 ? 1 : -1);
    if (next < getItems().size()) {
      getSelectionModel().clearAndSelect(next);
    }
  }
}
