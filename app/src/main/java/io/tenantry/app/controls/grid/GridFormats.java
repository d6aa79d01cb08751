package io.tenantry.app.controls.grid;

import io.tenantry.app.text.Csv;
import io.tenantry.sql.SqlNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
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

  /** Returns rows as text; for what fits on the clipboard. */
  public String text(GridSlice slice, String table) {
    StringBuilder out = new StringBuilder();
    try {
      write(slice, table, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }

  /**
   * Writes rows, one after the other.
   *
   * @param table the name in INSERT statements
   */
  public void write(GridSlice slice, String table, Appendable out) throws IOException {
    switch (this) {
      case TEXT -> lines(slice, "\t", false, out);
      case CSV -> lines(slice, ",", true, out);
      case JSON -> json(slice, out);
      case MARKDOWN -> markdown(slice, out);
      case INSERT -> inserts(slice, table, out);
    }
  }

  /** Writes one value as a person reads it. */
  static String plain(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case byte[] bytes -> HexFormat.of().formatHex(bytes);
      default -> value.toString();
    };
  }

  private static void lines(GridSlice slice, String separator, boolean csv, Appendable out)
      throws IOException {
    if (csv) {
      StringJoiner header = new StringJoiner(separator);
      for (int column : slice.columns()) {
        header.add(Csv.cell(name(slice, column)));
      }
      out.append(header.toString()).append("\r\n");
    }
    for (int row : slice.rows()) {
      StringJoiner line = new StringJoiner(separator);
      for (int column : slice.columns()) {
        String value = plain(slice.data().value(row, column));
        line.add(csv ? Csv.cell(value) : value);
      }
      out.append(line.toString()).append(csv ? "\r\n" : "\n");
    }
  }

  private static String name(GridSlice slice, int column) {
    return slice.data().columns().get(column).name();
  }

  private static void json(GridSlice slice, Appendable out) throws IOException {
    out.append('[');
    String before = "\n  ";
    for (int row : slice.rows()) {
      StringJoiner object = new StringJoiner(", ", "{", "}");
      for (int column : slice.columns()) {
        Object value = slice.data().value(row, column);
        object.add(jsonText(name(slice, column)) + ": " + jsonValue(value));
      }
      out.append(before).append(object.toString());
      before = ",\n  ";
    }
    out.append(slice.rows().length == 0 ? "]\n" : "\n]\n");
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

  private static void markdown(GridSlice slice, Appendable out) throws IOException {
    StringBuilder head = new StringBuilder("|");
    StringBuilder rule = new StringBuilder("|");
    for (int column : slice.columns()) {
      head.append(' ').append(cell(name(slice, column))).append(" |");
      rule.append(slice.data().columns().get(column).isNumeric() ? " ---: |" : " --- |");
    }
    out.append(head).append('\n').append(rule).append('\n');
    for (int row : slice.rows()) {
      out.append('|');
      for (int column : slice.columns()) {
        out.append(' ').append(cell(plain(slice.data().value(row, column)))).append(" |");
      }
      out.append('\n');
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", "<br>");
  }

  private static void inserts(GridSlice slice, String table, Appendable out) throws IOException {
    StringJoiner names = new StringJoiner(", ");
    for (int column : slice.columns()) {
      names.add(SqlNames.quoteIfNeeded(name(slice, column)));
    }
    String start = "INSERT INTO " + SqlNames.quoteIfNeeded(table) + " (" + names + ") VALUES (";
    for (int row : slice.rows()) {
      StringJoiner values = new StringJoiner(", ");
      for (int column : slice.columns()) {
        values.add(literal(slice.data().value(row, column)));
      }
      out.append(start).append(values.toString()).append(");\n");
    }
  }

  private static String literal(@Nullable Object value) {
    return switch (value) {
      case null -> "NULL";
      case byte[] bytes -> "X'" + HexFormat.of().formatHex(bytes) + "'";
      case Double number when number.isInfinite() -> number > 0 ? "9e999" : "-9e999";
      case Number number -> number.toString();
      default -> "'" + value.toString().replace("'", "''") + "'";
    };
  }
}
