package io.tenantry.app.controls.tables;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the widths of columns for the room there is. Columns that may leave do so before any is
 * cut; then each gives room down to its least width, the first one last; what is left goes to those
 * that grow. The same room gives the same widths, whatever it was before.
 */
final class ColumnFit {
  /** The width of a column that has left. */
  static final double LEFT = 0;

  private final List<Column> columns;
  private final double[] widths;

  /**
   * What a column asks for.
   *
   * @param least below this it is not readable
   * @param wish what it has when there is room
   * @param weight its share of what is left; 0 if it does not grow
   * @param leaves when it leaves, the highest number first; 0 if it never does
   */
  record Column(double least, double wish, double weight, int leaves) {
    /** Wishes for more; can be read in as little as before. */
    Column wider(double more) {
      return new Column(least, Math.max(least, wish) + more, weight, leaves);
    }
  }

  private ColumnFit(List<Column> columns) {
    this.columns = columns;
    this.widths = columns.stream().mapToDouble(each -> Math.max(each.least, each.wish)).toArray();
  }

  /** Returns the width of each column, {@link #LEFT} for those that there is no room for. */
  static double[] widths(List<Column> columns, double room) {
    ColumnFit fit = new ColumnFit(columns);
    fit.leave(room);
    double spare = room - Arrays.stream(fit.widths).sum();
    if (spare < 0) {
      fit.shrink(-spare);
    } else {
      fit.grow(spare);
    }
    return fit.widths;
  }

  private void leave(double room) {
    double least = columns.stream().mapToDouble(Column::least).sum();
    for (Optional<Integer> next = leaving(); least > room && next.isPresent(); next = leaving()) {
      least -= columns.get(next.get()).least;
      widths[next.get()] = LEFT;
    }
  }

  private Optional<Integer> leaving() {
    return IntStream.range(0, widths.length)
        .filter(index -> widths[index] != LEFT && columns.get(index).leaves > 0)
        .boxed()
        .max(Comparator.comparingInt(index -> columns.get(index).leaves));
  }

  /** Those that would leave next give first, and the first column last. */
  private void shrink(double wanted) {
    List<Integer> givers =
        IntStream.range(0, widths.length)
            .filter(index -> widths[index] != LEFT)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(index -> index == 0 ? 1 : 0)
                    .thenComparing(index -> -columns.get(index).leaves)
                    .thenComparing(Comparator.reverseOrder()))
            .toList();
    double missing = wanted;
    for (int index : givers) {
      double given = Math.min(missing, widths[index] - columns.get(index).least);
      widths[index] -= given;
      missing -= given;
    }
  }

  private void grow(double spare) {
    double weights =
        IntStream.range(0, widths.length)
            .filter(index -> widths[index] != LEFT)
            .mapToDouble(index -> columns.get(index).weight)
            .sum();
    if (weights == 0) {
      return;
    }
    double rest = spare;
    int last = -1;
    for (int index = 0; index < widths.length; index++) {
      if (widths[index] != LEFT && columns.get(index).weight > 0) {
        double more = Math.floor(spare * columns.get(index).weight / weights);
        widths[index] += more;
        rest -= more;
        last = index;
      }
    }
    widths[last] += rest;
  }
}
