package io.tenantry.core.logs;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.SqliteStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps counts beside the entries, so that figures over thirty days look at some dozens of rows:
 * hours and days of each database of a tenant, minutes and hours of each blueprint.
 */
final class TallyStore {
  private static final String ADD =
      """
      INSERT INTO tally (subject_id, span, start, queries, failed, slow, proxy, micros, max_micros,
                         durations)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (subject_id, span, start) DO UPDATE
      SET queries = excluded.queries, failed = excluded.failed, slow = excluded.slow,
          proxy = excluded.proxy, micros = excluded.micros, max_micros = excluded.max_micros,
          durations = excluded.durations
      """;
  private static final String FIND =
      """
      SELECT queries, failed, slow, proxy, micros, max_micros, durations
      FROM tally
      WHERE subject_id = ? AND span = ? AND start = ?
      """;

  private final SqliteDatabase database;
  private final Map<Key, Tally> blueprints = new HashMap<>();

  TallyStore(SqliteDatabase database) {
    this.database = database;
  }

  private record Key(long subject, Span span, long start) {}

  /** Counts entries of a database of a tenant and writes the counts. */
  void noteTenant(long subject, List<Noted> entries) {
    Map<Key, Tally> counted = new HashMap<>();
    count(counted, subject, Span.HOUR, entries);
    count(counted, subject, Span.DAY, entries);
    counted.forEach(this::merge);
  }

  /** Counts entries of a blueprint, which {@link #write} writes once for all its tenants. */
  void noteBlueprint(long subject, List<Noted> entries) {
    count(blueprints, subject, Span.MINUTE, entries);
    count(blueprints, subject, Span.HOUR, entries);
  }

  void write() {
    blueprints.forEach(this::merge);
    blueprints.clear();
  }

  /** Forgets what could not be written. */
  void forget() {
    blueprints.clear();
  }

  private static void count(Map<Key, Tally> tallies, long subject, Span span, List<Noted> entries) {
    long start = Long.MIN_VALUE;
    Tally tally = new Tally();
    for (Noted entry : entries) {
      long at = span.startOf(entry.atMillis());
      if (at != start) {
        start = at;
        tally = tallies.computeIfAbsent(new Key(subject, span, at), _ -> new Tally());
      }
      tally.add(entry);
    }
  }

  private void merge(Key key, Tally tally) {
    Value subject = Value.of(key.subject());
    Value span = Value.of(key.span().seconds());
    Value start = Value.of(key.start());
    database.query(FIND, row -> addRow(tally, row, 0), subject, span, start);
    database.execute(
        ADD,
        subject,
        span,
        start,
        Value.of(tally.queries()),
        Value.of(tally.failed()),
        Value.of(tally.slow()),
        Value.of(tally.proxy()),
        Value.of(tally.micros()),
        Value.of(tally.maxMicros()),
        Value.of(tally.durations()));
  }

  /** Adds the columns queries to durations of a row, the first of which is given. */
  static Tally addRow(Tally tally, SqliteStatement row, int first) {
    tally.addStored(
        Columns.number(row, first),
        Columns.number(row, first + 1),
        Columns.number(row, first + 2),
        Columns.number(row, first + 3),
        Columns.number(row, first + 4),
        Columns.number(row, first + 5),
        Columns.bytes(row, first + 6));
    return tally;
  }
}
