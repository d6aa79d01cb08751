package io.tenantry.core.backups;

import io.tenantry.contract.Coded;
import io.tenantry.contract.backups.BackupCoverage;
import io.tenantry.contract.backups.BackupCoverage.Day;
import io.tenantry.contract.backups.BackupTotals;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.tenants.Ids;
import io.tenantry.core.tenants.PositionPage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How tenants stand with their backups, inside a transaction of its caller. */
final class CoverageRepository {
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
  private static final String COLUMNS =
      "SELECT t.id, t.name, t.status, k.covered_at, k.backups, k.last_bytes, k.total_bytes, "
          + CoverageSearch.STATE
          + " AS state";
  private static final String TOTALS =
      """
      SELECT state, count(*) AS tenants, sum(backups) AS backups, sum(total_bytes) AS bytes
      FROM (SELECT k.backups, k.total_bytes,
      """
          + CoverageSearch.STATE
          + " AS state";
  private static final String LAST_DAY =
      """
      SELECT coalesce(sum(k.size_bytes), 0) FROM backup k
      WHERE k.type IN ('manual', 'scheduled', 'safety') AND k.created_at >= :since
        AND k.project_id = :project
      """;
  private static final String DAYS =
      """
      SELECT k.tenant_id, k.created_at / :day AS day, max(k.status = 'failed') AS failed
      FROM backup k
      WHERE k.tenant_id IN (SELECT value FROM json_each(:tenants))
        AND k.status <> 'running' AND k.created_at >= :since
      GROUP BY k.tenant_id, day
      """;

  private CoverageRepository() {}

  private record Stand(long tenantId, BackupCoverage coverage) {}

  static Page<BackupCoverage> page(
      Handle handle, CoverageSearch search, PageRequest wanted, Instant now) {
    PositionPage page = PositionPage.of(search.list(), wanted);
    List<Stand> rows =
        search
            .bind(
                handle.createQuery(
                    COLUMNS + search.fromWhere() + search.order() + " LIMIT :limit OFFSET :offset"))
            .bind("limit", page.limit())
            .bind("offset", page.offset())
            .map((row, _) -> stand(row))
            .list();
    long total = count(handle, search);
    Map<Long, Day[]> days = days(handle, rows.stream().map(Stand::tenantId).toList(), now);
    return page.page(rows.stream().map(row -> with(row, days)).toList(), total);
  }

  static long count(Handle handle, CoverageSearch search) {
    return search
        .bind(handle.createQuery("SELECT count(*)" + search.fromWhere()))
        .mapTo(Long.class)
        .one();
  }

  private static Stand stand(ResultSet row) throws SQLException {
    return new Stand(
        row.getLong("id"),
        new BackupCoverage(
            new TenantId(row.getString("name")),
            Coded.find(TenantStatus.class, row.getString("status")).orElseThrow(),
            Coded.find(BackupCoverage.State.class, row.getString("state")).orElseThrow(),
            BackupRepository.instant(row, "covered_at"),
            row.getLong("backups"),
            row.getLong("last_bytes"),
            row.getLong("total_bytes"),
            List.of()));
  }

  private static Map<Long, Day[]> days(Handle handle, List<Long> tenants, Instant now) {
    long today = LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay();
    long first = today - BackupCoverage.DAYS + 1;
    Map<Long, Day[]> days = new HashMap<>();
    tenants.forEach(tenant -> days.put(tenant, none()));
    handle
        .createQuery(DAYS)
        .bind("day", DAY_MILLIS)
        .bind("tenants", Ids.json(tenants))
        .bind("since", first * DAY_MILLIS)
        .map(
            (row, _) -> {
              int index = Math.toIntExact(Math.min(row.getLong("day"), today) - first);
              Day[] of = days.getOrDefault(row.getLong("tenant_id"), none());
              of[index] = row.getBoolean("failed") ? Day.FAILED : Day.DONE;
              return index;
            })
        .list();
    return days;
  }

  private static Day[] none() {
    Day[] days = new Day[BackupCoverage.DAYS];
    Arrays.fill(days, Day.NONE);
    return days;
  }

  private static BackupCoverage with(Stand row, Map<Long, Day[]> days) {
    BackupCoverage plain = row.coverage();
    return new BackupCoverage(
        plain.tenantId(),
        plain.status(),
        plain.state(),
        plain.coveredAt(),
        plain.backups(),
        plain.lastBytes(),
        plain.totalBytes(),
        List.of(days.getOrDefault(row.tenantId(), none())));
  }

  private record Sum(BackupCoverage.State state, long tenants, long backups, long bytes) {}

  static BackupTotals totals(Handle handle, ProjectId project, CoverageSearch search, Instant now) {
    List<Sum> sums =
        search
            .bind(handle.createQuery(TOTALS + search.fromWhere() + ") GROUP BY state"))
            .map(
                (row, _) ->
                    new Sum(
                        Coded.find(BackupCoverage.State.class, row.getString("state"))
                            .orElseThrow(),
                        row.getLong("tenants"),
                        row.getLong("backups"),
                        row.getLong("bytes")))
            .list();
    long lastDay =
        handle
            .createQuery(LAST_DAY)
            .bind("since", now.minus(Duration.ofDays(1)).toEpochMilli())
            .bind("project", project.value())
            .mapTo(Long.class)
            .one();
    return new BackupTotals(
        sums.stream().mapToLong(Sum::tenants).sum(),
        tenants(sums, BackupCoverage.State.FAILING),
        tenants(sums, BackupCoverage.State.NONE),
        tenants(sums, BackupCoverage.State.OVERDUE),
        tenants(sums, BackupCoverage.State.COVERED),
        sums.stream().mapToLong(Sum::backups).sum(),
        sums.stream().mapToLong(Sum::bytes).sum(),
        lastDay);
  }

  private static long tenants(List<Sum> sums, BackupCoverage.State state) {
    Optional<Sum> found = sums.stream().filter(sum -> sum.state() == state).findFirst();
    return found.map(Sum::tenants).orElse(0L);
  }
}
