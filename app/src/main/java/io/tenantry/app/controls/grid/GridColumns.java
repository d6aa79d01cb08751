package io.tenantry.app.controls.grid;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Makes the columns of a grid for an answer, and further ones when the answer gets them. UI thread.
 */
final class GridColumns {
  private static final String NUMBERS = "number-cell";
  private static final double NARROW = 64;
  private static final double TENANT = 180;
  private static final double WIDE = 340;
  private static final double CHARACTER = 7.6;
  private static final double PADDING = 26;
  private static final int SAMPLE = 60;

  private final GridData data;
  private final Map<Integer, TableColumn<Integer, Object>> made = new HashMap<>();
  private final Map<Integer, GridData.Column> described = new HashMap<>();

  GridColumns(GridData data) {
    this.data = data;
  }

  /** Returns the columns to show, from left to right; those made before are the same again. */
  List<TableColumn<Integer, Object>> all() {
    List<TableColumn<Integer, Object>> all = new ArrayList<>();
    for (int index : data.shown()) {
      TableColumn<Integer, Object> column = made.computeIfAbsent(index, this::column);
      describe(column, index);
      all.add(column);
    }
    return all;
  }

  /** The type of a column may be known only after some tenants have answered. */
  private void describe(TableColumn<Integer, Object> column, int index) {
    GridData.Column about = data.columns().get(index);
    if (!about.equals(described.put(index, about))) {
      column.setGraphic(head(about));
      column.getStyleClass().remove(NUMBERS);
      if (about.isNumeric()) {
        column.getStyleClass().add(NUMBERS);
      }
    }
  }

  /** Returns whether some column is the one of the tenants. */
  boolean hasTenants() {
    return data.shown().stream().anyMatch(index -> role(index) == GridData.Role.TENANT);
  }

  /** Counts the rows as they are shown, for answers of one tenant. */
  TableColumn<Integer, Object> numbers() {
    TableColumn<Integer, Object> column = new TableColumn<>("#");
    column.getStyleClass().add("row-number");
    column.setSortable(false);
    column.setReorderable(false);
    column.setPrefWidth(NARROW);
    column.setCellFactory(
        _ -> new ResultCell(ResultCell.Kind.ROW_NUMBER, Text.of("grid.rowNumber")));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>((long) row.getValue() + 1));
    return column;
  }

  /** Returns the place of a column in the answer; -1 for row numbers. */
  static int placeOf(TableColumn<?, ?> column) {
    return column.getUserData() instanceof Integer place ? place : -1;
  }

  private GridData.Role role(int index) {
    return data.columns().get(index).role();
  }

  private TableColumn<Integer, Object> column(int index) {
    GridData.Column about = data.columns().get(index);
    TableColumn<Integer, Object> column = new TableColumn<>();
    column.setUserData(index);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(shown(row.getValue(), index)));
    column.setComparator(ValueOrder.INSTANCE);
    column.setCellFactory(_ -> cell(about));
    column.setPrefWidth(widthFor(index, about));
    if (about.role() == GridData.Role.TENANT) {
      column.getStyleClass().add("tenant-column");
      column.setReorderable(false);
    }
    return column;
  }

  private @Nullable Object shown(int row, int index) {
    return data.has(row, index) ? data.value(row, index) : NoValue.HERE;
  }

  private static TableCell<Integer, Object> cell(GridData.Column about) {
    return switch (about.role()) {
      case TENANT -> new TenantCell(about.name());
      case ERROR -> new ResultCell(ResultCell.Kind.ERROR, about.name());
      case VALUE -> new ResultCell(ResultCell.Kind.VALUE, about.name());
    };
  }

  /** The name, and the type under it. */
  private static VBox head(GridData.Column about) {
    Label name = new Label(about.name());
    name.getStyleClass().add("grid-name");
    VBox head = new VBox(name);
    if (about.role() == GridData.Role.VALUE && !about.type().isEmpty()) {
      Label type = Labels.caption(about.type());
      type.getStyleClass().add("grid-type");
      head.getChildren().add(type);
    }
    head.getStyleClass().add("grid-head");
    return head;
  }

  private double widthFor(int index, GridData.Column about) {
    if (about.role() == GridData.Role.TENANT) {
      return TENANT;
    }
    if (about.role() == GridData.Role.ERROR) {
      return WIDE;
    }
    int longest = Math.max(about.name().length(), about.type().length()) + 2;
    for (int row = 0; row < Math.min(SAMPLE, data.rowCount()); row++) {
      Object value = data.value(row, index);
      longest = Math.max(longest, value instanceof byte[] ? 14 : GridFormats.plain(value).length());
    }
    return Math.clamp(longest * CHARACTER + PADDING, NARROW, WIDE);
  }
}
