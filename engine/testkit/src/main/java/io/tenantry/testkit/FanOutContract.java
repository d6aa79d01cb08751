package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Project;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.PartFailure;
import io.tenantry.contract.logs.LogEntry;
import io.tenantry.contract.logs.LogFilter;
import io.tenantry.contract.queries.FanOut;
import io.tenantry.contract.queries.FanOutAnswer;
import io.tenantry.contract.queries.FanOutProgress;
import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantAnswer;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.SaveSettings;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a query on many tenants must do whose answers flow. */
public abstract class FanOutContract extends ContractSuite {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String ENDLESS =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
  private static final String COUNT = "SELECT count(*) FROM t";
  private static final String FORTY_KILOBYTES = "SELECT hex(zeroblob(20000))";

  @Test
  void itAnswersWhatAdminAllAnswersWithThePlaceOfEachTenant() {
    TestProject project = project();
    WorkspaceName main = fleet(project, 50);
    project.run(new TenantId("t7"), main, "INSERT INTO t (a) VALUES ('seven'), (NULL)");
    project.admin().tenants().suspend(new TenantId("t3"));
    FanOutQuery query = new FanOutQuery(main, "SELECT a, 1.5, x'00ff' FROM t");

    List<TenantAnswer> collected = project.admin().queries().adminAll(query);
    List<FanOutAnswer> flowed = new ArrayList<>();
    FanOutProgress end = readAll(project.admin(), query, flowed);

    flowed.sort(Comparator.comparingInt(FanOutAnswer::position));
    assertThat(flowed).extracting(FanOutAnswer::position).containsExactlyElementsOf(upTo(50));
    assertThat(flowed.stream().map(each -> timeless(each.answer())).toList())
        .isEqualTo(collected.stream().map(FanOutContract::timeless).toList());
    assertThat(end).isEqualTo(new FanOutProgress(50, 49, 1));
  }

  @Test
  void theNamedAreAskedWithTheirParameters() {
    TestProject project = project();
    WorkspaceName main = fleet(project, 5);
    List<FanOutAnswer> flowed = new ArrayList<>();

    readAll(
        project.admin(),
        new FanOutQuery(
            main,
            "SELECT ?",
            Parameters.of(Value.of("x")),
            List.of(new TenantId("t4"), new TenantId("t2"))),
        flowed);

    assertThat(flowed)
        .extracting(each -> each.position() + each.answer().tenant().value())
        .containsExactlyInAnyOrder("0t2", "1t4");
    assertThat(flowed.getFirst().answer().result().orElseThrow().rows())
        .containsExactly(List.of(Value.of("x")));
  }

  @Test
  void aBlueprintWithoutTenantsIsOverAtOnce() {
    TestProject project = project();
    WorkspaceName main = fleet(project, 0);

    try (FanOut run = project.admin().queries().fanOut(new FanOutQuery(main, COUNT))) {
      run.next(PATIENCE);

      assertThat(run.isOver()).isTrue();
      assertThat(run.progress()).isEqualTo(FanOutProgress.of(0));
    }
  }

  @Test
  void theTotalIsKnownBeforeTheFirstAnswerAndEveryAnswerCounts() {
    TestProject project = project();
    WorkspaceName main = fleet(project, 20);

    try (FanOut run = project.admin().queries().fanOut(new FanOutQuery(main, COUNT))) {
      assertThat(run.progress()).isEqualTo(FanOutProgress.of(20));
      first(run);
      assertThat(run.progress()).isEqualTo(new FanOutProgress(20, 1, 0));
      assertThat(run.progress().waiting()).isEqualTo(19);
    }
  }

  @Test
  void tenThousandTenantsAllAnswerOnce() {
    TestProject project = project();
    WorkspaceName main = fleet(project, 10_000);
    List<FanOutAnswer> flowed = new ArrayList<>();

    FanOutProgress end = readAll(project.admin(), new FanOutQuery(main, COUNT), flowed);

    assertThat(end).isEqualTo(new FanOutProgress(10_000, 10_000, 0));
    assertThat(flowed.stream().map(FanOutAnswer::position).sorted().toList())
        .isEqualTo(upTo(10_000));
  }

  @Test
  void cancellingStopsTheEngineAndKeepsWhatCame() {
    TestProject project = project();
    WorkspaceName main = fleet(project, 400);
    project.run(new TenantId("t0"), main, "INSERT INTO t (a) VALUES ('quick')");
    String quickOnTheFirst =
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
            + " WHERE NOT EXISTS (SELECT 1 FROM t)) SELECT max(i) FROM n";

    try (FanOut run = project.admin().queries().fanOut(new FanOutQuery(main, quickOnTheFirst))) {
      assertThat(first(run).answer().tenant().value()).isEqualTo("t0");
      run.cancel();
      run.cancel();
      List<FanOutAnswer> later = rest(run);

      assertThat(later).isEmpty();
      assertThat(run.isOver()).isTrue();
      assertThat(run.progress()).isEqualTo(new FanOutProgress(400, 1, 0));
    }
    assertThat(logged(project, "t399")).as("was never asked").isEmpty();
    assertThat(logged(project, "t1")).allSatisfy(entry -> assertThat(entry.error()).isPresent());
  }

  @Test
  void afterACancelItIsKnownWhoWasWrittenTo() {
    TestProject project = project();
    WorkspaceName main = fleet(project, 1_500);
    List<TenantId> told = new ArrayList<>();

    try (FanOut run =
        project
            .admin()
            .queries()
            .fanOut(new FanOutQuery(main, "INSERT INTO t (a) VALUES (hex(zeroblob(2000)))"))) {
      for (int i = 0; i < 40; i++) {
        told.add(first(run).answer().tenant());
      }
      run.cancel();
      rest(run).forEach(each -> told.add(each.answer().tenant()));
    }
    List<FanOutAnswer> counts = new ArrayList<>();
    readAll(project.admin(), new FanOutQuery(main, COUNT), counts);

    assertThat(told).hasSizeLessThan(1_500).doesNotHaveDuplicates();
    assertThat(
            counts.stream()
                .map(FanOutAnswer::answer)
                .filter(each -> rowsOf(each).equals(List.of(List.of(Value.of(1)))))
                .map(TenantAnswer::tenant))
        .containsExactlyInAnyOrderElementsOf(told);
  }

  @Test
  void aWriteThatAnswersRowsIsNotCutInTheMiddle() {
    TestProject project = project();
    WorkspaceName main = fleet(project, 300);
    List<TenantId> told = new ArrayList<>();

    try (FanOut run =
        project
            .admin()
            .queries()
            .fanOut(new FanOutQuery(main, "INSERT INTO t (a) VALUES (1), (2) RETURNING a"))) {
      told.add(first(run).answer().tenant());
      run.cancel();
      rest(run).forEach(each -> told.add(each.answer().tenant()));
    }
    List<FanOutAnswer> counts = new ArrayList<>();
    readAll(project.admin(), new FanOutQuery(main, COUNT), counts);

    assertThat(
            counts.stream()
                .map(FanOutAnswer::answer)
                .filter(each -> !rowsOf(each).equals(List.of(List.of(Value.of(0)))))
                .map(TenantAnswer::tenant))
        .containsExactlyInAnyOrderElementsOf(told);
  }

  @Test
  void closingIsHangingUpAndStopsTheEngine() {
    TestProject project = project();
    WorkspaceName main = fleet(project, 200);
    FanOut run = project.admin().queries().fanOut(new FanOutQuery(main, ENDLESS));

    run.close();
    run.close();

    assertThat(run.isOver()).isTrue();
    assertThat(run.next(PATIENCE)).isEmpty();
    // The threads that all fan-outs share are free again, long before the statement's time limit.
    List<FanOutAnswer> others = new ArrayList<>();
    readAll(project.admin(), new FanOutQuery(main, COUNT), others);
    assertThat(others).hasSize(200);
    assertThat(logged(project, "t199")).extracting(LogEntry::query).containsExactly(COUNT);
  }

  @Test
  void aSlowReaderHoldsTheEngineBackAndNobodyElse() {
    TestProject project = project();
    WorkspaceName main = fleet(project, 800);

    try (FanOut slow = project.admin().queries().fanOut(new FanOutQuery(main, FORTY_KILOBYTES))) {
      first(slow);
      List<FanOutAnswer> others = new ArrayList<>();
      readAll(project.admin(), new FanOutQuery(main, COUNT), others);

      assertThat(others).hasSize(800);
      assertThat(logged(project, "t799"))
          .as("32 MB are more than anybody keeps for the slow one")
          .extracting(LogEntry::query)
          .containsExactly(COUNT);
      assertThat(rest(slow)).hasSize(799);
    }
  }

  @Test
  void theTimeLimitHoldsForEachTenant() {
    TestProject project = project();
    WorkspaceName main = fleet(project, 4);
    project
        .admin()
        .workspaces()
        .saveSettings(main, new SaveSettings(Optional.of(100), Optional.empty(), Optional.empty()));
    project.deploy(main);
    List<FanOutAnswer> flowed = new ArrayList<>();

    FanOutProgress end = readAll(project.admin(), new FanOutQuery(main, ENDLESS), flowed);

    assertThat(end).isEqualTo(new FanOutProgress(4, 0, 4));
    assertThat(flowed)
        .allSatisfy(
            each -> {
              PartFailure failure = each.answer().failure().orElseThrow();
              assertThat(failure.message()).isEqualTo("query failed: timeout after 100ms");
              assertThat(failure.code()).isEqualTo(ErrorCode.BAD_REQUEST);
              assertThat(failure.details().get("timeout_ms")).hasToString("100");
            });
  }

  @Test
  void anErrorOfTheTextTellsItsPlace() {
    TestProject project = project();
    WorkspaceName main = fleet(project, 1);
    List<FanOutAnswer> flowed = new ArrayList<>();

    readAll(project.admin(), new FanOutQuery(main, "SELECT b FROM t"), flowed);

    PartFailure failure = flowed.getFirst().answer().failure().orElseThrow();
    assertThat(failure.details()).containsEntry("offset", 7);
  }

  @Test
  void everyTenantsQueryIsInItsLog() {
    TestProject project = project();
    WorkspaceName main = fleet(project, 3);
    readAll(project.admin(), new FanOutQuery(main, COUNT), new ArrayList<>());

    assertThat(logged(project, "t0")).extracting(LogEntry::query).containsExactly(COUNT);
    assertThat(logged(project, "t2")).extracting(LogEntry::query).containsExactly(COUNT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DROP TABLE t", "SELECT 1; SELECT 2", "PRAGMA user_version = 2"})
  void whatAdminAllRefusesIsRefusedBeforeItBegins(String sql) {
    TestProject project = project();
    WorkspaceName main = fleet(project, 1);

    assertRefused(
        ErrorCode.BAD_REQUEST, () -> project.admin().queries().fanOut(new FanOutQuery(main, sql)));
  }

  @Test
  void onlyAdministratorsMayAndOnlyWhatExists() {
    TestProject project = project();
    WorkspaceName main = fleet(project, 1);
    Project writer = project.as(Role.WRITE, ScopeType.PROJECT);

    assertRefused(
        ErrorCode.ROLE_REQUIRED, () -> writer.queries().fanOut(new FanOutQuery(main, COUNT)));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Blueprint not found: ghost",
        () -> project.admin().queries().fanOut(new FanOutQuery(new WorkspaceName("ghost"), COUNT)));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Tenant not found: nobody",
        () ->
            project
                .admin()
                .queries()
                .fanOut(
                    new FanOutQuery(
                        main, COUNT, Parameters.none(), List.of(new TenantId("nobody")))));
  }

  @Test
  void theEndOfTheEngineIsToldAndNotTakenForTheLastAnswer() {
    TestProject project = project();
    WorkspaceName main = fleet(project, 600);
    FanOut run = project.admin().queries().fanOut(new FanOutQuery(main, FORTY_KILOBYTES));
    first(run);

    fixture().reopen();

    assertRefused(ErrorCode.INTERNAL_ERROR, () -> rest(run));
    assertThat(run.progress().waiting()).isPositive();
    run.close();
  }

  /** Makes tenants t0, t1, … of a blueprint with an empty table {@code t}. */
  private static WorkspaceName fleet(TestProject project, int tenants) {
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE t (a)");
    int most = 1_000;
    for (int from = 0; from < tenants; from += most) {
      project.tenants(
          main,
          IntStream.range(from, Math.min(tenants, from + most))
              .mapToObj(i -> "t" + i)
              .toArray(String[]::new));
    }
    return main;
  }

  private static FanOutProgress readAll(
      Project project, FanOutQuery query, List<FanOutAnswer> into) {
    try (FanOut run = project.queries().fanOut(query)) {
      into.addAll(rest(run));
      return run.progress();
    }
  }

  private static FanOutAnswer first(FanOut run) {
    Optional<FanOutAnswer> answer = Optional.empty();
    while (answer.isEmpty()) {
      assertThat(run.isOver()).isFalse();
      answer = run.next(PATIENCE);
    }
    return answer.get();
  }

  private static List<FanOutAnswer> rest(FanOut run) {
    List<FanOutAnswer> rest = new ArrayList<>();
    while (!run.isOver()) {
      run.next(PATIENCE).ifPresent(rest::add);
    }
    return rest;
  }

  private static List<List<Value>> rowsOf(TenantAnswer answer) {
    return answer.result().map(QueryResult::rows).orElse(List.of());
  }

  private static TenantAnswer timeless(TenantAnswer answer) {
    return new TenantAnswer(
        answer.tenant(),
        answer
            .result()
            .map(
                result ->
                    new QueryResult(
                        result.columns(),
                        result.types(),
                        result.rows(),
                        result.rowCount(),
                        result.rowsAffected(),
                        result.lastInsertId(),
                        result.truncated(),
                        0)),
        answer.failure());
  }

  private static List<LogEntry> logged(TestProject project, String tenant) {
    return project.admin().logs().list(new TenantId(tenant), LogFilter.none(), 10, 0).logs();
  }

  private static List<Integer> upTo(int count) {
    return IntStream.range(0, count).boxed().toList();
  }
}
