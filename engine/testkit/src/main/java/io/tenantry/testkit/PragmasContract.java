package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.databases.BatchStep;
import io.tenantry.contract.databases.DatabaseSession;
import io.tenantry.contract.databases.StepOutcome;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.workspaces.DataStatement;
import io.tenantry.contract.workspaces.ImportSchema.FromSql;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PRAGMAs and tables of the connection, through every door of workspaces and tenants. */
public abstract class PragmasContract extends SessionSuite {
  private static final List<String> REBUILD =
      List.of(
          "CREATE TABLE note_new (id INTEGER PRIMARY KEY, text TEXT NOT NULL)",
          "INSERT INTO note_new SELECT id, text FROM note",
          "DROP TABLE note",
          "ALTER TABLE note_new RENAME TO note");

  private WorkspaceName parts(TestProject project) {
    WorkspaceName main = notes(project);
    project.design(
        main,
        """
        CREATE TABLE part (id INTEGER PRIMARY KEY, note INTEGER NOT NULL REFERENCES note (id)
          ON DELETE CASCADE);
        INSERT INTO note (id, text) VALUES (1, 'a');
        INSERT INTO part VALUES (5, 1);
        """);
    project.deploy(main);
    project.run(WAYNE, main, "INSERT INTO note (id, text) VALUES (1, 'b')");
    project.run(WAYNE, main, "INSERT INTO part VALUES (6, 1)");
    return main;
  }

  private DatabaseSession workspace(TestProject project, WorkspaceName main) {
    return session("main_workspace", projectPassword(project, main));
  }

  /** One version came, and its rows are in the tenant and in the workspace. */
  private static void assertRebuilt(TestProject project, WorkspaceName main) {
    assertThat(project.changes(main)).extracting("kind").containsExactly("rebuild_table");
    assertThat(inWorkspace(project, main, "SELECT count(*) FROM part JOIN note ON note.id = note"))
        .isEqualTo(Value.of(1));
    assertThat(project.deploy(main).status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(project.value(WAYNE, main, "SELECT text FROM note JOIN part ON note.id = note"))
        .isEqualTo(Value.of("b"));
  }

  private static Value inWorkspace(TestProject project, WorkspaceName main, String sql) {
    return project.design(main, sql).result().rows().getFirst().getFirst();
  }

  @Test
  void aScriptWithForeignKeysOffKeepsChildren() {
    TestProject project = project();
    WorkspaceName main = parts(project);
    project.design(
        main,
        "PRAGMA defer_foreign_keys=ON; PRAGMA foreign_keys=OFF; "
            + String.join(";", REBUILD)
            + "; PRAGMA foreign_keys=ON; PRAGMA defer_foreign_keys=OFF");
    assertRebuilt(project, main);
    assertThat(inWorkspace(project, main, "PRAGMA foreign_keys")).isEqualTo(Value.of(1));
    assertRefused(
        ErrorCode.BAD_REQUEST, () -> project.design(main, "INSERT INTO part VALUES (7, 99)"));
  }

  @Test
  void aSequenceWithForeignKeysOffKeepsChildren() {
    TestProject project = project();
    WorkspaceName main = parts(project);
    try (DatabaseSession session = workspace(project, main)) {
      session.script(
          "PRAGMA foreign_keys=0; " + String.join(";", REBUILD) + "; PRAGMA foreign_keys=1");
    }
    assertRebuilt(project, main);
  }

  @Test
  void aBatchWithForeignKeysOffAroundATransactionKeepsChildren() {
    TestProject project = project();
    WorkspaceName main = parts(project);
    List<BatchStep> steps =
        Stream.of(
                Stream.of("PRAGMA foreign_keys=off", "BEGIN"),
                REBUILD.stream(),
                Stream.of("COMMIT", "PRAGMA foreign_keys=on"))
            .flatMap(each -> each)
            .map(sql -> step(sql))
            .toList();
    try (DatabaseSession session = workspace(project, main)) {
      assertThat(session.batch(steps)).allMatch(outcome -> outcome instanceof StepOutcome.Done);
      assertThat(run(session, "PRAGMA foreign_keys").rows()).containsExactly(List.of(Value.of(1)));
    }
    assertRebuilt(project, main);
  }

  @Test
  void aTransactionHasWhatWasSetBeforeIt() {
    TestProject project = project();
    WorkspaceName main = parts(project);
    try (DatabaseSession session = workspace(project, main)) {
      run(session, "PRAGMA foreign_keys = OFF");
      assertThat(run(session, "PRAGMA foreign_keys").rows()).containsExactly(List.of(Value.of(0)));
      run(session, "BEGIN");
      REBUILD.forEach(sql -> run(session, sql));
      run(session, "PRAGMA foreign_keys = ON");
      assertThat(run(session, "PRAGMA foreign_keys").rows()).containsExactly(List.of(Value.of(0)));
      run(session, "COMMIT");
      assertThat(run(session, "PRAGMA foreign_keys").rows()).containsExactly(List.of(Value.of(0)));
      run(session, "INSERT INTO part VALUES (8, 99)");
      run(session, "DELETE FROM part WHERE id = 8");
    }
    assertRebuilt(project, main);
    try (DatabaseSession other = workspace(project, main)) {
      assertRefused(ErrorCode.BAD_REQUEST, () -> run(other, "INSERT INTO part VALUES (9, 99)"));
      run(other, "BEGIN");
      run(other, "PRAGMA defer_foreign_keys = ON");
      run(other, "INSERT INTO part VALUES (9, 99)");
      run(other, "INSERT INTO note VALUES (99, 'c')");
      run(other, "COMMIT");
    }
  }

  @Test
  void whatAScriptChangesOutsideOfItsPragmasIsChecked() {
    TestProject project = project();
    WorkspaceName main = parts(project);
    assertRefused(
        ErrorCode.BAD_REQUEST,
        () ->
            project.design(
                main,
                "PRAGMA foreign_keys=OFF; CREATE TABLE other (id); PRAGMA foreign_keys=ON;"
                    + " DELETE FROM note"));
    assertThat(inWorkspace(project, main, "SELECT count(*) FROM note")).isEqualTo(Value.of(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PRAGMA foreign_keys = ON",
        "PRAGMA busy_timeout = 5000",
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = NORMAL",
        "PRAGMA cache_size = -2000",
        "PRAGMA temp_store = MEMORY",
        "PRAGMA optimize",
        "PRAGMA recursive_triggers(1)",
        "PRAGMA legacy_alter_table = OFF",
        "PRAGMA case_sensitive_like(0)"
      })
  void whatIsSoAnywayIsAcceptedEverywhere(String pragma) {
    TestProject project = project();
    WorkspaceName main = notes(project);
    project.design(main, pragma);
    project.run(WAYNE, main, pragma);
    try (DatabaseSession workspace = workspace(project, main);
        DatabaseSession tenant = session(project, WAYNE)) {
      assertThat(run(tenant, pragma).rows()).isEqualTo(run(workspace, pragma).rows());
      workspace.script(pragma);
      tenant.script(pragma);
      assertThat(workspace.batch(List.of(step(pragma))).getFirst())
          .isInstanceOf(StepOutcome.Done.class);
    }
    assertThat(project.admin().workspaces().get(main).version().orElseThrow().minor()).isOne();
  }

  /** Without it the script would end otherwise than its author saw it end. */
  @ParameterizedTest
  @ValueSource(strings = {"PRAGMA legacy_alter_table = ON", "PRAGMA main.case_sensitive_like(1)"})
  void whatGivesAScriptAnotherMeaningIsPassedOverNowhere(String pragma) {
    TestProject project = project();
    WorkspaceName main = notes(project);
    String script = pragma + "; ALTER TABLE note RENAME TO old";
    assertRefused(ErrorCode.BAD_REQUEST, () -> project.design(main, script));
    assertRefused(
        ErrorCode.BAD_REQUEST,
        () -> project.admin().workspaces().importSchema(main, new FromSql(script)));
    try (DatabaseSession workspace = workspace(project, main)) {
      assertRefused(ErrorCode.BAD_REQUEST, () -> workspace.script(script));
    }
    assertThat(project.admin().workspaces().get(main).version().orElseThrow().minor()).isOne();
  }

  @Test
  void pragmasAnswerAsSqliteDoes() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    try (DatabaseSession tenant = session(project, WAYNE)) {
      assertThat(run(tenant, "PRAGMA busy_timeout = 7000").rows())
          .containsExactly(List.of(Value.of(7000)));
      assertThat(run(tenant, "PRAGMA journal_mode = WAL").rows())
          .containsExactly(List.of(Value.of("wal")));
      assertThat(run(tenant, "PRAGMA synchronous = FULL").columns()).isEmpty();
      assertThat(run(tenant, "PRAGMA foreign_keys").rows()).containsExactly(List.of(Value.of(1)));
      assertThat(run(tenant, "PRAGMA table_info(note)").rows()).hasSize(4);
      assertRefused(ErrorCode.BAD_REQUEST, () -> run(tenant, "PRAGMA foreign_keys = OFF"));
      assertRefused(ErrorCode.BAD_REQUEST, () -> run(tenant, "PRAGMA journal_mode = DELETE"));
    }
    assertThat(project.run(WAYNE, main, "PRAGMA index_list('note')").rowCount()).isOne();
  }

  @Test
  void rowsGoOverATableOfTheConnection() {
    TestProject project = project();
    WorkspaceName main = notes(project);
    project.run(WAYNE, main, "INSERT INTO note (id, text) VALUES (1, 'b')");
    List<DataStatement> told =
        project
            .design(
                main,
                """
                CREATE TEMP TABLE kept AS SELECT id, text FROM note;
                CREATE TEMPORARY TABLE scratch (n);
                INSERT INTO scratch VALUES (1);
                DROP TABLE note;
                CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
                INSERT INTO note SELECT id, text FROM kept;
                """)
            .dataStatements();
    assertThat(told).extracting(DataStatement::carried).containsExactly(false, true);
    assertThat(project.changes(main)).extracting("kind").containsExactly("rebuild_table");
    assertThat(project.changes(main).getFirst().statement()).doesNotContain("scratch");
    assertThat(inWorkspace(project, main, "SELECT count(*) FROM sqlite_temp_schema"))
        .isEqualTo(Value.of(0));
    assertThat(project.deploy(main).status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(project.value(WAYNE, main, "SELECT text FROM note")).isEqualTo(Value.of("b"));
    assertRefused(ErrorCode.BAD_REQUEST, () -> project.design(main, "CREATE TEMP TABLE alone (a)"));
    project.tenant("later", main);
  }
}
