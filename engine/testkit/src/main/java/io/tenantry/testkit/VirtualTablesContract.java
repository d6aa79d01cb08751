package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.contract.databases.DatabaseSession;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.SqlFailure;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tenants can and cannot do to virtual tables, and how broken ones are told. */
public abstract class VirtualTablesContract extends SessionSuite {
  private static WorkspaceName searches(TestProject project) {
    WorkspaceName main = notes(project);
    project.design(
        main,
        """
        CREATE VIRTUAL TABLE found USING fts5(body);
        CREATE VIRTUAL TABLE old USING fts4(body);
        CREATE VIRTUAL TABLE box USING rtree(id, low, high);
        CREATE TABLE note_data (id INTEGER PRIMARY KEY);
        """);
    project.deploy(main);
    project.run(WAYNE, main, "INSERT INTO found VALUES ('some words')");
    project.run(WAYNE, main, "INSERT INTO box VALUES (1, 2, 3)");
    return main;
  }

  private static void assertSpared(String table, ThrowingCallable write) {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(write)
        .satisfies(
            refused -> {
              assertThat(refused.code()).isEqualTo(ErrorCode.BAD_REQUEST);
              assertThat(SqlFailure.words(refused)).endsWith(table + " may not be modified");
              assertThat(SqlFailure.of(refused).orElseThrow().table()).contains(table);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          found_data|DELETE FROM found_data
          found_content|INSERT OR REPLACE INTO main.found_content VALUES (1, 'x')
          found_config|UPDATE OR IGNORE "found_config" SET v = 0
          found_idx|WITH a AS (SELECT 1) DELETE FROM [found_idx]
          found_docsize|REPLACE INTO 'found_docsize' VALUES (1, x'00')
          old_segdir|DELETE FROM old_segdir
          old_stat|UPDATE old_stat SET value = NULL
          box_node|UPDATE box_node SET data = x''
          BOX_rowid|DELETE FROM BOX_rowid
          """)
  void whatAVirtualTableKeepsIsWrittenByItAlone(String table, String write) {
    TestProject project = project();
    WorkspaceName main = searches(project);

    assertSpared(table, () -> project.run(WAYNE, main, write));
    try (DatabaseSession session = session(project, WAYNE)) {
      assertSpared(table, () -> run(session, write));
      assertSpared(table, () -> session.script("SELECT 1; " + write));
    }
    assertThat(project.value(WAYNE, main, "SELECT count(*) FROM found WHERE found MATCH 'words'"))
        .isEqualTo(Value.of(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          found_data|DELETE FROM found_data
          found_config|UPDATE found_config SET v = 0
          box_node|UPDATE box_node SET data = x''
          found_content|DROP TABLE found_content
          old_stat|ALTER TABLE old_stat RENAME TO more
          """)
  void workspacesSpareThemToo(String table, String write) {
    TestProject project = project();
    WorkspaceName main = searches(project);

    assertSpared(table, () -> project.design(main, write));
    assertSpared(table, () -> project.design(main, "SELECT 1; " + write));
    assertSpared(
        table,
        () -> project.admin().workspaces().importSchema(main, new ImportSchema.FromSql(write)));
    try (DatabaseSession session = session("main_workspace", projectPassword(project, main))) {
      assertSpared(table, () -> run(session, write));
      assertSpared(table, () -> session.script("BEGIN; " + write));
    }
    project.design(main, "INSERT INTO note_data VALUES (1); DROP TABLE note_data");
  }

  @Test
  void tablesThatAreOnlyCalledLikeThatAreWritten() {
    TestProject project = project();
    WorkspaceName main = searches(project);
    project.run(WAYNE, main, "INSERT INTO note_data VALUES (1)");
    assertThat(project.value(WAYNE, main, "SELECT count(*) FROM note_data, found_content"))
        .isEqualTo(Value.of(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM found WHERE found MATCH 'words'",
        "INSERT INTO found (found) VALUES ('integrity-check')",
        "SELECT * FROM box WHERE low > 1",
        "INSERT INTO box VALUES (2, 3, 4)",
      })
  void aBrokenOneIsAnErrorOfTheRequest(String sql) {
    TestProject project = project();
    WorkspaceName main = searches(project);
    new StrayHand(data())
        .change(
            project,
            "main",
            "wayne",
            "DELETE FROM found_data WHERE id > 1",
            "UPDATE box_node SET data = x'00'");

    assertRefused(ErrorCode.BAD_REQUEST, () -> project.run(WAYNE, main, sql));
    try (DatabaseSession session = session(project, WAYNE)) {
      assertRefused(ErrorCode.BAD_REQUEST, () -> run(session, sql));
    }
    assertThat(project.value(WAYNE, main, "SELECT count(*) FROM note")).isEqualTo(Value.of(0));
  }

  @Test
  void aBrokenOneIsDroppedAndMadeAnewByADeployment() {
    TestProject project = project();
    WorkspaceName main = searches(project);
    new StrayHand(data())
        .change(
            project,
            "main",
            "wayne",
            "UPDATE found_config SET v = 99",
            "UPDATE box_node SET data = x'00'");
    assertRefused(ErrorCode.BAD_REQUEST, () -> project.run(WAYNE, main, "SELECT * FROM found"));
    project.design(
        main,
        """
        DROP TABLE found;
        CREATE VIRTUAL TABLE found USING fts5(body);
        DROP TABLE box;
        DROP TABLE old;
        """);

    Deployment done = project.deploy(main);

    assertThat(done.errors()).isEmpty();
    assertThat(done.status()).isEqualTo(DeploymentStatus.COMPLETED);
    project.run(WAYNE, main, "INSERT INTO found VALUES ('other words')");
    assertThat(project.run(WAYNE, main, "SELECT * FROM found WHERE found MATCH 'words'").rows())
        .containsExactly(List.of(Value.of("other words")));
    assertThat(
            project
                .run(
                    WAYNE,
                    main,
                    "SELECT name FROM sqlite_schema WHERE name LIKE 'box%' OR name LIKE 'old%'")
                .rows())
        .isEmpty();
    project.run(WAYNE, main, "INSERT INTO note_data VALUES (1)");
  }
}
