package io.tenantry.app.controls.grid;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes rows of an answer as text to take away. Any thread. */
public enum GridFormats {
  /** Tab-separated, without header: what spreadsheets take from the clipboard. */
  TEXT,
  /** Comma-separated values after RFC 4180, with header. */
  CSV,
  /** An array of objects; blobs in hexadecimal. */
  JSON,
  /** A table in Markdown. */
  MARKDOWN,
  /** One INSERT statement per row. */
  INSERT;

  /**
   * Writes rows.
   *
   * @param rows which rows, in the order to write them
   * @param table the name in INSERT statements
   */
  public String write(GridData data, List<Integer> rows, String table) {
    return switch (this) {
      case TEXT -> lines(data, rows, "\t", false);
      case CSV -> lines(data, rows, ",", true);
      case JSON -> json(data, rows);
      case MARKDOWN -> markdown(data, rows);
      case INSERT -> inserts(data, rows, table);
    };
  }

  /** Writes one value as a person reads it. */
  static String plain(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case byte[] bytes -> HexFormat.of().formatHex(bytes);
      default -> value.toString();
    };
  }

  private static String lines(GridData data, List<Integer> rows, String separator, boolean csv) {
    StringBuilder out = new StringBuilder();
    if (csv) {
      StringJoiner header = new StringJoiner(separator);
      data.columns().forEach(column -> header.add(quoted(column.name())));
      out.append(header).append("\r\n");
    }
    for (int row : rows) {
      StringJoiner line = new StringJoiner(separator);
      for (int column = 0; column < data.columns().size(); column++) {
        String value = plain(data.value(row, column));
        line.add(csv ? quoted(value) : value);
      }
      out.append(line).append(csv ? "\r\n" : "\n");
    }
    return out.toString();
  }

  private static String quoted(String value) {
    boolean needed = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return needed ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }

  private static String json(GridData data, List<Integer> rows) {
    StringJoiner all = new StringJoiner(",\n  ", "[\n  ", "\n]\n").setEmptyValue("[]\n");
    for (int row : rows) {
      StringJoiner object = new StringJoiner(", ", "{", "}");
      for (int column = 0; column < data.columns().size(); column++) {
        object.add(
            jsonText(data.columns().get(column).name())
                + ": "
                + jsonValue(data.value(row, column)));
      }
      all.add(object.toString());
    }
    return all.toString();
  }

  private static String jsonValue(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Double number when number.isNaN() || number.isInfinite() -> jsonText(number.toString());
      case Number number -> number.toString();
      default -> jsonText(plain(value));
    };
  }

  private static String jsonText(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  private static String markdown(GridData data, List<Integer> rows) {
    StringBuilder out = new StringBuilder("|");
    StringBuilder rule = new StringBuilder("|");
    for (GridData.Column column : data.columns()) {
      out.append(' ').append(cell(column.name())).append(" |");
      rule.append(column.isNumeric() ? " ---: |" : " --- |");
    }
    out.append('\n').append(rule).append('\n');
    for (int row : rows) {
      out.append('|');
      for (int column = 0; column < data.columns().size(); column++) {
        out.append(' ').append(cell(plain(data.value(row, column)))).append(" |");
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", "<br>");
  }

  private static String inserts(GridData data, List<Integer> rows, String table) {
    StringJoiner names = new StringJoiner(", ");
    data.columns().forEach(column -> names.add(name(column.name())));
    StringBuilder out = new StringBuilder();
    for (int row : rows) {
      StringJoiner values = new StringJoiner(", ");
      for (int column = 0; column < data.columns().size(); column++) {
        values.add(literal(data.value(row, column)));
      }
      out.append("INSERT INTO ").append(name(table)).append(" (").append(names);
      out.append(") VALUES (").append(values).append(");\n");
    }
    return out.toString();
  }

  private static String name(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String literal(@Nullable Object value) {
    return switch (value) {
      case null -> "NULL";
      case byte[] bytes -> "X'" + HexFormat.of().formatHex(bytes) + "'";
      case Number number -> number.toString();
      default -> "'" + value.toString().replace("'", "''") + "'";
    };
  }
}
