package io.tenantry.app.rows;

import io.tenantry.app.controls.grid.GridData;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An engine's answer as the result grid reads it, without copying its rows. */
public record ResultData(QueryResult result, List<Column> columns) implements GridData {

  /** Takes an answer over. */
  public static ResultData of(QueryResult result) {
    List<Column> columns = new ArrayList<>();
    for (int index = 0; index < result.columns().size(); index++) {
      columns.add(new Column(result.columns().get(index), result.types().get(index)));
    }
    return new ResultData(result, List.copyOf(columns));
  }

  @Override
  public int rowCount() {
    return result.rows().size();
  }

  @Override
  public @Nullable Object value(int row, int column) {
    return switch (result.rows().get(row).get(column)) {
      case Value.Null _ -> null;
      case Value.Integer(long number) -> number;
      case Value.Real(double number) -> number;
      case Value.Text(String text) -> text;
      case Value.Blob(byte[] bytes) -> bytes;
    };
  }
}
