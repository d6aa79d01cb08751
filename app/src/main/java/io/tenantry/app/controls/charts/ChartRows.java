package io.tenantry.app.controls.charts;

import java.util.AbstractList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The table behind a chart; rows are read when they are looked at. UI thread. */
final class ChartRows extends TableView<Integer> {

  ChartRows(ChartTable table) {
    super(FXCollections.observableList(new Indexes(table.rows())));
    getStyleClass().addAll("data-table", "chart-rows");
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    List<String> names = table.columns();
    for (int at = 0; at < names.size(); at++) {
      int place = at;
      TableColumn<Integer, String> column = new TableColumn<>(names.get(at));
      column.setSortable(false);
      column.setReorderable(false);
      column.setCellValueFactory(
          row -> new ReadOnlyObjectWrapper<>(table.shown(row.getValue(), place)));
      if (at > 0) {
        column.getStyleClass().add("number-cell");
      }
      getColumns().add(column);
    }
  }

  /** The numbers of the rows, without keeping them. */
  private static final class Indexes extends AbstractList<Integer> {
    private final int size;

    Indexes(int size) {
      this.size = size;
    }

    @Override
    public Integer get(int index) {
      return index;
    }

    @Override
    public int size() {
      return size;
    }
  }
}
