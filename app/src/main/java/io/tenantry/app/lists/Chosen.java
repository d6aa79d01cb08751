package io.tenantry.app.lists;

import java.util.List;
import java.util.Set;

/** What an action is to be done to. */
public sealed interface Chosen<R> {
  /** Returns how many rows are chosen. */
  long count();

  /**
   * These rows.
   *
   * @param rows as they were seen last
   */
  record Rows<R>(List<R> rows) implements Chosen<R> {
    /** Copies the rows. */
    public Rows {
      rows = List.copyOf(rows);
    }

    @Override
    public long count() {
      return rows.size();
    }
  }

  /**
   * Everything the filter lets through, here or not.
   *
   * @param filter the filter as it is written
   * @param total how many rows it lets through
   * @param except keys of rows that were taken out
   */
  record Matching<R>(String filter, long total, Set<String> except) implements Chosen<R> {
    /** Copies the keys. */
    public Matching {
      except = Set.copyOf(except);
    }

    @Override
    public long count() {
      return Math.max(0, total - except.size());
    }
  }
}
