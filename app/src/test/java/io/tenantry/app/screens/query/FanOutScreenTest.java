package io.tenantry.app.screens.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.controls.grid.ResultGrid;
import io.tenantry.app.controls.sql.SqlEditor;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A query to tenants of which some answer at once, some fail, and some take for ever. */
class FanOutScreenTest extends ScreenTest {
  private static final String SLOW_FOR_SOME =
      """
      SELECT u.email,
             u.name,
             (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE u.name = 'Slow')
              SELECT max(i) FROM n) AS longest
      FROM users AS u\
      """;

  @Override
  protected void seed(SeededEngine fresh) {
    fresh.fintech().tenants(30);
    for (String slow : List.of("tenant-007", "tenant-011", "tenant-023")) {
      fresh.run(new TenantId(slow), "UPDATE users SET name = 'Slow'");
    }
    for (String away : List.of("tenant-005", "tenant-019")) {
      fresh.project().tenants().suspend(new TenantId(away));
    }
  }

  @Test
  void rowsAreThereWhileOthersWaitAndStayAfterTheStop() {
    Scene scene = open(ScreenRoute.QUERY, "all/fintech");
    start(SLOW_FOR_SOME);
    awaitBar("25 answered · 2 failed · 3 waiting");
    assertThat(rows()).isEqualTo(27);
    QueryPictures.keep("partial", scene);

    run(editor()::requestFocus);
    push(KeyCode.ESCAPE);

    awaitBar("Stopped after");
    assertThat(bar()).endsWith("25 answered · 2 failed · 3 not reached");
    assertThat(rows()).isEqualTo(27);
    QueryPictures.keep("partial-stopped", scene);
    run(() -> QueryPictures.resize(scene, 900, 600));
    settle();
    assertThat(fx(() -> summary().isTextTruncated())).isFalse();
    run(() -> QueryPictures.resize(scene, 1440, 900));
  }

  @Test
  void aTenantThatDoesNotAnswerHasNoValuesAndItsReasonIsSaidInOurWords() {
    Scene scene = open(ScreenRoute.QUERY, "all/fintech");
    start("SELECT NULL AS nil, name FROM users");
    awaitBar("28 rows from 30 tenants, 2 failed");
    run(() -> ((TextField) lookup(".result-line .text-field").query()).setText("suspended"));
    await(() -> rows() == 2);
    QueryPictures.keep("suspended", scene);

    List<String> cells =
        lookup(".result-grid .table-row-cell .table-cell").queryAllAs(TableCell.class).stream()
            .map(TableCell::getText)
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .toList();
    assertThat(cells)
        .contains("Suspended. Resume it in Tenants first.", "–")
        .doesNotContain("NULL")
        .noneMatch(text -> text.contains("POST"));
  }

  @Test
  void aWriteToManyAsksWithTheirNumberAndNames() {
    open(ScreenRoute.QUERY, "all/fintech");
    start("UPDATE users SET kyc_status = 'verified' WHERE id = 1");

    awaitNode("Write to 30 tenants?");
    awaitNode("tenant-004");
    awaitNode("and 26 more");
    push(KeyCode.ESCAPE);
    await(() -> lookup("Write to 30 tenants?").queryAll().isEmpty());
    assertThat(bar()).isEmpty();
  }

  @Test
  void whatNamesNoRowsAsksForOneTenantToo() {
    open(ScreenRoute.QUERY, "tenant-001/fintech");
    start("DELETE FROM accounts");

    awaitNode("Change tenant-001?");
    push(KeyCode.ESCAPE);
    await(() -> lookup("Change tenant-001?").queryAll().isEmpty());
    assertThat(bar()).isEmpty();
  }

  @Test
  void rowsOfTheRunBeforeDoNotStandForOneThatTakesLong() {
    open(ScreenRoute.QUERY, "tenant-007/fintech");
    start("SELECT 1 AS one");
    awaitBar("1 row");
    assertThat(rows()).isEqualTo(1);

    start(SLOW_FOR_SOME);

    await(() -> lookup(".result-grid").queryAll().isEmpty());
    assertThat(bar()).startsWith("Running");
    run(editor()::requestFocus);
    push(KeyCode.ESCAPE);
    awaitBar("Stopped");
  }

  private void start(String sql) {
    load(sql);
    Button run = (Button) awaitNode(".query-tab .button.accent");
    await(() -> !run.isDisabled());
    run(run::fire);
  }

  private void awaitBar(String part) {
    await(() -> summary().getText().contains(part));
  }

  private String bar() {
    return fx(() -> summary().getText());
  }

  private Label summary() {
    return lookup(".result-line > .text-body").queryAs(Label.class);
  }

  private int rows() {
    return fx(() -> lookup(".result-grid").queryAs(ResultGrid.class).shownRows());
  }

  private void load(String sql) {
    SqlEditor editor = editor();
    run(() -> editor.load(sql));
  }

  private SqlEditor editor() {
    return (SqlEditor) awaitNode(".sql-editor");
  }
}
