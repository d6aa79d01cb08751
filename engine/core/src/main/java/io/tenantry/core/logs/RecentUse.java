package io.tenantry.core.logs;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.tenants.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** How tenants were used of late, read from what is counted anyway. Any thread. */
public final class RecentUse {
  private static final long HOURS = 24;
  private static final String LAST =
      """
      SELECT coalesce(max(last_at), 0)
      FROM chunk
      WHERE id IN (SELECT max(id)
                   FROM chunk
                   WHERE subject_id IN (SELECT value FROM json_each(?))
                   GROUP BY subject_id)
      """;

  private final QueryLogs logs;

  /** Reads from the logs of an engine. */
  public RecentUse(QueryLogs logs) {
    this.logs = logs;
  }

  /**
   * How a tenant was used.
   *
   * @param queries in the current hour and the 23 before it
   * @param failed how many of them failed
   * @param p95Ms 95 percent of them were at least this quick; of none it says nothing
   * @param last when the last query ended that the log still has
   */
  public record Use(long queries, long failed, double p95Ms, Optional<Instant> last) {
    /** Nothing ran. */
    public static final Use NONE = new Use(0, 0, 0, Optional.empty());
  }

  /**
   * Returns how tenants were used; those without any query are left out.
   *
   * @param tenants their rows
   * @param reach which blueprints the caller sees
   */
  public Map<Long, Use> of(
      ProjectId project, Collection<Long> tenants, Predicate<WorkspaceName> reach, Instant now) {
    return logs.read(project, database -> read(database, tenants, reach, now)).orElse(Map.of());
  }

  private static Map<Long, Use> read(
      SqliteDatabase database,
      Collection<Long> tenants,
      Predicate<WorkspaceName> reach,
      Instant now) {
    TallyReader reader = new TallyReader(database);
    long from = Span.HOUR.startOf(now.toEpochMilli()) - (HOURS - 1) * Span.HOUR.seconds();
    Map<Long, Use> found = new HashMap<>();
    for (long tenant : tenants) {
      List<Long> subjects = reader.subjects(tenant, reach);
      if (!subjects.isEmpty()) {
        Tally day = reader.total(subjects, Span.HOUR, from);
        found.put(
            tenant,
            new Use(day.queries(), day.failed(), day.percentileMs(0.95), last(database, subjects)));
      }
    }
    return found;
  }

  private static Optional<Instant> last(SqliteDatabase database, List<Long> subjects) {
    long millis = database.queryLong(LAST, Value.of(Ids.json(subjects)));
    return millis == 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS));
  }
}
