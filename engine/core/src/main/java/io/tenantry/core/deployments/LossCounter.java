package io.tenantry.core.deployments;

import io.tenantry.core.rows.RowLoss;
import io.tenantry.core.rows.RowLoss.Changed;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.ArrayList;
import java.util.List;

/** Counts what the statements of a plan lose of one database, right before they do. One thread. */
final class LossCounter {
  /** Counts what triggers change, too. */
  private static final String ALL_CHANGED = "SELECT total_changes()";

  private final SqliteDatabase database;
  private final int from;
  private final List<RowLoss> losses;
  private final List<Lost> lost = new ArrayList<>();
  private long changedBefore;

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
      if (loss.place() == place && loss.changed() == Changed.NOTHING) {
        note(loss, loss.countRows(database), loss.countValues(database));
      } else if (loss.place() == place && loss.changed() == Changed.BY_TRIGGERS) {
        changedBefore = database.queryLong(ALL_CHANGED);
      }
    }
  }

  /** Some statements tell themselves how many rows they took or changed. */
  void after(int place, long changed) {
    for (RowLoss loss : losses) {
      if (loss.place() == place) {
        switch (loss.changed()) {
          case NOTHING -> {}
          case ROWS -> note(loss, changed, 0);
          case VALUES -> note(loss, 0, changed);
          case BY_TRIGGERS ->
              note(loss, database.queryLong(ALL_CHANGED) - changedBefore - changed, 0);
        }
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
