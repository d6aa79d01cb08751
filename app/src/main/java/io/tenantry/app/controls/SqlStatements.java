package io.tenantry.app.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the statements of an SQL text, so that the one at the caret can be run and marked. Knows
 * strings, quoted names, comments, and triggers with their own semicolons.
 */
public final class SqlStatements {
  private final String text;
  private final List<Range> found = new ArrayList<>();
  private int start = -1;
  private int depth;
  private boolean trigger;
  private int words;

  /**
   * Where a statement stands.
   *
   * @param start first character
   * @param end after the last character, without the semicolon
   */
  public record Range(int start, int end) {
    /** Returns the statement itself. */
    public String of(String text) {
      return text.substring(start, end);
    }
  }

  private SqlStatements(String text) {
    this.text = text;
  }

  /** Returns all statements in order, without empty ones. */
  public static List<Range> split(String text) {
    return new SqlStatements(text).scan();
  }

  /** Returns the statement at a caret; after the last semicolon of a line, the one before it. */
  public static Range at(String text, int caret) {
    Range nearest = new Range(0, text.length());
    for (Range range : split(text)) {
      if (range.start() > caret) {
        return nearest.start() == 0 && nearest.end() == text.length() ? range : nearest;
      }
      nearest = range;
      if (caret <= range.end() + 1) {
        return range;
      }
    }
    return nearest;
  }

  private List<Range> scan() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '-' && text.startsWith("--", at)) {
        at = after("\n", at + 2);
      } else if (c == '/' && text.startsWith("/*", at)) {
        at = after("*/", at + 2);
      } else if (c == '\'' || c == '"' || c == '`') {
        begin(at);
        at = after(String.valueOf(c), at + 1);
      } else if (c == '[') {
        begin(at);
        at = after("]", at + 1);
      } else if (Character.isLetter(c) || c == '_') {
        begin(at);
        at = word(at);
      } else if (c == ';' && depth == 0) {
        finish(at);
        at++;
      } else {
        if (!Character.isWhitespace(c)) {
          begin(at);
        }
        at++;
      }
    }
    finish(text.length());
    return found;
  }

  private int word(int from) {
    int end = from;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    String word = text.substring(from, end).toUpperCase(Locale.ROOT);
    words++;
    if (words <= 4 && word.equals("TRIGGER")) {
      trigger = true;
    } else if (trigger && (word.equals("BEGIN") || word.equals("CASE"))) {
      depth++;
    } else if (trigger && word.equals("END") && depth > 0) {
      depth--;
    }
    return end;
  }

  private void begin(int at) {
    if (start < 0) {
      start = at;
    }
  }

  private void finish(int at) {
    if (start >= 0) {
      found.add(new Range(start, start + text.substring(start, at).stripTrailing().length()));
    }
    start = -1;
    depth = 0;
    trigger = false;
    words = 0;
  }

  private int after(String mark, int from) {
    int at = text.indexOf(mark, from);
    return at < 0 ? text.length() : at + mark.length();
  }
}
