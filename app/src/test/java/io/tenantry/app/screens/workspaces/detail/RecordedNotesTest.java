package io.tenantry.app.screens.workspaces.detail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.recorded.RecordedRow;
import io.tenantry.app.screens.Stand;
import io.tenantry.contract.workspaces.DataStatement;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said below the SQL of a workspace of the version that it made. */
class RecordedNotesTest extends FxTest {
  private SeededEngine engine;
  private Stand stand;
  private Scene scene;

  @BeforeEach
  void open(@TempDir Path folder) {
    engine = new SeededEngine(folder.resolve("data")).fintech();
    stand = fx(() -> new Stand(engine.project(), folder.resolve("config")));
    scene = show(stand.root());
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void whatAVersionDoesToTenantsIsToldAndDecidedBelowTheSql() {
    ran(
        """
        CREATE TABLE plans (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
        INSERT INTO plans VALUES (1, 'free');
        ALTER TABLE users ADD COLUMN plan INTEGER;
        UPDATE users SET plan = 1;
        CREATE UNIQUE INDEX one_name ON users (name);
        """);
    assertThat(noted())
        .startsWith("1 data statement goes to tenants · 1 stays in the workspace · ")
        .endsWith(" warnings");
    assertThat(lookup("See changes").queryLabeled().getText()).isEqualTo("See changes");
    Screenshots.everyLook("workspace-sql-notes", scene);

    run(() -> notes().getSelectionModel().select(staying()));
    run(() -> notes().requestFocus());
    push(KeyCode.SPACE);

    await(() -> noted().contains("2 data statements go to tenants"));
    await(() -> lookup("Version 1.3").tryQuery().isPresent());
    assertThat(fx(() -> notes().isFocused())).isTrue();
    assertThat(engine.project().workspaces().diff(SeededEngine.FINTECH).dataStatements())
        .extracting(DataStatement::carried)
        .containsExactly(true, true);
  }

  @Test
  void rowsThatAChangeNeedsAreNotLeftBehindUnasked() {
    ran(
        """
        CREATE TABLE anew (id INTEGER PRIMARY KEY, email TEXT);
        INSERT INTO anew SELECT id, email FROM users;
        DROP TABLE users;
        ALTER TABLE anew RENAME TO users;
        """);
    clickOn("Tenants run it");
    await(() -> lookup(".dialog-sheet .typed-name").tryQuery().isPresent());
    assertThat(noted()).contains("1 data statement goes to tenants");
    clickOn(".dialog-sheet .typed-name").write("fintech");
    clickOn("Leave them behind");
    await(() -> noted().contains("1 data statement stays in the workspace"));
  }

  private String noted() {
    return fx(() -> lookup(".answer-recorded .callout-words .text-body").queryLabeled().getText());
  }

  private ListView<RecordedRow> notes() {
    return lookup(".recorded-list").queryListView();
  }

  private RecordedRow staying() {
    return notes().getItems().stream()
        .filter(
            note ->
                note instanceof RecordedRow.Rows(DataStatement statement) && !statement.carried())
        .findFirst()
        .orElseThrow();
  }

  /** Runs a script in the workspace. */
  private void ran(String sql) {
    run(() -> stand.show(ScreenRoute.WORKSPACE, "fintech"));
    settle();
    clickOn("SQL");
    run(() -> lookup(".sql-view .sql-area").queryAs(CodeArea.class).replaceText(sql));
    settle();
    clickOn("Run all");
    settle();
  }
}
