package io.tenantry.app.screens.workspaces.detail;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.fx.Command;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.page.Screen;
import io.tenantry.app.screens.Stand;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceScreenTest extends FxTest {
  @TempDir static Path folder;

  private SeededEngine engine;
  private Stand stand;
  private Scene scene;

  @BeforeAll
  void open() {
    engine = new SeededEngine(folder.resolve("data")).fintech();
    stand = fx(() -> new Stand(engine.project(), folder.resolve("config")));
    scene = show(stand.root());
  }

  @AfterAll
  void close() {
    engine.close();
  }

  @Test
  void editsAreStagedSeenAsSqlAndAppliedInOneStep() {
    Screen screen = fx(() -> stand.show(Route.WORKSPACE, "fintech"));
    settle();
    clickOn("Add column");
    write("phone").push(KeyCode.ENTER);
    settle();
    run(() -> select(2, 0));
    push(KeyCode.DELETE);
    settle();
    run(() -> named(screen, "Review").run().run());
    settle();
    assertThat(lookup("2 changes staged").tryQuery()).isPresent();
    Screenshots.take("workspace-grid", scene);
    clickOn("Apply 2 changes");
    settle();
    clickOn(".dialog-sheet .danger");
    settle();
    assertThat(columns()).containsExactly("id", "email", "kyc_status", "created_at", "phone");
    assertThat(stand.notices().shown().getFirst().problem().title())
        .isEqualTo("Version 1.2 is recorded");
  }

  @Test
  void sqlSaysWhereItFailedAndWhatItAnswered() {
    Screen screen = fx(() -> stand.show(Route.WORKSPACE, "fintech"));
    run(() -> named(screen, "SQL").run().run());
    settle();
    type("SELECT count(*) AS users FROM users;\n\nCREATE TABL cards (pan TEXT);");
    clickOn("Run all");
    settle();
    assertThat(lookup("Go to line 3").tryQuery()).isPresent();
    Screenshots.take("workspace-sql-error", scene);
    type("SELECT type, name, tbl_name FROM sqlite_schema ORDER BY 1, 2;");
    clickOn("Run all");
    settle();
    assertThat(lookup(".answer-line").tryQuery()).isPresent();
    Screenshots.take("workspace-sql", scene);
    run(() -> named(screen, "Settings").run().run());
    settle();
    Screenshots.take("workspace-settings", scene);
  }

  private void type(String sql) {
    run(() -> lookup(".sql-view .sql-area").queryAs(CodeArea.class).replaceText(sql));
    settle();
  }

  private void select(int row, int column) {
    TableView<?> grid = lookup(".schema-grid").queryTableView();
    select(grid, row, column);
  }

  private static <R> void select(TableView<R> grid, int row, int column) {
    grid.getSelectionModel().clearAndSelect(row, grid.getColumns().get(column));
    grid.requestFocus();
  }

  private static Command named(Screen screen, String title) {
    return screen.commands().stream()
        .filter(command -> command.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private List<String> columns() {
    return engine.project().workspaces().schema(SeededEngine.FINTECH).tables().stream()
        .filter(table -> table.name().equals("users"))
        .flatMap(table -> table.columns().stream())
        .map(WorkspaceSchema.Column::name)
        .toList();
  }
}
