package io.tenantry.app.screens.query;

import io.tenantry.app.controls.grid.GridData;
import io.tenantry.contract.queries.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the contract's rows in a result grid without copying them. */
record AnswerGrid(List<Column> columns, List<List<Value>> rows) implements GridData {

  static AnswerGrid of(List<String> names, List<String> types, List<List<Value>> rows) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(new Column(names.get(i), types.get(i)));
    }
    return new AnswerGrid(columns, rows);
  }

  @Override
  public int rowCount() {
    return rows.size();
  }

  @Override
  public @Nullable Object value(int row, int column) {
    return switch (rows.get(row).get(column)) {
      case Value.Null _ -> null;
      case Value.Integer(long value) -> value;
      case Value.Real(double value) -> value;
      case Value.Text(String value) -> value;
      case Value.Blob(byte[] value) -> value;
    };
  }
}
