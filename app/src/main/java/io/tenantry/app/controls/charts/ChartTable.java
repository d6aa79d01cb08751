package io.tenantry.app.controls.charts;

import io.tenantry.app.text.Csv;
import java.util.List;
import java.util.stream.IntStream;

/** The rows behind a chart, read one by one, so that a month of minutes costs nothing. */
public interface ChartTable {

  /** Returns the heads, the first one that of what the values belong to. */
  List<String> columns();

  /** Returns how many rows there are. */
  int rows();

  /** Returns a cell as the user reads it. */
  String shown(int row, int column);

  /** Returns a cell as another program reads it; empty for nothing. */
  String raw(int row, int column);

  /** Writes the whole table as comma-separated values, RFC 4180. */
  default String csv() {
    StringBuilder out = new StringBuilder();
    out.append(Csv.line(columns()));
    for (int row = 0; row < rows(); row++) {
      int at = row;
      out.append(
          Csv.line(
              IntStream.range(0, columns().size()).mapToObj(column -> raw(at, column)).toList()));
    }
    return out.toString();
  }
}
