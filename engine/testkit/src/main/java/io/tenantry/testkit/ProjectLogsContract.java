package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Project;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.events.Subscription;
import io.tenantry.contract.logs.LogPageRequest;
import io.tenantry.contract.logs.LogSearch;
import io.tenantry.contract.logs.LogSeries;
import io.tenantry.contract.logs.LogSpan;
import io.tenantry.contract.logs.LogType;
import io.tenantry.contract.logs.PatternDetail;
import io.tenantry.contract.logs.ProjectEntry;
import io.tenantry.contract.logs.ProjectLogPage;
import io.tenantry.contract.logs.ProjectMetrics;
import io.tenantry.contract.logs.ProjectPattern;
import io.tenantry.contract.logs.QuerySource;
import io.tenantry.contract.logs.UnlikeTenants;
import io.tenantry.contract.tenants.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the log of a whole project must do: order across tenants, searches, pages, rights. */
public abstract class ProjectLogsContract extends LogSuite {

  @Test
  void queriesOfAllTenantsComeInOneOrder() {
    TestProject project = shop();
    List<String> run = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      run.add("SELECT " + i);
      project.run(i % 3 == 0 ? GLOBEX : WAYNE, i % 3 == 0 ? OTHER : MAIN, run.getLast());
      if (i % 7 == 0) {
        project.admin().logs().stats(WAYNE); // what comes now is kept apart from what was
      }
    }

    ProjectLogPage all = list(project, LogSearch.all());

    assertThat(texts(all)).containsExactlyElementsOf(run.reversed());
    assertThat(all.total()).contains(40L);
    assertThat(all.hasMore()).isFalse();
    assertThat(all.newest()).contains(all.logs().getFirst().entry().id());
    assertThat(all.logs().getLast().tenantId()).isEqualTo(GLOBEX);
    assertThat(all.logs().getLast().entry().blueprint()).isEqualTo(OTHER);
  }

  @Test
  void pagesUnderOneNewestEntryJoinWhileQueriesGoOn() {
    TestProject project = shop();
    for (int i = 0; i < 30; i++) {
      project.run(i % 2 == 0 ? GLOBEX : WAYNE, i % 2 == 0 ? OTHER : MAIN, "SELECT " + i);
    }
    ProjectLogPage first = page(project, Optional.empty(), 0, 12);
    project.run(WAYNE, MAIN, "SELECT 'later'");
    ProjectLogPage second = page(project, first.newest(), 12, 12);
    ProjectLogPage third = page(project, first.newest(), 24, 12);

    assertThat(texts(first)).containsExactlyElementsOf(selects(29, 18));
    assertThat(texts(second)).containsExactlyElementsOf(selects(17, 6));
    assertThat(texts(third)).containsExactlyElementsOf(selects(5, 0));
    assertThat(List.of(first.hasMore(), second.hasMore(), third.hasMore()))
        .containsExactly(true, true, false);
    assertThat(List.of(first, second, third))
        .allSatisfy(page -> assertThat(page.total()).contains(30L));
    ProjectLogPage older =
        project
            .admin()
            .projectLogs()
            .list(LogSearch.all(), LogPageRequest.before(first.logs().getLast().entry().id(), 12));
    assertThat(older.logs()).isEqualTo(second.logs());
    assertThat(older.total()).isEmpty();
    assertThat(page(project, Optional.empty(), 99, 12).logs()).isEmpty();
  }

  @Test
  void searchesFindAndCountWhatTheyName() {
    TestProject project = shop();
    project.run(WAYNE, MAIN, "INSERT INTO t VALUES (1), (2), (3)");
    project.run(WAYNE, MAIN, "SELECT a FROM t WHERE a > 1");
    project.run(GLOBEX, OTHER, "SELECT a FROM t WHERE a > 7");
    fail(project, "SELECT ghost FROM t");
    Instant now = Instant.now();

    assertThat(found(project, LogSearch.all().ofTenant(GLOBEX)))
        .containsExactly("SELECT a FROM t WHERE a > 7");
    assertThat(found(project, LogSearch.all().ofTenant(new TenantId("nobody")))).isEmpty();
    assertThat(found(project, LogSearch.all().onBlueprint(MAIN))).hasSize(3);
    assertThat(found(project, LogSearch.all().ofType(LogType.ERROR)))
        .containsExactly("SELECT ghost FROM t");
    assertThat(found(project, LogSearch.all().over(QuerySource.PROXY))).isEmpty();
    assertThat(found(project, LogSearch.all().over(QuerySource.API).ofType(LogType.ERROR)))
        .hasSize(1);
    assertThat(found(project, LogSearch.all().containing("GHOST"))).hasSize(1);
    assertThat(found(project, LogSearch.all().ofPattern("SELECT a FROM t WHERE a > ?"))).hasSize(2);
    assertThat(found(project, LogSearch.all().since(now.minus(Duration.ofHours(1))))).hasSize(4);
    assertThat(found(project, LogSearch.all().before(now.minus(Duration.ofHours(1))))).isEmpty();
  }

  @Test
  void rowsAreCounted() {
    TestProject project = shop();
    project.run(WAYNE, MAIN, "INSERT INTO t VALUES (1), (2), (3)");
    project.run(WAYNE, MAIN, "SELECT a FROM t WHERE a > 1");
    fail(project, "SELECT ghost FROM t");

    assertThat(list(project, LogSearch.all()).logs())
        .extracting(each -> each.entry().rows())
        .containsExactly(Optional.empty(), Optional.of(2L), Optional.of(3L));
  }

  @Test
  void whatIsAskedForIsChecked() {
    assertRefused(
        ErrorCode.BAD_REQUEST,
        "limit must be between 1 and 1000",
        () -> LogPageRequest.first(1001));
    assertRefused(
        ErrorCode.BAD_REQUEST,
        "offset must not be negative",
        () -> new LogPageRequest(Optional.empty(), -1, 10, false));
    assertRefused(
        ErrorCode.BAD_REQUEST,
        "search must have at most 200 characters",
        () -> LogSearch.all().containing("x".repeat(201)));
    Instant now = Instant.now();
    assertRefused(
        ErrorCode.BAD_REQUEST,
        "until must be after from",
        () -> LogSearch.all().since(now).before(now));
    assertRefused(ErrorCode.BAD_REQUEST, "until must be after from", () -> new LogSpan(now, now));
    Project admin = project().admin();
    assertRefused(
        ErrorCode.BAD_REQUEST,
        "pattern is required",
        () -> admin.projectLogs().pattern(LogSearch.all()));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Tenant not found: wayne",
        () -> admin.projectLogs().series(WAYNE, lastHour()));
  }

  @Test
  void anEmptyLogHasNothing() {
    Project admin = project().admin();

    ProjectLogPage page = admin.projectLogs().list(LogSearch.all(), LogPageRequest.first(10));
    assertThat(page.logs()).isEmpty();
    assertThat(page.total()).contains(0L);
    assertThat(admin.projectLogs().patterns(LogSearch.all())).isEmpty();
    assertThat(admin.projectLogs().pattern(LogSearch.all().ofPattern("SELECT ?")).figures())
        .isEmpty();
    assertThat(admin.projectLogs().series(lastHour()).steps()).isEmpty();
    assertThat(admin.projectLogs().unlike().tenants()).isEmpty();
  }

  @Test
  void patternsCountTenantsAndHours() {
    TestProject project = shop();
    IntStream.range(0, 4).forEach(i -> project.run(WAYNE, MAIN, "SELECT a FROM t WHERE a = " + i));
    project.run(GLOBEX, OTHER, "SELECT a FROM t WHERE a = 9");
    fail(project, "SELECT ghost FROM t");

    List<ProjectPattern> patterns = project.admin().projectLogs().patterns(LogSearch.all());

    ProjectPattern reads =
        patterns.stream()
            .filter(each -> each.figures().pattern().equals("SELECT a FROM t WHERE a = ?"))
            .findFirst()
            .orElseThrow();
    assertThat(patterns).hasSize(2);
    assertThat(reads.figures().count()).isEqualTo(5);
    assertThat(reads.tenants()).isEqualTo(2);
    assertThat(reads.hours()).hasSize(24);
    assertThat(reads.hours().stream().mapToLong(Long::longValue).sum()).isEqualTo(5);
    assertThat(
            project
                .admin()
                .projectLogs()
                .patterns(LogSearch.all().before(Instant.now().minusSeconds(60))))
        .isEmpty();
  }

  @Test
  void aPatternHasSamplesAndTenants() {
    TestProject project = shop();
    IntStream.range(0, 3).forEach(i -> project.run(WAYNE, MAIN, "SELECT a FROM t WHERE a = " + i));
    project.run(GLOBEX, OTHER, "SELECT a FROM t WHERE a = 9");
    fail(project, "SELECT ghost FROM t WHERE a = 1");

    PatternDetail detail =
        project
            .admin()
            .projectLogs()
            .pattern(LogSearch.all().ofPattern("SELECT a FROM t WHERE a = ?"));
    PatternDetail failing =
        project
            .admin()
            .projectLogs()
            .pattern(LogSearch.all().ofPattern("SELECT ghost FROM t WHERE a = ?"));

    assertThat(detail.figures().orElseThrow().count()).isEqualTo(4);
    assertThat(detail.tenantCount()).isEqualTo(2);
    assertThat(detail.tenants())
        .extracting(PatternDetail.Share::tenantId)
        .containsExactlyInAnyOrder(WAYNE, GLOBEX);
    assertThat(detail.slowest()).hasSize(4);
    assertThat(detail.slowest()).extracting(each -> -each.entry().durationMs()).isSorted();
    assertThat(detail.failures()).isEmpty();
    assertThat(detail.hours().stream().mapToLong(ProjectMetrics.Step::queries).sum()).isEqualTo(4);
    assertThat(failing.failures())
        .singleElement()
        .satisfies(each -> assertThat(each.entry().error()).isPresent());
  }

  @Test
  void aSeriesHasEveryQueryOnce() {
    TestProject project = shop();
    IntStream.range(0, 5).forEach(i -> project.run(WAYNE, MAIN, "SELECT " + i));
    fail(project, "SELECT ghost FROM t");
    project.run(GLOBEX, OTHER, "SELECT 1");
    Instant soon = Instant.now().plusSeconds(60);

    for (Duration length :
        List.of(
            Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(7), Duration.ofDays(30))) {
      LogSeries series =
          project.admin().projectLogs().series(new LogSpan(soon.minus(length), soon));
      assertThat(series.steps().stream().mapToLong(ProjectMetrics.Step::queries).sum())
          .as(length.toString())
          .isEqualTo(7);
      assertThat(series.steps().stream().mapToLong(ProjectMetrics.Step::failed).sum()).isEqualTo(1);
      LogSeries one =
          project.admin().projectLogs().series(WAYNE, new LogSpan(soon.minus(length), soon));
      assertThat(one.steps().stream().mapToLong(ProjectMetrics.Step::queries).sum()).isEqualTo(6);
    }
    assertThat(project.admin().projectLogs().series(lastHour()).stepSeconds()).isEqualTo(60);
    assertThat(
            project
                .admin()
                .projectLogs()
                .series(new LogSpan(soon.minus(Duration.ofDays(7)), soon))
                .stepSeconds())
        .isEqualTo(3600);
  }

  @Test
  void fewQueriesAreNotCompared() {
    TestProject project = shop();
    project.run(WAYNE, MAIN, "SELECT 1");

    UnlikeTenants unlike = project.admin().projectLogs().unlike();

    assertThat(unlike.compared()).isZero();
    assertThat(unlike.tenants()).isEmpty();
    assertThat(unlike.at()).isBeforeOrEqualTo(Instant.now());
  }

  @Test
  void newQueriesOfAllTenantsAreTold() {
    TestProject project = shop();
    project.run(WAYNE, MAIN, "SELECT 'before'");
    Heard<ProjectEntry> all = new Heard<>();
    Heard<ProjectEntry> one = new Heard<>();
    try (Subscription first = project.admin().projectLogs().tail(LogSearch.all(), all);
        Subscription second =
            project.admin().projectLogs().tail(LogSearch.all().ofTenant(GLOBEX), one)) {
      assertThat(first).isNotSameAs(second);
      for (int i = 0; i < 20; i++) {
        project.run(i % 2 == 0 ? GLOBEX : WAYNE, i % 2 == 0 ? OTHER : MAIN, "SELECT " + i);
      }

      assertThat(all.until(events -> events.size() >= 20).reversed())
          .isEqualTo(page(project, Optional.empty(), 0, 20).logs());
      assertThat(one.until(events -> events.size() >= 10))
          .allMatch(each -> each.tenantId().equals(GLOBEX));
    }
  }

  @Test
  void scopesLimitWhatIsSeen() {
    TestProject project = shopAskedOnceEach();
    Project workspace = project.as(Role.READ, ScopeType.WORKSPACE, "other");
    Project tenant = project.as(Role.READ, ScopeType.TENANT, "wayne");

    ProjectLogPage seen = workspace.projectLogs().list(LogSearch.all(), LogPageRequest.first(10));
    assertThat(texts(seen)).containsExactly("SELECT 'globex'", "SELECT 'other'");
    assertThat(seen.total()).contains(2L);
    assertThat(workspace.projectLogs().patterns(LogSearch.all()))
        .singleElement()
        .satisfies(each -> assertThat(each.figures().count()).isEqualTo(2));
    assertThat(
            workspace.projectLogs().series(lastHour()).steps().stream()
                .mapToLong(ProjectMetrics.Step::queries)
                .sum())
        .isEqualTo(2);
    assertRefused(
        ErrorCode.SCOPE_DENIED,
        () -> tenant.projectLogs().list(LogSearch.all(), LogPageRequest.first(10)));
    assertRefused(ErrorCode.SCOPE_DENIED, () -> tenant.projectLogs().unlike());
    assertRefused(
        ErrorCode.SCOPE_DENIED, () -> tenant.projectLogs().tail(LogSearch.all(), new Heard<>()));
  }

  private static void fail(TestProject project, String sql) {
    assertRefused(ErrorCode.BAD_REQUEST, () -> project.run(WAYNE, MAIN, sql));
  }

  private static LogSpan lastHour() {
    Instant until = Instant.now().plusSeconds(60);
    return new LogSpan(until.minus(Duration.ofHours(1)), until);
  }

  private static ProjectLogPage list(TestProject project, LogSearch search) {
    return project.admin().projectLogs().list(search, LogPageRequest.first(100));
  }

  private static ProjectLogPage page(
      TestProject project, Optional<Long> upTo, long offset, int limit) {
    return project
        .admin()
        .projectLogs()
        .list(LogSearch.all(), new LogPageRequest(upTo, offset, limit, true));
  }

  /** What a search finds; the count says the same. */
  private static List<String> found(TestProject project, LogSearch search) {
    ProjectLogPage page = list(project, search);
    assertThat(page.total()).contains((long) page.logs().size());
    return texts(page);
  }

  private static List<String> texts(ProjectLogPage page) {
    return page.logs().stream().map(each -> each.entry().query()).toList();
  }

  private static List<String> selects(int from, int to) {
    return IntStream.rangeClosed(to, from).mapToObj(i -> "SELECT " + i).toList().reversed();
  }
}
