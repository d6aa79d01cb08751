package io.tenantry.core.logs;

import io.tenantry.contract.queries.Value;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.SqliteStatement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads counts from a log. One thread. */
final class TallyReader {
  private static final String OF_SUBJECTS =
      """
      SELECT start, queries, failed, slow, proxy, micros, max_micros, durations
      FROM tally
      WHERE subject_id IN (SELECT value FROM json_each(?)) AND span = ? AND start >= ?
      """;
  private static final String OF_TENANTS =
      """
      SELECT s.tenant_id, s.tenant, s.blueprint, sum(t.queries), sum(t.failed), sum(t.micros)
      FROM tally t
      JOIN subject s ON s.id = t.subject_id
      WHERE t.span = ? AND t.start >= ? AND s.tenant_id <> 0
      GROUP BY s.id
      """;

  private static final String HOURS_OF_TENANTS =
      """
      SELECT t.queries, t.failed, t.slow, t.proxy, t.micros, t.max_micros, t.durations, t.start,
             s.tenant_id, s.tenant, s.blueprint
      FROM subject s
      CROSS JOIN tally t ON t.subject_id = s.id
      WHERE s.tenant_id <> 0 AND t.span = ? AND t.start >= ? AND t.start < ?
      ORDER BY s.tenant_id
      """;
  private static final int START = 7;

  private final SqliteDatabase database;

  TallyReader(SqliteDatabase database) {
    this.database = database;
  }

  /**
   * A tenant and what it took.
   *
   * @param tenantId its row
   */
  record Used(long tenantId, String tenant, long queries, long failed, long micros) {
    Used and(Used other) {
      return new Used(
          tenantId, tenant, queries + other.queries, failed + other.failed, micros + other.micros);
    }
  }

  /** Returns the counts of subjects added up by the start of their spans, oldest first. */
  TreeMap<Long, Tally> series(Collection<Long> subjects, Span span, long fromSecond) {
    TreeMap<Long, Tally> series = new TreeMap<>();
    database.query(
        OF_SUBJECTS,
        row ->
            TallyStore.addRow(
                series.computeIfAbsent(Columns.number(row, 0), _ -> new Tally()), row, 1),
        Value.of(json(subjects)),
        Value.of(span.seconds()),
        Value.of(fromSecond));
    return series;
  }

  /** Returns the counts of subjects added up. */
  Tally total(Collection<Long> subjects, Span span, long fromSecond) {
    Tally total = new Tally();
    series(subjects, span, fromSecond).values().forEach(total::add);
    return total;
  }

  /** Returns what each tenant took on databases that the caller reaches. */
  Collection<Used> tenants(Span span, long fromSecond, Predicate<WorkspaceName> reach) {
    Map<Long, Used> used = new HashMap<>();
    database.query(
        OF_TENANTS,
        row -> addTenant(used, row, reach),
        Value.of(span.seconds()),
        Value.of(fromSecond));
    return used.values();
  }

  /** Gives what two days of each tenant amount to, on databases that the caller reaches. */
  void days(long middle, Predicate<WorkspaceName> reach, Consumer<TwoDays> each) {
    long day = Span.DAY.seconds();
    TwoDays open = new TwoDays(0, "");
    try (SqliteStatement row = database.prepare(HOURS_OF_TENANTS)) {
      row.bind(
          List.of(Value.of(Span.HOUR.seconds()), Value.of(middle - day), Value.of(middle + day)));
      while (row.step()) {
        if (Columns.number(row, START + 1) != open.tenantId()) {
          each.accept(open);
          open = new TwoDays(Columns.number(row, START + 1), Columns.text(row, START + 2));
        }
        if (reach.test(new WorkspaceName(Columns.text(row, START + 3)))) {
          boolean isLater = Columns.number(row, START) >= middle;
          TallyStore.addRow(isLater ? open.later() : open.before(), row, 0);
        }
      }
    }
    each.accept(open);
  }

  private static boolean addTenant(
      Map<Long, Used> used, SqliteStatement row, Predicate<WorkspaceName> reach) {
    if (!reach.test(new WorkspaceName(Columns.text(row, 2)))) {
      return false;
    }
    Used one =
        new Used(
            Columns.number(row, 0),
            Columns.text(row, 1),
            Columns.number(row, 3),
            Columns.number(row, 4),
            Columns.number(row, 5));
    used.merge(one.tenantId(), one, Used::and);
    return true;
  }

  /** Returns the numbers of the blueprints that the caller reaches. */
  List<Long> blueprints(Predicate<WorkspaceName> reach) {
    return subjects(0, reach);
  }

  /** Returns the numbers of the databases of a tenant that the caller reaches. */
  List<Long> subjects(long tenantId, Predicate<WorkspaceName> reach) {
    return new LogReader(database)
        .reached(tenantId, reach).stream().map(LogReader.Reached::subject).toList();
  }

  private static String json(Collection<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }
}
