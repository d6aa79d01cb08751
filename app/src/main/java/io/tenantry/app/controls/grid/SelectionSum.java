package io.tenantry.app.controls.grid;

import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Says how many cells are selected and what their numbers add up to. */
final class SelectionSum {
  private static final long MOST_ADDED = 200_000;
  private static final int FRACTION = 6;

  private final GridData data;
  private final IntUnaryOperator rowAt;
  private final int[] columns;
  private long numbers;
  private BigDecimal sum = BigDecimal.ZERO;
  private boolean finite = true;

  /**
   * Prepares to add.
   *
   * @param rowAt the row of the answer that is shown at a place
   * @param columns the columns of the answer as they are shown; -1 for one that is not of it
   */
  SelectionSum(GridData data, IntUnaryOperator rowAt, int[] columns) {
    this.data = data;
    this.rowAt = rowAt;
    this.columns = columns;
  }

  /** Returns the words about some cells; empty for one cell or none. */
  String words(List<CellBlock> blocks) {
    long cells = blocks.stream().mapToLong(CellBlock::cells).sum();
    if (cells < 2) {
      return "";
    }
    if (cells <= MOST_ADDED) {
      blocks.forEach(this::add);
    }
    String count = Text.of("grid.selected", Figures.count(cells));
    return numbers > 1 && finite
        ? Text.of("grid.selected.sum", count, format().format(sum))
        : count;
  }

  private void add(CellBlock block) {
    for (int row = block.top(); row <= block.bottom(); row++) {
      for (int column = block.left(); column <= block.right(); column++) {
        if (columns[column] >= 0) {
          add(data.value(rowAt.applyAsInt(row), columns[column]));
        }
      }
    }
  }

  private void add(@Nullable Object value) {
    if (value instanceof Long number) {
      numbers++;
      sum = sum.add(BigDecimal.valueOf(number));
    } else if (value instanceof Double number) {
      numbers++;
      finite &= Double.isFinite(number);
      sum = finite ? sum.add(BigDecimal.valueOf(number)) : sum;
    }
  }

  private static DecimalFormat format() {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMaximumFractionDigits(FRACTION);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    return format;
  }
}
