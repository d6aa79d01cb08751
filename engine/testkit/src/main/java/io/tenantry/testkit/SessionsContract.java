package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Project;
import io.tenantry.contract.Secret;
import io.tenantry.contract.apikeys.CreateApiKey;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.databases.BatchStep;
import io.tenantry.contract.databases.DatabaseColumn;
import io.tenantry.contract.databases.DatabaseDescription;
import io.tenantry.contract.databases.DatabaseLogin;
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
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What sessions on databases must do: statements, transactions, passwords and records of DDL. */
public abstract class SessionsContract extends ContractSuite {
  private static final TenantId WAYNE = new TenantId("wayne");
  private static final TenantId GLOBEX = new TenantId("globex");
  private static final String DDL_REFUSED =
      "DDL not allowed on tenant databases. Deploy schema through blueprints. See:"
          + " https://docs.tenantsdb.com/getting-started.html#schema-evolution";

  private static WorkspaceName notes(TestProject project) {
    WorkspaceName main = project.workspace("main");
    project.design(
        main, "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT UNIQUE, size REAL, data BLOB)");
    project.tenants(main, "wayne", "globex");
    return main;
  }

  private static Secret password(TestProject project, TenantId tenant) {
    return project
        .admin()
        .tenants()
        .get(tenant)
        .databases()
        .getFirst()
        .connection()
        .orElseThrow()
        .authToken()
        .orElseThrow();
  }

  private DatabaseSession session(TestProject project, TenantId tenant) {
    return session("main__" + tenant, password(project, tenant));
  }

  private DatabaseSession session(String database, Secret password) {
    return fixture().engine().database(new DatabaseLogin(database, password));
  }

  private static Secret keyPassword(
      TestProject project, Role role, ScopeType scope, String... values) {
    return project
        .admin()
        .apiKeys()
        .create(new CreateApiKey(role.code() + scope.code(), role, scope, List.of(values)))
        .proxyPassword();
  }

  private static Secret projectPassword(TestProject project, WorkspaceName workspace) {
    return project.admin().workspaces().get(workspace).connection().password().orElseThrow();
  }

  private static DatabaseResult run(DatabaseSession session, String sql, Value... values) {
    return session.run(new DatabaseStatement(sql, Parameters.of(values)));
  }

  private static long count(DatabaseSession session) {
    return ((Value.Integer) run(session, "SELECT count(*) FROM note").rows().getFirst().getFirst())
        .value();
  }

  private static BatchStep step(String sql) {
    return new BatchStep(new DatabaseStatement(sql));
  }

  private static BatchStep step(String sql, StepCondition condition) {
    return new BatchStep(new DatabaseStatement(sql), Optional.of(condition));
  }

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
  void aTenantsPasswordOpensItsDatabasesOnly() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    Secret wayne = password(project, WAYNE);

    assertRefused(ErrorCode.SCOPE_DENIED, () -> session("main__globex", wayne));
    assertRefused(ErrorCode.SCOPE_DENIED, () -> session("main_workspace", wayne));
    assertRefused(
        ErrorCode.NOT_FOUND, "Blueprint not found: other", () -> session("other__wayne", wayne));
    assertRefused(
        ErrorCode.NOT_FOUND, "Database not found: nothing", () -> session("nothing", wayne));
    assertRefused(
        ErrorCode.UNAUTHORIZED,
        "Invalid database password",
        () -> session("main__wayne", new Secret("tdb_0123456789abcdef")));
    EngineException key = refusal(() -> session("main__wayne", project.key()));
    assertThat(key.code()).isEqualTo(ErrorCode.UNAUTHORIZED);
    assertThat(key.message()).contains("proxy_password").doesNotContain(project.key().value());
    assertThat(main.value()).isEqualTo("main");
  }

  @Test
  void aKeysPasswordReachesWhatItsScopeNames() {
    TestProject project = project();
    notes(project);
    WorkspaceName other = project.workspace("other");
    Secret workspace = keyPassword(project, Role.ADMIN, ScopeType.WORKSPACE, "main");
    Secret tenant = keyPassword(project, Role.WRITE, ScopeType.TENANT, "wayne");
    Secret whole = keyPassword(project, Role.ADMIN, ScopeType.PROJECT);

    session("main__wayne", workspace).close();
    session("main__globex", workspace).close();
    session("main_workspace", workspace).close();
    assertRefused(ErrorCode.SCOPE_DENIED, () -> session("other_workspace", workspace));
    session("main__wayne", tenant).close();
    assertRefused(ErrorCode.SCOPE_DENIED, () -> session("main__globex", tenant));
    assertRefused(ErrorCode.SCOPE_DENIED, () -> session("main_workspace", tenant));
    session("main_workspace", whole).close();
    session("main_workspace", projectPassword(project, other)).close();
    assertRefused(ErrorCode.SCOPE_DENIED, () -> session("main__wayne", whole));
    assertRefused(
        ErrorCode.SCOPE_DENIED, () -> session("main__wayne", projectPassword(project, other)));
  }

  @Test
  void theSameNameInTwoProjectsIsDecidedByThePassword() {
    TestProject one = project();
    TestProject two = project();
    notes(one);
    notes(two);

    try (DatabaseSession first = session(one, WAYNE);
        DatabaseSession second = session(two, WAYNE)) {
      run(first, "INSERT INTO note (text) VALUES ('a')");

      assertThat(count(first)).isEqualTo(1);
      assertThat(count(second)).isZero();
    }
  }

  @Test
  void roleReadIsStoppedByTheDatabaseItself() {
    TestProject project = project();
    notes(project);
    Secret read = keyPassword(project, Role.READ, ScopeType.WORKSPACE, "main");

    try (DatabaseSession tenant = session("main__wayne", read);
        DatabaseSession workspace = session("main_workspace", read)) {
      assertThat(count(tenant)).isZero();
      assertRefused(
          ErrorCode.PERMISSION_DENIED,
          "query failed: attempt to write a readonly database",
          () -> run(tenant, "INSERT INTO note (text) VALUES ('a')"));
      run(tenant, "BEGIN IMMEDIATE");
      assertRefused(ErrorCode.PERMISSION_DENIED, () -> run(tenant, "DELETE FROM note"));
      run(tenant, "ROLLBACK");
      assertRefused(ErrorCode.PERMISSION_DENIED, () -> run(workspace, "CREATE TABLE x (id)"));
    }
  }

  @Test
  void aRevokedKeyEndsItsSessions() {
    TestProject project = project();
    notes(project);
    Secret password = keyPassword(project, Role.WRITE, ScopeType.TENANT, "wayne");

    try (DatabaseSession session = session("main__wayne", password)) {
      assertThat(count(session)).isZero();
      project.admin().apiKeys().delete(project.admin().apiKeys().list().getLast().id());
      assertRefused(ErrorCode.UNAUTHORIZED, () -> count(session));
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
  void aDatabaseHasNoMoreSessionsThanItsLimit() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    Secret password = projectPassword(project, main);
    project
        .admin()
        .workspaces()
        .saveSettings(main, new SaveSettings(Optional.empty(), Optional.empty(), Optional.of(1)));

    try (DatabaseSession only = session("main_workspace", password)) {
      assertRefused(
          ErrorCode.RATE_LIMITED,
          "too many connections to this database: max 1",
          () -> session("main_workspace", password));
      assertThat(only.isOpen()).isTrue();
    }
    session("main_workspace", password).close();
  }

  @Test
  void schemaChangesOfAWorkspaceMakeOneVersionEach() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");

    try (DatabaseSession session =
        session("main_workspace", keyPassword(project, Role.ADMIN, ScopeType.PROJECT))) {
      run(session, "CREATE TABLE a (id INTEGER PRIMARY KEY)");
      assertThat(version(project, main)).isEqualTo("1.1");
      session.script("CREATE TABLE b (id); CREATE INDEX b_id ON b (id); INSERT INTO b VALUES (1);");
      assertThat(version(project, main)).isEqualTo("1.2");
      session.batch(
          List.of(step("CREATE TABLE c (id)"), step("NONSENSE"), step("CREATE TABLE d (id)")));
      assertThat(version(project, main)).isEqualTo("1.3");
      run(session, "BEGIN");
      run(session, "CREATE TABLE e (id)");
      run(session, "SAVEPOINT s");
      run(session, "CREATE TABLE f (id)");
      run(session, "ROLLBACK TO s");
      assertThat(version(project, main)).isEqualTo("1.3");
      run(session, "COMMIT");
      assertThat(version(project, main)).isEqualTo("1.4");
      run(session, "BEGIN");
      run(session, "CREATE TABLE g (id)");
      run(session, "ROLLBACK");
      run(session, "INSERT INTO a DEFAULT VALUES");
      assertThat(version(project, main)).isEqualTo("1.4");
    }
    assertThat(project.changes(main).stream().map(change -> change.object()))
        .containsExactly("a", "b", "b_id", "c", "d", "e");
  }

  private static String version(TestProject project, WorkspaceName workspace) {
    return project.admin().workspaces().get(workspace).version().orElseThrow().toString();
  }

  @Test
  void aControlWorkspaceIsChangedWithoutVersions() {
    TestProject project = project();
    WorkspaceName control = project.workspace("ctl", WorkspaceMode.CONTROL);

    try (DatabaseSession session =
        session("ctl_workspace", keyPassword(project, Role.ADMIN, ScopeType.PROJECT))) {
      run(session, "CREATE TABLE a (id INTEGER PRIMARY KEY)");
      run(session, "INSERT INTO a DEFAULT VALUES");

      assertThat(run(session, "SELECT id FROM a").rows()).containsExactly(List.of(Value.of(1)));
    }
    assertThat(project.admin().workspaces().get(control).version()).isEmpty();
  }

  @Test
  void roleWriteChangesRowsOfAWorkspaceButNotItsSchema() {
    TestProject project = project();
    notes(project);

    try (DatabaseSession session =
        session("main_workspace", keyPassword(project, Role.WRITE, ScopeType.WORKSPACE, "main"))) {
      run(session, "INSERT INTO note (text) VALUES ('a')");
      assertRefused(ErrorCode.ROLE_REQUIRED, () -> run(session, "CREATE TABLE x (id)"));

      assertThat(count(session)).isEqualTo(1);
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

  @Test
  void passwordsAreShownOnlyToThoseWhoMayDoAsMuch() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    Project reader = project.as(Role.READ, ScopeType.PROJECT);
    Project writer = project.as(Role.WRITE, ScopeType.PROJECT);
    Project partial = project.as(Role.ADMIN, ScopeType.WORKSPACE, "main");

    assertThat(shown(reader)).isEmpty();
    assertThat(shown(writer)).contains(password(project, WAYNE));
    assertThat(shown(partial)).contains(password(project, WAYNE));
    for (Project other : List.of(reader, writer, partial)) {
      assertThat(other.workspaces().get(main).connection().password()).isEmpty();
    }
    assertThat(project.admin().workspaces().get(main).connection().password()).isPresent();
  }

  private static Optional<Secret> shown(Project project) {
    return project
        .tenants()
        .get(WAYNE)
        .databases()
        .getFirst()
        .connection()
        .orElseThrow()
        .authToken();
  }
}
