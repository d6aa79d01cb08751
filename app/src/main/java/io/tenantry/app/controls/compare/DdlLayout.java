package io.tenantry.app.controls.compare;

import io.tenantry.sql.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a CREATE TABLE with one column or constraint per line, so that a column that was added by
 * ALTER TABLE (which SQLite appends to the last line) differs in one line and not in three.
 */
public final class DdlLayout {
  private final String sql;
  private final List<String> parts = new ArrayList<>();
  private int depth;
  private int partStart;
  private int open = -1;
  private int close = -1;

  private DdlLayout(String sql) {
    this.sql = sql;
  }

  /** Returns the statement laid out, or as it is when it is no plain table or has comments. */
  public static String of(String sql) {
    boolean table = sql.regionMatches(true, 0, "CREATE TABLE", 0, 12);
    return !table || sql.contains("--") || sql.contains("/*") ? sql : new DdlLayout(sql).laidOut();
  }

  private String laidOut() {
    scan();
    if (close < 0 || parts.isEmpty()) {
      return sql;
    }
    String head = LineDiff.words(sql.substring(0, open));
    String tail = LineDiff.words(sql.substring(close + 1));
    return head
        + " (\n  "
        + String.join(",\n  ", parts)
        + "\n)"
        + (tail.isEmpty() ? "" : " " + tail);
  }

  private void scan() {
    for (Token token : Token.meaningful(sql)) {
      if (close >= 0) {
        return;
      }
      if (token.isPunctuation('(')) {
        opened(token.start());
      } else if (token.isPunctuation(')')) {
        closed(token.start());
      } else if (token.isPunctuation(',') && depth == 1) {
        part(token.start());
      }
    }
  }

  private void opened(int at) {
    if (depth++ == 0) {
      open = at;
      partStart = at + 1;
    }
  }

  private void closed(int at) {
    if (--depth == 0) {
      part(at);
      close = at;
    }
  }

  private void part(int end) {
    parts.add(LineDiff.words(sql.substring(partStart, end)));
    partStart = end + 1;
  }
}
