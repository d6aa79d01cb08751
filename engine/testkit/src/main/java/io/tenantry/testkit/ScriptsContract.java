package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Secret;
import io.tenantry.contract.databases.DatabaseSession;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.workspaces.Change;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What scripts for workspaces do, by whatever way they come. */
public abstract class ScriptsContract extends SessionSuite {
  @Test
  void aScriptRollsBackTheSameThroughEveryDoor() {
    String script =
        """
        BEGIN;
        CREATE TABLE a (x);
        SAVEPOINT one;
        CREATE TABLE b (x);
        INSERT INTO a VALUES (1);
        ROLLBACK TO "One";
        CREATE TABLE c (x);
        RELEASE SAVEPOINT one;
        END;
        SAVEPOINT two;
        CREATE TABLE d (x);
        RELEASE two;
        BEGIN;
        CREATE TABLE e (x);
        INSERT INTO d VALUES (1);
        ROLLBACK TRANSACTION;
        """;
    String lost = "BEGIN; CREATE TABLE z (x); ROLLBACK TO nowhere; COMMIT";
    TestProject project = project();
    List<String> doors = List.of("query", "imported", "session");
    for (String door : doors) {
      WorkspaceName workspace = project.workspace(door);
      Consumer<String> run = door(project, workspace);

      run.accept(script);

      assertThat(project.changes(workspace))
          .as(door)
          .extracting(Change::object)
          .containsExactly("a", "c", "d");
      assertThat(project.admin().workspaces().diff(workspace).dataStatements()).isEmpty();
      assertRefused(ErrorCode.BAD_REQUEST, () -> run.accept(lost));
      assertRefused(ErrorCode.BAD_REQUEST, () -> run.accept("CREATE TABLE y (x); COMMIT"));
      assertRefused(ErrorCode.BAD_REQUEST, () -> run.accept("BEGIN; BEGIN; SELECT 1; COMMIT"));
    }
  }

  @Test
  void aTextThatBreaksOffInsideATransactionLeavesNothing() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    String half = "BEGIN; CREATE TABLE a (x); INSERT INTO a VALUES (1);";
    assertRefused(ErrorCode.BAD_REQUEST, () -> project.design(main, half));
    assertRefused(ErrorCode.BAD_REQUEST, () -> imported(project, main, half));
    assertRefused(ErrorCode.BAD_REQUEST, () -> project.design(main, "SAVEPOINT a; SELECT 1"));
    assertThat(project.changes(main)).isEmpty();
    project.design(main, "CREATE TABLE a (x)");
  }

  private Consumer<String> door(TestProject project, WorkspaceName workspace) {
    return switch (workspace.value()) {
      case "query" -> sql -> project.design(workspace, sql);
      case "imported" -> sql -> imported(project, workspace, sql);
      default ->
          sql -> {
            Secret password = projectPassword(project, workspace);
            try (DatabaseSession session = session(workspace + "_workspace", password)) {
              session.script(sql);
            }
          };
    };
  }

  private static void imported(TestProject project, WorkspaceName workspace, String sql) {
    project.admin().workspaces().importSchema(workspace, new ImportSchema.FromSql(sql));
  }
}
