package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Project;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.logs.LogEntry;
import io.tenantry.contract.logs.LogFilter;
import io.tenantry.contract.logs.LogPage;
import io.tenantry.contract.logs.LogStats;
import io.tenantry.contract.logs.LogType;
import io.tenantry.contract.logs.LogWindow;
import io.tenantry.contract.logs.ProjectMetrics;
import io.tenantry.contract.logs.QueryPattern;
import io.tenantry.contract.logs.QuerySource;
import io.tenantry.contract.logs.TenantMetrics;
import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What query logs must do: entries, filters, pages, figures, patterns, rights. */
public abstract class LogsContract extends LogSuite {
  private static final double SLOW_MS = 100;
  private static final String SLOW =
      "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 3000000)"
          + " SELECT count(*) FROM c";

  @Test
  void aReadRightAfterAQueryHasIt() {
    TestProject project = shop();
    project
        .admin()
        .queries()
        .tenant(
            new TenantQuery(
                WAYNE, MAIN, "SELECT a FROM t WHERE a = ?", Parameters.of(Value.of("secret"))));
    fail(project, "SELECT ghost FROM t");

    LogPage page = project.admin().logs().list(WAYNE, LogFilter.none(), 50, 0);

    assertThat(page.hasMore()).isFalse();
    assertThat(page.logs()).hasSize(2);
    LogEntry failed = page.logs().get(0);
    assertThat(failed.query()).isEqualTo("SELECT ghost FROM t");
    assertThat(failed.success()).isFalse();
    assertThat(failed.error()).hasValueSatisfying(why -> assertThat(why).contains("ghost"));
    LogEntry read = page.logs().get(1);
    assertThat(read.query()).isEqualTo("SELECT a FROM t WHERE a = ?");
    assertThat(read.success()).isTrue();
    assertThat(read.error()).isEmpty();
    assertThat(read.source()).isEqualTo(QuerySource.API);
    assertThat(read.blueprint()).isEqualTo(MAIN);
    assertThat(read.durationMs()).isPositive();
    assertThat(read.id()).isLessThan(failed.id());
    assertThat(Duration.between(read.createdAt(), Instant.now())).isLessThan(Duration.ofMinutes(1));
    assertThat(project.admin().logs().list(GLOBEX, LogFilter.none(), 50, 0).logs()).isEmpty();
  }

  @Test
  void filtersFindWhatTheyName() {
    TestProject project = shop();
    project.run(WAYNE, MAIN, "SELECT 'Alpha'");
    project.run(WAYNE, MAIN, SLOW);
    fail(project, "SELECT ghost FROM t");

    assertThat(found(project, LogFilter.of(LogType.ERROR))).containsExactly("SELECT ghost FROM t");
    assertThat(project.admin().logs().list(WAYNE, LogFilter.of(LogType.SLOW), 50, 0).logs())
        .allMatch(entry -> entry.durationMs() >= SLOW_MS)
        .extracting(LogEntry::query)
        .contains(SLOW);
    assertThat(found(project, LogFilter.containing("aLPHa"))).containsExactly("SELECT 'Alpha'");
    assertThat(found(project, LogFilter.containing("no such column")))
        .containsExactly("SELECT ghost FROM t");
    assertThat(found(project, LogFilter.containing("nothing like it"))).isEmpty();
    assertThat(found(project, source(QuerySource.PROXY))).isEmpty();
    assertThat(found(project, source(QuerySource.API))).hasSize(3);
    for (LogWindow window : LogWindow.values()) {
      assertThat(found(project, since(window))).hasSize(3);
    }
  }

  @Test
  void pagesJoinToTheWholeLog() {
    TestProject project = shop();
    IntStream.range(0, 25).forEach(i -> project.run(WAYNE, MAIN, "SELECT " + i));
    project.admin().logs().stats(WAYNE); // what comes now is kept apart from what was
    IntStream.range(25, 40).forEach(i -> project.run(WAYNE, MAIN, "SELECT " + i));

    LogPage first = project.admin().logs().list(WAYNE, LogFilter.none(), 15, 0);
    LogPage second = project.admin().logs().list(WAYNE, LogFilter.none(), 15, 15);
    LogPage third = project.admin().logs().list(WAYNE, LogFilter.none(), 15, 30);

    assertThat(texts(first)).containsExactlyElementsOf(selects(39, 25));
    assertThat(texts(second)).containsExactlyElementsOf(selects(24, 10));
    assertThat(texts(third)).containsExactlyElementsOf(selects(9, 0));
    assertThat(List.of(first.hasMore(), second.hasMore(), third.hasMore()))
        .containsExactly(true, true, false);
    assertThat(project.admin().logs().list(WAYNE, LogFilter.none(), 10, 30).hasMore()).isFalse();
    assertThat(project.admin().logs().list(WAYNE, LogFilter.none(), 10, 99).logs()).isEmpty();
    LogPage filtered = project.admin().logs().list(WAYNE, LogFilter.containing("SELECT 1"), 5, 3);
    assertThat(texts(filtered))
        .containsExactly("SELECT 16", "SELECT 15", "SELECT 14", "SELECT 13", "SELECT 12");
    assertThat(filtered.hasMore()).isTrue();
  }

  @Test
  void limitsAreChecked() {
    TestProject project = shop();

    refusedLimit(project, () -> project.admin().logs().list(WAYNE, LogFilter.none(), 0, 0));
    refusedLimit(project, () -> project.admin().logs().list(WAYNE, LogFilter.none(), 1001, 0));
    assertRefused(
        ErrorCode.BAD_REQUEST,
        "offset must not be negative",
        () -> project.admin().logs().list(WAYNE, LogFilter.none(), 10, -1));
    assertRefused(
        ErrorCode.BAD_REQUEST,
        "search must have at most 200 characters",
        () -> LogFilter.containing("x".repeat(201)));
  }

  private static void refusedLimit(TestProject project, ThrowingCallable call) {
    assertThat(project).isNotNull();
    assertRefused(ErrorCode.BAD_REQUEST, "limit must be between 1 and 1000", call);
  }

  @Test
  void statisticsAddUp() {
    TestProject project = shop();
    assertThat(project.admin().logs().stats(WAYNE).totalQueries()).isZero();
    IntStream.range(0, 7).forEach(i -> project.run(WAYNE, MAIN, "SELECT " + i));
    fail(project, "SELECT ghost FROM t");
    project.run(WAYNE, MAIN, SLOW);

    LogStats stats = project.admin().logs().stats(WAYNE);

    assertThat(stats.totalQueries()).isEqualTo(9);
    assertThat(stats.successful()).isEqualTo(8);
    assertThat(stats.failed()).isEqualTo(1);
    assertThat(stats.bySource()).isEqualTo(new LogStats.BySource(0, 9));
    assertThat(stats.slowQueries()).isEqualTo(1);
    assertThat(stats.avgDurationMs()).isBetween(10.0, 10_000.0);
  }

  @Test
  void queriesThatDifferInValuesAreOnePattern() {
    TestProject project = shop();
    project.run(WAYNE, MAIN, "SELECT a FROM t WHERE a IN (1, 2, 3)");
    project.run(WAYNE, MAIN, "select a\nfrom t -- why\nwhere a in (?1)".replace("?1", "4"));
    project.run(WAYNE, MAIN, "INSERT INTO t VALUES ('x'), ('y'), ('z')");
    project.run(WAYNE, MAIN, "INSERT INTO t VALUES (-1.5)");
    fail(project, "SELECT a FROM t WHERE b = 'x'");

    List<QueryPattern> patterns = project.admin().logs().patterns(WAYNE, LogFilter.none());

    assertThat(patterns)
        .extracting(QueryPattern::pattern)
        .containsExactlyInAnyOrder(
            "SELECT a FROM t WHERE a IN (?)",
            "INSERT INTO t VALUES (?)",
            "SELECT a FROM t WHERE b = ?");
    QueryPattern reads = pattern(patterns, "SELECT a FROM t WHERE a IN (?)");
    assertThat(reads.count()).isEqualTo(2);
    assertThat(reads.failed()).isZero();
    assertThat(reads.example()).startsWith("select a");
    assertThat(reads.totalMs()).isPositive();
    assertThat(reads.p50Ms()).isLessThanOrEqualTo(reads.p95Ms());
    assertThat(reads.p95Ms()).isLessThanOrEqualTo(reads.p99Ms());
    assertThat(reads.p99Ms()).isLessThanOrEqualTo(reads.maxMs());
    assertThat(pattern(patterns, "SELECT a FROM t WHERE b = ?").failed()).isEqualTo(1);
    assertThat(project.admin().logs().patterns(WAYNE, LogFilter.of(LogType.ERROR))).hasSize(1);
  }

  @Test
  void metricsOfASharedTenantHaveANoteAboutStorage() {
    TestProject project = shop();
    assertThat(project.admin().logs().metrics(WAYNE).queryMetrics().successRate()).isEqualTo(100);
    IntStream.range(0, 3).forEach(i -> project.run(WAYNE, MAIN, "SELECT " + i));
    fail(project, "SELECT ghost FROM t");

    TenantMetrics metrics = project.admin().logs().metrics(WAYNE);

    assertThat(metrics.isolationLevel()).isEqualTo(1);
    assertThat(metrics.databaseType().code()).isEqualTo("SQLite");
    assertThat(metrics.queryMetrics().queriesThisWeek()).isEqualTo(4);
    assertThat(metrics.queryMetrics().queriesToday()).isLessThanOrEqualTo(4);
    assertThat(metrics.queryMetrics().queriesThisHour()).isLessThanOrEqualTo(4);
    assertThat(metrics.queryMetrics().failedQueries()).isEqualTo(1);
    assertThat(metrics.queryMetrics().successRate()).isEqualTo(75);
    assertThat(metrics.queryMetrics().maxLatencyMs())
        .isGreaterThanOrEqualTo(metrics.queryMetrics().avgLatencyMs());
    assertThat(metrics.databaseMetrics()).isEqualTo(TenantMetrics.DatabaseMetrics.shared());
    assertThat(metrics.databaseMetrics().note())
        .contains("Storage and connection metrics only available for L2 (dedicated) tenants");
  }

  @Test
  void metricsOfADedicatedTenantTellAboutItsStorage() {
    TestProject project = shop();
    TenantId stark = new TenantId("stark");
    project
        .admin()
        .tenants()
        .create(
            new CreateTenant(stark, List.of(new TenantDatabaseRequest(MAIN, 2, Optional.empty()))));
    project.settled(stark);
    project.run(stark, MAIN, "INSERT INTO t VALUES (1), (2), (3)");

    TenantMetrics metrics = project.admin().logs().metrics(stark);

    assertThat(metrics.isolationLevel()).isEqualTo(2);
    TenantMetrics.DatabaseMetrics storage = metrics.databaseMetrics();
    assertThat(storage.note()).isEmpty();
    assertThat(storage.sizeBytes()).hasValueSatisfying(bytes -> assertThat(bytes).isPositive());
    assertThat(storage.walBytes()).isPresent();
    assertThat(storage.pageCount()).hasValueSatisfying(pages -> assertThat(pages).isPositive());
    assertThat(storage.freelistCount()).isPresent();
    assertThat(storage.openConnections()).hasValueSatisfying(open -> assertThat(open).isPositive());
    assertThat(storage.rowsByTable().orElseThrow()).containsEntry("t", 3L);
  }

  @Test
  void metricsOfTheProjectRankItsTenants() {
    TestProject project = shop();
    project.run(WAYNE, MAIN, SLOW);
    project.run(GLOBEX, OTHER, "SELECT 1");
    fail(project, "SELECT ghost FROM t");

    for (LogWindow window : LogWindow.values()) {
      ProjectMetrics metrics = project.admin().logs().metrics(window);
      assertThat(metrics.queries()).isEqualTo(3);
      assertThat(metrics.failed()).isEqualTo(1);
      assertThat(metrics.slow()).isEqualTo(1);
      assertThat(metrics.errorRate()).isEqualTo(33.33);
      assertThat(metrics.queriesLastHour()).isEqualTo(3);
      assertThat(metrics.dropped()).isZero();
      assertThat(metrics.p50Ms()).isPositive().isLessThan(metrics.p99Ms());
      assertThat(metrics.maxMs()).isGreaterThanOrEqualTo(metrics.p99Ms());
      assertThat(metrics.topTenants())
          .extracting(ProjectMetrics.TopTenant::tenantId)
          .containsExactly(WAYNE, GLOBEX);
      assertThat(metrics.topTenants().getFirst().queries()).isEqualTo(2);
      assertThat(metrics.series().stream().mapToLong(ProjectMetrics.Step::queries).sum())
          .isEqualTo(3);
    }
  }

  @Test
  void scopesLimitWhatIsSeen() {
    TestProject project = shopAskedOnceEach();
    Project workspace = project.as(Role.READ, ScopeType.WORKSPACE, "other");
    Project tenant = project.as(Role.READ, ScopeType.TENANT, "wayne");

    assertThat(texts(workspace.logs().list(WAYNE, LogFilter.none(), 50, 0)))
        .containsExactly("SELECT 'other'");
    assertThat(workspace.logs().stats(WAYNE).totalQueries()).isEqualTo(1);
    assertThat(workspace.logs().patterns(WAYNE, LogFilter.none())).hasSize(1);
    assertThat(workspace.logs().metrics(WAYNE).queryMetrics().queriesThisWeek()).isEqualTo(1);
    assertThat(workspace.logs().metrics(LogWindow.DAY).queries()).isEqualTo(2);
    assertThat(texts(tenant.logs().list(WAYNE, LogFilter.none(), 50, 0)))
        .containsExactly("SELECT 'other'", "SELECT 'main'");
    assertRefused(
        ErrorCode.SCOPE_DENIED,
        "credential scoped to tenants [wayne], attempted \"globex\"",
        () -> tenant.logs().stats(GLOBEX));
    assertRefused(ErrorCode.SCOPE_DENIED, () -> tenant.logs().metrics(LogWindow.DAY));
    Project main = project.as(Role.READ, ScopeType.WORKSPACE, "main");
    assertRefused(ErrorCode.SCOPE_DENIED, () -> main.logs().stats(GLOBEX));
  }

  @Test
  void unknownTenantsAreNamed() {
    Project admin = project().admin();
    String message = "Tenant not found: wayne";

    assertRefused(
        ErrorCode.NOT_FOUND, message, () -> admin.logs().list(WAYNE, LogFilter.none(), 50, 0));
    assertRefused(ErrorCode.NOT_FOUND, message, () -> admin.logs().stats(WAYNE));
    assertRefused(
        ErrorCode.NOT_FOUND, message, () -> admin.logs().patterns(WAYNE, LogFilter.none()));
    assertRefused(ErrorCode.NOT_FOUND, message, () -> admin.logs().metrics(WAYNE));
    assertRefused(
        ErrorCode.NOT_FOUND, message, () -> admin.logs().tail(WAYNE, LogFilter.none(), _ -> {}));
    assertThat(admin.logs().metrics(LogWindow.DAY).queries()).isZero();
  }

  @Test
  void aTenantMadeAnewDoesNotSeeTheLogOfTheOneBefore() {
    TestProject project = shop();
    project.run(WAYNE, MAIN, "SELECT 'before'");
    project.admin().tenants().delete(WAYNE, true);
    project.tenant("wayne", MAIN);

    assertThat(found(project, LogFilter.none())).isEmpty();
    assertThat(project.admin().logs().stats(WAYNE).totalQueries()).isZero();
  }

  @Test
  void logsOutliveARestart() {
    TestProject project = shop();
    IntStream.range(0, 3).forEach(i -> project.run(WAYNE, MAIN, "SELECT " + i));
    LogPage before = project.admin().logs().list(WAYNE, LogFilter.none(), 50, 0);
    project.run(WAYNE, MAIN, "SELECT 3");

    fixture().reopen();
    TestProject again = project.reopened();

    assertThat(texts(again.admin().logs().list(WAYNE, LogFilter.none(), 50, 0)))
        .containsExactlyElementsOf(selects(3, 0));
    assertThat(again.admin().logs().list(WAYNE, LogFilter.none(), 50, 1)).isEqualTo(before);
    assertThat(again.admin().logs().stats(WAYNE).totalQueries()).isEqualTo(4);
  }

  @Test
  void fanOutQueriesAreNotedForEachTenant() {
    TestProject project = shop();
    project.tenant("stark", MAIN);
    project.admin().queries().adminAll(new FanOutQuery(MAIN, "SELECT count(*) FROM t"));

    assertThat(found(project, LogFilter.none())).containsExactly("SELECT count(*) FROM t");
    assertThat(project.admin().logs().stats(new TenantId("stark")).totalQueries()).isEqualTo(1);
  }

  /** Two blueprints with one tenant each. */
  private static void fail(TestProject project, String sql) {
    assertRefused(ErrorCode.BAD_REQUEST, () -> project.run(WAYNE, MAIN, sql));
  }

  private static List<String> found(TestProject project, LogFilter filter) {
    return texts(project.admin().logs().list(WAYNE, filter, 50, 0));
  }

  private static List<String> texts(LogPage page) {
    return page.logs().stream().map(LogEntry::query).toList();
  }

  private static List<String> selects(int from, int to) {
    return IntStream.rangeClosed(to, from).mapToObj(i -> "SELECT " + i).toList().reversed();
  }

  private static QueryPattern pattern(List<QueryPattern> patterns, String text) {
    return patterns.stream().filter(each -> each.pattern().equals(text)).findFirst().orElseThrow();
  }

  private static LogFilter source(QuerySource source) {
    return new LogFilter(Optional.empty(), Optional.empty(), Optional.of(source), Optional.empty());
  }

  private static LogFilter since(LogWindow window) {
    return new LogFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(window));
  }
}
