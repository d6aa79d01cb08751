package io.tenantry.app.controls.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import io.tenantry.sql.SqlScanner;
import io.tenantry.sql.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Two texts line by line, padded so that equal lines stand beside each other.
 *
 * @param left lines of the first text
 * @param right lines of the second text, as many
 */
public record LineDiff(List<Line> left, List<Line> right) {

  /** Copies the lists. */
  public LineDiff {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }

  /** What a line is. */
  public enum Mark {
    SAME,
    ADDED,
    REMOVED,
    CHANGED,
    FILLER
  }

  /**
   * A line.
   *
   * @param number its number, from 1; 0 for a filler
   * @param text its text
   * @param mark what it is
   */
  public record Line(int number, String text, Mark mark) {
    private static final Line FILLER = new Line(0, "", Mark.FILLER);

    private Line as(Mark other) {
      return new Line(number, text, other);
    }
  }

  /** Compares two texts. */
  public static LineDiff of(String before, String after) {
    return new Builder(lines(before), lines(after)).build();
  }

  /** Both texts as one: of lines that differ first those that go, then those that come. */
  List<Line> unified() {
    List<Line> all = new ArrayList<>();
    List<Line> come = new ArrayList<>();
    for (int at = 0; at < left.size(); at++) {
      if (left.get(at).mark() == Mark.SAME) {
        all.addAll(come);
        come.clear();
        all.add(right.get(at));
        continue;
      }
      if (left.get(at).mark() != Mark.FILLER) {
        all.add(left.get(at).as(Mark.REMOVED));
      }
      if (right.get(at).mark() != Mark.FILLER) {
        come.add(right.get(at).as(Mark.ADDED));
      }
    }
    all.addAll(come);
    return all;
  }

  /** Returns a statement with every run of white space between its words as one blank. */
  static String words(String sql) {
    StringBuilder out = new StringBuilder(sql.length());
    SqlScanner scanner = new SqlScanner(sql);
    while (scanner.hasNext()) {
      Token token = scanner.next();
      out.append(token.kind() == Token.Kind.SPACE ? " " : token.text());
    }
    return out.toString().strip().replaceFirst(";$", "");
  }

  /** A comma at the end of a line says only that another line follows. */
  private static boolean same(String one, String other) {
    return bare(one).equals(bare(other));
  }

  private static String bare(String line) {
    String text = line.stripTrailing();
    return text.endsWith(",") ? text.substring(0, text.length() - 1) : text;
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : text.stripTrailing().lines().toList();
  }

  /** Walks along both texts from one difference to the next. */
  private static final class Builder {
    private final List<String> before;
    private final List<String> after;
    private final List<Line> left = new ArrayList<>();
    private final List<Line> right = new ArrayList<>();
    private int leftAt;
    private int rightAt;

    Builder(List<String> before, List<String> after) {
      this.before = before;
      this.after = after;
    }

    LineDiff build() {
      for (AbstractDelta<String> delta :
          DiffUtils.diff(before, after, LineDiff::same).getDeltas()) {
        same(delta.getSource().getPosition() - leftAt);
        differ(delta);
      }
      same(before.size() - leftAt);
      return new LineDiff(left, right);
    }

    private void same(int count) {
      for (int n = 0; n < count; n++) {
        left.add(line(before, leftAt++, Mark.SAME));
        right.add(line(after, rightAt++, Mark.SAME));
      }
    }

    private void differ(AbstractDelta<String> delta) {
      boolean change = delta.getType() == DeltaType.CHANGE;
      int gone = delta.getSource().size();
      int come = delta.getTarget().size();
      for (int n = 0; n < Math.max(gone, come); n++) {
        boolean both = change && n < gone && n < come;
        left.add(
            n < gone ? line(before, leftAt++, both ? Mark.CHANGED : Mark.REMOVED) : Line.FILLER);
        right.add(
            n < come ? line(after, rightAt++, both ? Mark.CHANGED : Mark.ADDED) : Line.FILLER);
      }
    }

    private static Line line(List<String> lines, int at, Mark mark) {
      return new Line(at + 1, lines.get(at), mark);
    }
  }
}
