package io.tenantry.core.deployments;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.rows.KeptCounter;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The counters of AUTOINCREMENT tables that are made anew: they are read before the old table goes,
 * and the new one goes on from there. One thread.
 */
final class RowCounters {
  private static final String READ = "SELECT seq FROM sqlite_sequence WHERE name = ?";
  private static final String RAISE = "UPDATE sqlite_sequence SET seq = ? WHERE name = ?";
  private static final String ADD = "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)";

  private final SqliteDatabase database;
  private final List<KeptCounter> counters;
  private final Map<String, Long> highest = new HashMap<>();

  RowCounters(SqliteDatabase database, List<KeptCounter> counters) {
    this.database = database;
    this.counters = counters;
  }

  /** Reads the counters that the next statement forgets. */
  void before(int place) {
    for (KeptCounter counter : counters) {
      if (counter.place() == place) {
        highest.merge(counter.after(), read(counter.name()), Math::max);
      }
    }
  }

  void putBack() {
    highest.forEach(
        (table, number) -> {
          boolean known = database.queryValue(READ, Value.of(table)).isPresent();
          if (!known && number > 0) {
            database.execute(ADD, Value.of(table), Value.of(number));
          } else if (known && read(table) < number) {
            database.execute(RAISE, Value.of(number), Value.of(table));
          }
        });
  }

  private long read(String table) {
    return database
        .queryValue(READ, Value.of(table))
        .map(value -> value instanceof Value.Integer(long number) ? number : 0L)
        .orElse(0L);
  }
}
