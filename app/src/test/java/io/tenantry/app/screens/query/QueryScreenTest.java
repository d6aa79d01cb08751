package io.tenantry.app.screens.query;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.controls.sql.SqlEditor;
import io.tenantry.app.navigation.Route;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

class QueryScreenTest extends ScreenTest {

  @Override
  protected void seed(SeededEngine fresh) {
    fresh.fintech().tenants(40);
  }

  @Test
  void allTenantsAnswerInOneTableThatFoldsEqualAnswers() {
    Scene scene = open(Route.QUERY, "all/fintech");
    runSql(
        "SELECT u.name, a.name AS account, a.balance\n"
            + "FROM accounts AS a\n"
            + "JOIN users AS u ON u.id = a.user_id");
    awaitNode("40 rows from 40 tenants");
    Screenshots.take("query-all", scene);
    run(() -> ((ToggleButton) awaitToggle()).setSelected(true));
    awaitNode("tenant-001, tenant-002, tenant-003, tenant-004, tenant-005, tenant-006 and 34 more");
    Screenshots.take("query-folded", scene);
  }

  @Test
  void aFailureIsExplainedUnderTheEditor() {
    Scene scene = open(Route.QUERY, "tenant-003/fintech");
    runSql("SELECT * FROM nowhere");
    awaitNode(".query-failure");
    Screenshots.take("query-failed", scene);
  }

  private Object awaitToggle() {
    return lookup("Fold equal answers").query();
  }

  private void runSql(String sql) {
    SqlEditor editor = (SqlEditor) awaitNode(".sql-editor");
    run(() -> editor.load(sql));
    Button run = (Button) awaitNode(".query-tab .button.accent");
    await(() -> !run.isDisabled());
    run(run::fire);
  }
}
