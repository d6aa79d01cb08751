package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.databases.DatabaseColumn;
import io.tenantry.contract.databases.DatabaseDescription;
import io.tenantry.contract.databases.DatabaseResult;
import io.tenantry.contract.databases.DatabaseSession;
import io.tenantry.contract.databases.DatabaseStatement;
import io.tenantry.contract.databases.StepCondition;
import io.tenantry.contract.databases.StepOutcome;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.SaveSettings;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What sessions on databases must do: statements, batches, scripts and transactions. */
public abstract class SessionsContract extends SessionSuite {
  @Test
  void aStatementAnswersColumnsValuesAndCounts() {
    TestProject project = project();
    notes(project);
    byte[] bytes = {0, 1, -1};

    try (DatabaseSession session = session(project, WAYNE)) {
      DatabaseResult written =
          run(
              session,
              "INSERT INTO note VALUES (?, ?, ?, ?)",
              Value.of(Long.MAX_VALUE),
              Value.of("a"),
              Value.of(Double.NEGATIVE_INFINITY),
              Value.of(bytes));
      DatabaseResult read = run(session, "SELECT *, 1 + 1 AS two, NULL FROM note");

      assertThat(written.affectedRows()).isEqualTo(1);
      assertThat(written.lastInsertId()).contains(Long.MAX_VALUE);
      assertThat(written.columns()).isEmpty();
      assertThat(read.columns())
          .startsWith(
              new DatabaseColumn("id", Optional.of("INTEGER")),
              new DatabaseColumn("text", Optional.of("TEXT")))
          .contains(new DatabaseColumn("two", Optional.empty()));
      assertThat(read.rows())
          .containsExactly(
              List.of(
                  Value.of(Long.MAX_VALUE),
                  Value.of("a"),
                  Value.of(Double.NEGATIVE_INFINITY),
                  Value.of(bytes),
                  Value.of(2),
                  Value.ofNull()));
      assertThat(read.affectedRows()).isZero();
      assertThat(read.lastInsertId()).isEmpty();
      assertThat(read.durationMs()).isNotNegative();
    }
  }

  @Test
  void namesOfParametersCarryTheirPrefixOrNot() {
    TestProject project = project();
    notes(project);

    try (DatabaseSession session = session(project, WAYNE)) {
      DatabaseResult read =
          session.run(
              new DatabaseStatement(
                  "SELECT :a, @b, $c",
                  Parameters.named(Map.of("a", Value.of(1), "@b", Value.of(2), "c", Value.of(3)))));
      DatabaseResult unwanted =
          session.run(new DatabaseStatement("SELECT 1", Parameters.none(), false));

      assertThat(read.rows()).containsExactly(List.of(Value.of(1), Value.of(2), Value.of(3)));
      assertThat(unwanted.rows()).isEmpty();
      assertThat(unwanted.columns()).hasSize(1);
      assertRefused(
          ErrorCode.BAD_REQUEST,
          "query has 2 parameters, 1 values were given",
          () -> run(session, "SELECT ?, ?", Value.of(1)));
    }
  }

  @Test
  void aTransactionIsKeptOrTakenBackWhole() {
    TestProject project = project();
    notes(project);

    try (DatabaseSession session = session(project, WAYNE);
        DatabaseSession other = session(project, WAYNE)) {
      run(session, "BEGIN IMMEDIATE");
      run(session, "INSERT INTO note (text) VALUES ('a')");
      boolean inside = session.isAutocommit();
      long seenInside = count(session);
      long seenOutside = count(other);
      run(session, "COMMIT");
      long kept = count(other);
      run(session, "begin deferred transaction");
      run(session, "DELETE FROM note");
      run(session, "ROLLBACK");

      assertThat(inside).isFalse();
      assertThat(seenInside).isEqualTo(1);
      assertThat(seenOutside).isZero();
      assertThat(kept).isEqualTo(1);
      assertThat(count(session)).isEqualTo(1);
      assertThat(session.isAutocommit()).isTrue();
    }
  }

  @Test
  void closingASessionTakesItsTransactionBack() {
    TestProject project = project();
    notes(project);

    try (DatabaseSession session = session(project, WAYNE)) {
      run(session, "BEGIN");
      run(session, "INSERT INTO note (text) VALUES ('a')");
    }
    try (DatabaseSession session = session(project, WAYNE)) {
      assertThat(count(session)).isZero();
    }
  }

  @Test
  void savepointsNestAndTheOutermostOneCommits() {
    TestProject project = project();
    notes(project);

    try (DatabaseSession session = session(project, WAYNE)) {
      run(session, "SAVEPOINT outer_one");
      run(session, "INSERT INTO note (text) VALUES ('a')");
      run(session, "SAVEPOINT \"inner one\"");
      run(session, "INSERT INTO note (text) VALUES ('b')");
      run(session, "ROLLBACK TO SAVEPOINT \"Inner One\"");
      assertRefused(
          ErrorCode.BAD_REQUEST,
          "query failed: no such savepoint: nowhere",
          () -> run(session, "RELEASE nowhere"));
      run(session, "RELEASE OUTER_ONE");

      assertThat(session.isAutocommit()).isTrue();
      assertThat(run(session, "SELECT text FROM note").rows())
          .containsExactly(List.of(Value.of("a")));
    }
  }

  @Test
  void transactionControlThatMakesNoSenseIsRefused() {
    TestProject project = project();
    notes(project);

    try (DatabaseSession session = session(project, WAYNE)) {
      assertRefused(
          ErrorCode.BAD_REQUEST,
          "query failed: cannot commit - no transaction is active",
          () -> run(session, "COMMIT"));
      run(session, "BEGIN");
      assertRefused(
          ErrorCode.BAD_REQUEST,
          "query failed: cannot start a transaction within a transaction",
          () -> run(session, "BEGIN"));
      run(session, "END TRANSACTION");
      assertRefused(ErrorCode.BAD_REQUEST, () -> run(session, "BEGIN SOMEHOW"));
      assertRefused(ErrorCode.BAD_REQUEST, () -> run(session, "SAVEPOINT"));
    }
  }

  @Test
  void aReadingTransactionSeesOneStateAndHoldsUpNobody() {
    TestProject project = project();
    notes(project);

    try (DatabaseSession reader = session(project, WAYNE);
        DatabaseSession writer = session(project, WAYNE)) {
      run(reader, "BEGIN TRANSACTION READONLY");
      long before = count(reader);
      run(writer, "INSERT INTO note (text) VALUES ('a')");
      long still = count(reader);
      assertRefused(
          ErrorCode.PERMISSION_DENIED, () -> run(reader, "INSERT INTO note (text) VALUES ('b')"));
      run(reader, "COMMIT");

      assertThat(before).isZero();
      assertThat(still).isZero();
      assertThat(count(reader)).isEqualTo(1);
    }
  }

  @Test
  void stepsOfABatchRunWhenTheirConditionsHold() {
    TestProject project = project();
    notes(project);

    try (DatabaseSession session = session(project, WAYNE)) {
      List<StepOutcome> outcomes =
          session.batch(
              List.of(
                  step("INSERT INTO note (text) VALUES ('a')"),
                  step("INSERT INTO note (text) VALUES ('a')"),
                  step("SELECT 'after ok'", new StepCondition.Ok(1)),
                  step("SELECT 'after error'", new StepCondition.Failed(1)),
                  step("SELECT 'not'", new StepCondition.Not(new StepCondition.Ok(0))),
                  step(
                      "SELECT 'and'",
                      new StepCondition.And(
                          List.of(new StepCondition.Ok(0), new StepCondition.Autocommit()))),
                  step(
                      "SELECT 'or'",
                      new StepCondition.Or(
                          List.of(new StepCondition.Ok(2), new StepCondition.Failed(2))))));

      assertThat(outcomes.get(0)).isInstanceOf(StepOutcome.Done.class);
      assertThat(outcomes.get(1))
          .isInstanceOfSatisfying(
              StepOutcome.Broken.class,
              broken ->
                  assertThat(broken.error().detail("sqlite_code"))
                      .contains("SQLITE_CONSTRAINT_UNIQUE"));
      assertThat(outcomes.get(2)).isEqualTo(new StepOutcome.Skipped());
      assertThat(outcomes.get(3)).isInstanceOf(StepOutcome.Done.class);
      assertThat(outcomes.get(4)).isEqualTo(new StepOutcome.Skipped());
      assertThat(outcomes.get(5)).isInstanceOf(StepOutcome.Done.class);
      assertThat(outcomes.get(6)).isEqualTo(new StepOutcome.Skipped());
    }
  }

  @Test
  void aDeferredBatchThatOnlyReadsDoesNotWaitForAWriter() {
    TestProject project = project();
    notes(project);

    try (DatabaseSession writer = session(project, WAYNE);
        DatabaseSession session = session(project, WAYNE)) {
      run(writer, "BEGIN IMMEDIATE");
      List<StepOutcome> outcomes =
          session.batch(
              List.of(step("BEGIN DEFERRED"), step("SELECT count(*) FROM note"), step("COMMIT")));

      assertThat(outcomes).allMatch(StepOutcome.Done.class::isInstance);
    }
  }

  @Test
  void aScriptIsKeptWholeOrNotAtAll() {
    TestProject project = project();
    notes(project);

    try (DatabaseSession session = session(project, WAYNE)) {
      session.script("INSERT INTO note (text) VALUES ('a'); INSERT INTO note (text) VALUES ('b');");
      EngineException error =
          refusal(
              () ->
                  session.script(
                      "INSERT INTO note (text) VALUES ('c');\n"
                          + "INSERT INTO note (text) VALUES ('a')"));

      assertThat(error.message()).startsWith("line 2, statement 2: query failed: UNIQUE");
      assertThat(count(session)).isEqualTo(2);
      session.script("BEGIN; INSERT INTO note (text) VALUES ('d'); ROLLBACK;");
      assertThat(count(session)).isEqualTo(2);
    }
  }

  @Test
  void aStatementIsDescribedWithoutRunning() {
    TestProject project = project();
    notes(project);

    try (DatabaseSession session = session(project, WAYNE)) {
      DatabaseDescription insert =
          session.describe("INSERT INTO note (id, text) VALUES (?2, :name) RETURNING text, 1 AS n");
      DatabaseDescription explain = session.describe("EXPLAIN SELECT 1");

      assertThat(insert.parameters())
          .containsExactly(Optional.empty(), Optional.of("?2"), Optional.of(":name"));
      assertThat(insert.columns())
          .containsExactly(
              new DatabaseColumn("text", Optional.of("TEXT")),
              new DatabaseColumn("n", Optional.empty()));
      assertThat(insert.isReadOnly()).isFalse();
      assertThat(insert.isExplain()).isFalse();
      assertThat(explain.isExplain()).isTrue();
      assertThat(explain.isReadOnly()).isTrue();
      assertThat(count(session)).isZero();
    }
  }

  @Test
  void anAnswerBeyondTheRowLimitIsAnErrorAndChangesNothing() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)");
    project
        .admin()
        .workspaces()
        .saveSettings(main, new SaveSettings(Optional.empty(), Optional.of(2), Optional.empty()));
    project.tenants(main, "wayne");
    project.deploy(main);
    String tooMany = "INSERT INTO note (text) VALUES ('a'), ('b'), ('c') RETURNING id";

    try (DatabaseSession session = session(project, WAYNE)) {
      assertRefused(
          ErrorCode.BAD_REQUEST,
          "query failed: more than 2 rows",
          () -> run(session, "VALUES (1), (2), (3)"));
      assertRefused(ErrorCode.BAD_REQUEST, () -> run(session, tooMany));
      run(session, "BEGIN");
      run(session, "INSERT INTO note (text) VALUES ('kept')");
      assertRefused(ErrorCode.BAD_REQUEST, () -> run(session, tooMany));
      run(session, "COMMIT");

      assertThat(count(session)).isEqualTo(1);
    }
  }

  @Test
  void aTenantsSchemaStaysAsItIs() {
    TestProject project = project();
    notes(project);

    try (DatabaseSession session = session(project, WAYNE)) {
      assertRefused(
          ErrorCode.BAD_REQUEST, DDL_REFUSED, () -> run(session, "CREATE TABLE other (id)"));
      assertRefused(ErrorCode.BAD_REQUEST, () -> run(session, "PRAGMA user_version = 9"));
      assertRefused(ErrorCode.BAD_REQUEST, () -> run(session, "ATTACH 'x.db' AS x"));
      assertRefused(ErrorCode.BAD_REQUEST, () -> session.script("SELECT 1; DROP TABLE note"));
      assertRefused(ErrorCode.BAD_REQUEST, () -> session.describe("DROP TABLE note"));
      assertRefused(
          ErrorCode.BAD_REQUEST,
          "one statement per request",
          () -> run(session, "SELECT 1; SELECT 2"));
    }
  }

  @Test
  void aTenantThatTakesNoQueriesSaysWhy() {
    TestProject project = project();
    notes(project);

    try (DatabaseSession session = session(project, WAYNE)) {
      project.admin().tenants().suspend(WAYNE);
      assertRefused(
          ErrorCode.CONFLICT,
          "Tenant 'wayne' is suspended. Use POST /tenants/wayne/resume",
          () -> count(session));
      project.admin().tenants().resume(WAYNE);
      assertThat(count(session)).isZero();
    }
  }

  @Test
  void databasesOfOthersAreNeverReachedByWriters() throws InterruptedException {
    TestProject project = project();
    notes(project);
    List<Thread> threads =
        List.of(WAYNE, GLOBEX).stream()
            .map(
                tenant ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              try (DatabaseSession session = session(project, tenant)) {
                                for (int i = 0; i < 20; i++) {
                                  run(session, "BEGIN IMMEDIATE");
                                  run(
                                      session,
                                      "INSERT INTO note (text) VALUES (?)",
                                      Value.of(tenant + " " + i));
                                  run(session, i % 2 == 0 ? "COMMIT" : "ROLLBACK");
                                }
                              }
                            }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }

    for (TenantId tenant : List.of(WAYNE, GLOBEX)) {
      try (DatabaseSession session = session(project, tenant)) {
        assertThat(
                run(session, "SELECT count(*), sum(text LIKE ?) FROM note", Value.of(tenant + " %"))
                    .rows()
                    .getFirst())
            .containsExactly(Value.of(10), Value.of(10));
      }
    }
  }
}
