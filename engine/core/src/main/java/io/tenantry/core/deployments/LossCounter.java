package io.tenantry.core.deployments;

import io.tenantry.core.rows.RowLoss;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.ArrayList;
import java.util.List;

/** Counts what the statements of a plan lose of one database, right before they do. One thread. */
final class LossCounter {
  private final SqliteDatabase database;
  private final int from;
  private final List<RowLoss> losses;
  private final List<Lost> lost = new ArrayList<>();

  /**
   * Prepares to count.
   *
   * @param from the version that the database is on
   */
  LossCounter(SqliteDatabase database, int from, List<RowLoss> losses) {
    this.database = database;
    this.from = from;
    this.losses = losses;
  }

  void before(int place) {
    for (RowLoss loss : losses) {
      if (loss.place() == place && !loss.counts()) {
        note(loss, loss.countRows(database), loss.countValues(database));
      }
    }
  }

  /** Some statements tell themselves how many rows they took or changed. */
  void after(int place, long changed) {
    for (RowLoss loss : losses) {
      if (loss.place() == place && loss.counts()) {
        note(loss, loss.takesRows() ? changed : 0, loss.takesRows() ? 0 : changed);
      }
    }
  }

  private void note(RowLoss loss, long rows, long values) {
    Lost each = new Lost(from, loss.what(), rows, values);
    if (each.isAny()) {
      lost.add(each);
    }
  }

  List<Lost> lost() {
    return List.copyOf(lost);
  }
}
