package io.tenantry.app.controls.charts;

import java.util.List;
import java.util.stream.Collectors;
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
    line(out, columns());
    for (int row = 0; row < rows(); row++) {
      int at = row;
      line(out, IntStream.range(0, columns().size()).mapToObj(column -> raw(at, column)).toList());
    }
    return out.toString();
  }

  private static void line(StringBuilder out, List<String> cells) {
    out.append(cells.stream().map(ChartTable::quoted).collect(Collectors.joining(",")))
        .append("\r\n");
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
