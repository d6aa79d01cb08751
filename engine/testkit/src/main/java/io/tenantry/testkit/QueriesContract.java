package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Project;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantAnswer;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.SaveSettings;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What queries on tenants must do, and what they must not reach. */
public abstract class QueriesContract extends ContractSuite {
  private static final String DDL_REFUSED =
      "DDL not allowed on tenant databases. Deploy schema through blueprints. See:"
          + " https://docs.tenantsdb.com/getting-started.html#schema-evolution";
  private static final TenantId WAYNE = new TenantId("wayne");
  private static final TenantId GLOBEX = new TenantId("globex");

  @Test
  void writesTellTheirCountAndReadsTheirRows() {
    TestProject project = project();
    WorkspaceName main = bank(project);

    QueryResult written =
        project.run(
            WAYNE, main, "INSERT INTO users (email, name) VALUES ('a@b', 'Ada'), ('c@d', 'Bob')");
    QueryResult read =
        project.run(WAYNE, main, "SELECT id, name, name, NULL AS n FROM users ORDER BY id");
    QueryResult updated = project.run(WAYNE, main, "UPDATE users SET name = 'X' WHERE id > 9");

    assertThat(written.rowsAffected()).contains(2L);
    assertThat(written.lastInsertId()).contains(2L);
    assertThat(written.columns()).isEmpty();
    assertThat(written.rows()).isEmpty();
    assertThat(read.columns()).containsExactly("id", "name", "name", "n");
    assertThat(read.types()).startsWith("INTEGER", "TEXT", "TEXT");
    assertThat(read.rows().getFirst())
        .containsExactly(Value.of(1), Value.of("Ada"), Value.of("Ada"), Value.ofNull());
    assertThat(read.rowCount()).isEqualTo(2);
    assertThat(read.rowsAffected()).isEmpty();
    assertThat(read.lastInsertId()).isEmpty();
    assertThat(read.truncated()).isFalse();
    assertThat(read.durationMs()).isNotNegative();
    assertThat(updated.rowsAffected()).contains(0L);
  }

  @Test
  void everyStorageClassComesBackAsItWentIn() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE v (id INTEGER PRIMARY KEY, i, r REAL, t TEXT, b BLOB)");
    project.tenant("wayne", main);
    List<Value> row =
        List.of(
            Value.of(Long.MIN_VALUE),
            Value.of(-1.5e-300),
            Value.of("ünï\u0001 \ud83d\ude80 \"'\\"),
            Value.of(new byte[] {0, 1, -1, 127, -128}));
    List<Value> edge =
        List.of(
            Value.of(Long.MAX_VALUE),
            Value.of(Double.NEGATIVE_INFINITY),
            Value.of(""),
            Value.of(new byte[0]));

    for (List<Value> values : List.of(row, edge)) {
      project
          .admin()
          .queries()
          .tenant(
              new TenantQuery(
                  WAYNE,
                  main,
                  "INSERT INTO v (i, r, t, b) VALUES (?, ?, ?, ?)",
                  Parameters.of(values)));
    }

    assertThat(project.run(WAYNE, main, "SELECT i, r, t, b FROM v ORDER BY id").rows())
        .containsExactly(row, edge);
  }

  @Test
  void parametersAreGivenByPositionOrByName() {
    TestProject project = project();
    WorkspaceName main = bank(project);

    QueryResult byName =
        project
            .admin()
            .queries()
            .tenant(
                new TenantQuery(
                    WAYNE,
                    main,
                    "SELECT :a, @b, $c, :a",
                    Parameters.named(
                        Map.of("a", Value.of(1), "b", Value.of(2), "c", Value.of(3)))));

    assertThat(byName.rows())
        .containsExactly(List.of(Value.of(1), Value.of(2), Value.of(3), Value.of(1)));
    assertRefused(
        ErrorCode.BAD_REQUEST,
        () ->
            project
                .admin()
                .queries()
                .tenant(new TenantQuery(WAYNE, main, "SELECT ?, ?", Parameters.of(Value.of(1)))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE x (a)",
        "ALTER TABLE users ADD COLUMN x",
        "DROP TABLE users",
        "CREATE INDEX i ON users (name)",
        "/* hidden */ ; DROP TABLE users",
        "EXPLAIN DROP TABLE users",
        "CREATE TEMP TABLE x (a)",
        "drop\tview v"
      })
  void ddlIsRefusedInTheDocumentedWords(String sql) {
    TestProject project = project();
    WorkspaceName main = bank(project);

    assertRefused(ErrorCode.BAD_REQUEST, DDL_REFUSED, () -> project.run(WAYNE, main, sql));
    assertRefused(
        ErrorCode.BAD_REQUEST,
        DDL_REFUSED,
        () -> project.admin().queries().adminAll(new FanOutQuery(main, sql)));
    assertThat(project.value(WAYNE, main, "SELECT count(*) FROM users")).isEqualTo(Value.of(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ATTACH DATABASE '../globex.db' AS other",
        "PRAGMA journal_mode = DELETE",
        "EXPLAIN PRAGMA user_version = 9",
        "VACUUM INTO 'copy.db'",
        "BEGIN",
        "COMMIT",
        "SAVEPOINT s",
        "DETACH main",
        "REINDEX",
        "SELECT load_extension('x')",
        "SELECT * FROM no_such_table",
        "SELECT",
        ";;;"
      })
  void whatIsNoPlainQueryIsRefused(String sql) {
    TestProject project = project();
    WorkspaceName main = bank(project);

    assertRefused(ErrorCode.BAD_REQUEST, () -> project.run(WAYNE, main, sql));
  }

  @Test
  void oneRequestIsOneStatement() {
    TestProject project = project();
    WorkspaceName main = bank(project);

    assertRefused(
        ErrorCode.BAD_REQUEST,
        "one statement per request",
        () ->
            project.run(
                WAYNE, main, "INSERT INTO users (email, name) VALUES ('a@b', 'A'); SELECT 1"));
    assertThat(project.run(WAYNE, main, "SELECT ';' -- ; \n ; ").rowCount()).isEqualTo(1);
    assertThat(project.value(WAYNE, main, "SELECT count(*) FROM users")).isEqualTo(Value.of(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO users (email, name) VALUES ('a@b', 'A')",
        "UPDATE users SET name = 'x'",
        "DELETE FROM users",
        "REPLACE INTO users (id, email, name) VALUES (1, 'a@b', 'A')",
        "WITH x AS (SELECT 1) INSERT INTO users (email, name) SELECT 'a@b', 'A' FROM x"
      })
  void aReadKeyCannotWrite(String sql) {
    TestProject project = project();
    WorkspaceName main = bank(project);
    Project reader = project.as(Role.READ, ScopeType.PROJECT);

    EngineException refused =
        refusal(() -> reader.queries().tenant(new TenantQuery(WAYNE, main, sql)));

    assertThat(refused.code()).as(refused.message()).isEqualTo(ErrorCode.PERMISSION_DENIED);
    assertThat(refused.message()).startsWith("query failed: ");
    assertThat(
            reader
                .queries()
                .tenant(new TenantQuery(WAYNE, main, "SELECT count(*) FROM users"))
                .rows())
        .containsExactly(List.of(Value.of(0)));
  }

  @Test
  void aConstraintIsNamedAndNothingIsWritten() {
    TestProject project = project();
    WorkspaceName main = bank(project);
    project.run(WAYNE, main, "INSERT INTO users (email, name) VALUES ('a@b', 'Ada')");

    EngineException unique =
        refusal(
            () ->
                project.run(
                    WAYNE,
                    main,
                    "INSERT INTO users (email, name) VALUES ('x@y', 'X'), ('A@B', 'Eve')"));
    EngineException foreign =
        refusal(
            () -> project.run(WAYNE, main, "INSERT INTO accounts (user_id, name) VALUES (9, 'A')"));

    assertThat(unique.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(unique.message()).contains("UNIQUE constraint failed: users.email");
    assertThat(foreign.message()).contains("FOREIGN KEY constraint failed");
    assertThat(project.value(WAYNE, main, "SELECT count(*) FROM users")).isEqualTo(Value.of(1));
  }

  @Test
  void anErrorOfTheTextTellsItsPlace() {
    TestProject project = project();
    WorkspaceName main = bank(project);
    String sql = "-- who?\nSELECT nmae FROM users";

    EngineException refused = refusal(() -> project.run(WAYNE, main, sql));

    assertThat(refused.detail("offset")).contains(String.valueOf(sql.indexOf("nmae")));
  }

  @Test
  void anotherTenantIsOutOfReach() {
    TestProject project = project();
    WorkspaceName main = bank(project);
    Project scoped = project.as(Role.WRITE, ScopeType.TENANT, "globex");
    TestProject foreign = project();
    foreign.workspaceFrom("main", "fintech");

    assertRefused(
        ErrorCode.SCOPE_DENIED,
        "credential scoped to tenants [globex], attempted \"wayne\"",
        () -> scoped.queries().tenant(new TenantQuery(WAYNE, main, "SELECT 1")));
    assertThat(scoped.queries().tenant(new TenantQuery(GLOBEX, main, "SELECT 1")).rowCount())
        .isEqualTo(1);
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Tenant not found: wayne",
        () -> foreign.admin().queries().tenant(new TenantQuery(WAYNE, main, "SELECT 1")));
  }

  @Test
  void rowsBeyondTheLimitAreCut() {
    TestProject project = project();
    WorkspaceName main = bank(project);
    project
        .admin()
        .workspaces()
        .saveSettings(main, new SaveSettings(Optional.of(300), Optional.of(3), Optional.empty()));
    project.deploy(main);

    QueryResult cut = project.run(WAYNE, main, "VALUES (1), (2), (3), (4)");
    QueryResult whole = project.run(WAYNE, main, "VALUES (1), (2), (3)");
    EngineException late =
        refusal(
            () ->
                project.run(
                    WAYNE,
                    main,
                    "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
                        + " SELECT count(*) FROM c"));

    assertThat(cut.truncated()).isTrue();
    assertThat(cut.rowCount()).isEqualTo(3);
    assertThat(whole.truncated()).isFalse();
    assertThat(late.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(late.message()).startsWith("query failed: timeout after ");
  }

  private static void addUsers(TestProject project, WorkspaceName blueprint, TenantId tenant) {
    for (Parameters user : SampleData.users(tenant.hashCode(), 3)) {
      project
          .admin()
          .queries()
          .tenant(new TenantQuery(tenant, blueprint, SampleData.INSERT_USER, user));
    }
  }

  @Test
  void aFanOutAnswersForEveryTenantInOrder() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    List<TenantId> tenants = project.tenants(main, "c", "a", "b", "d");
    tenants.forEach(tenant -> addUsers(project, main, tenant));
    project.admin().tenants().suspend(new TenantId("b"));
    project.admin().tenants().delete(new TenantId("d"), false);

    List<TenantAnswer> answers =
        project.admin().queries().adminAll(new FanOutQuery(main, "SELECT count(*) FROM users"));

    assertThat(answers)
        .extracting(answer -> answer.tenant().value())
        .containsExactly("c", "a", "b");
    assertThat(answers.getFirst().result().orElseThrow().rows())
        .containsExactly(List.of(Value.of(3)));
    assertThat(answers.getLast().result()).isEmpty();
    assertThat(answers.getLast().failure().orElseThrow().exception().reason())
        .contains(FailureReason.SUSPENDED);
    assertThat(
            project
                .admin()
                .queries()
                .adminAll(
                    new FanOutQuery(
                        main,
                        "SELECT name FROM users WHERE id = ?",
                        Parameters.of(Value.of(2)),
                        List.of(new TenantId("a")))))
        .singleElement()
        .satisfies(
            answer ->
                assertThat(answer.result().orElseThrow().rows())
                    .containsExactly(
                        List.of(
                            SampleData.users(new TenantId("a").hashCode(), 3)
                                .get(1)
                                .positional()
                                .get(2))));
  }

  @Test
  void aFanOutNeedsATargetThatExists() {
    TestProject project = project();
    WorkspaceName main = bank(project);
    WorkspaceName plane = project.workspace("plane", WorkspaceMode.CONTROL);

    assertRefused(
        ErrorCode.NOT_FOUND,
        "Blueprint not found: ghost",
        () ->
            project
                .admin()
                .queries()
                .adminAll(new FanOutQuery(new WorkspaceName("ghost"), "SELECT 1")));
    assertRefused(
        ErrorCode.BAD_REQUEST,
        () -> project.admin().queries().adminAll(new FanOutQuery(plane, "SELECT 1")));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Tenant not found: nobody",
        () ->
            project
                .admin()
                .queries()
                .adminAll(
                    new FanOutQuery(
                        main, "SELECT 1", Parameters.none(), List.of(new TenantId("nobody")))));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Tenant not found: nobody",
        () ->
            project
                .admin()
                .queries()
                .admin(new TenantQuery(new TenantId("nobody"), main, "SELECT 1")));
  }

  private static WorkspaceName bank(TestProject project) {
    WorkspaceName main = project.workspaceFrom("main", "fintech");
    project.tenants(main, "wayne", "globex");
    return main;
  }
}
