package io.tenantry.app.text;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values after RFC 4180. Any thread. */
public final class Csv {
  /** What ends a line. */
  public static final String END = "\r\n";

  private Csv() {}

  /** Writes a line, with its end. */
  public static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", END));
  }

  /** Writes one value, in quotes where it needs them. */
  public static String cell(String value) {
    boolean needed = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return needed ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }
}
