package io.tenantry.app.screens.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.controls.PageTabs;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class LogsScreenTest extends ScreenTest {
  private static final String PATTERN = "SELECT * FROM accounts WHERE balance > ?";

  @Override
  protected void seed(SeededEngine fresh) {
    fresh.fintech().tenants(24);
    for (int i = 0; i < 160; i++) {
      TenantId tenant = new TenantId("tenant-%03d".formatted(1 + i % 24));
      fresh.run(tenant, "SELECT * FROM accounts WHERE balance > " + i);
      if (i % 12 == 5) {
        fail(fresh, tenant, "SELECT ghost FROM accounts WHERE id = " + i);
      }
    }
    fresh.run(
        new TenantId("tenant-007"),
        "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 2000000)"
            + " SELECT count(*) FROM c");
    fresh.change("ALTER TABLE users ADD COLUMN phone TEXT");
    fresh.project().deployments().create(new CreateDeployment(SeededEngine.FINTECH));
  }

  private static void fail(SeededEngine fresh, TenantId tenant, String sql) {
    try {
      fresh.run(tenant, sql);
    } catch (EngineException expected) {
      return;
    }
    throw new AssertionError("did not fail: " + sql);
  }

  @Test
  void everyTabIsSoundInEveryLook() {
    Scene scene = openAll();
    clickOn("tenant-007");
    Screenshots.everyLook("logs-queries", scene);
    for (int tab = 1; tab < 4; tab++) {
      int place = tab;
      run(() -> tabs().show(place));
      await(this::isIdle);
      settle();
      Screenshots.everyLook("logs-tab-" + tab, scene);
    }
    run(() -> tabs().show(0));
  }

  @Test
  void aPatternHasItsPage() {
    Scene scene = open(ScreenRoute.PATTERN, PATTERN);
    awaitNode(".stat-tile");
    await(this::isIdle);
    await(() -> lookup("SCAN accounts").tryQuery().isPresent());
    Screenshots.everyLook("logs-pattern", scene);
    clickOn("Open in query");
    await(() -> place().route() == ScreenRoute.QUERY);
    assertThat(place().subject()).contains("/fintech\nSELECT * FROM accounts WHERE balance > ");
  }

  @Test
  void choicesAndTheFilterAreOne() {
    openAll();
    clickOn(inLog("Errors"));
    await(() -> filter().equals("type:error"));
    awaitNode("Failed");
    open(ScreenRoute.LOGS, "type:slow tenant:tenant-007");
    awaitNode("tenant-007");
    assertThat(filter()).isEqualTo("type:slow tenant:tenant-007");
    clickOn("tenant-007");
    awaitNode(".entry-panel");
    clickOn("Open tenant");
    await(() -> place().route() == ScreenRoute.TENANT);
    assertThat(place().subject()).isEqualTo("tenant-007");
  }

  @Test
  void whatIsLiveShowsAndPauses() {
    openAll();
    run(() -> live().setSelected(true));
    await(() -> lookup("No queries yet").tryQuery().isPresent());
    engine.run(new TenantId("tenant-003"), "SELECT 'hello'");
    awaitNode("SELECT 'hello'");
    awaitNode("1 came");
    clickOn("Pause");
    engine.run(new TenantId("tenant-003"), "SELECT 'unseen'");
    awaitNode("1 came while paused");
    assertThat(lookup("SELECT 'unseen'").tryQuery()).isEmpty();
    clickOn("Go on");
    awaitNode("SELECT 'unseen'");
    run(() -> live().setSelected(false));
    awaitNode("tenant-003");
  }

  @Test
  void aPatternOpensFromTheList() {
    open(ScreenRoute.LOGS, "");
    run(() -> tabs().show(1));
    awaitNode(PATTERN);
    clickOn(PATTERN);
    push(KeyCode.ENTER);
    await(() -> place().route() == ScreenRoute.PATTERN);
    assertThat(place().subject()).isEqualTo(PATTERN);
  }

  /** Opens the log without the filter of last time. */
  private Scene openAll() {
    Scene scene = open(ScreenRoute.LOGS, "");
    run(() -> tabs().show(0));
    run(() -> ((TextInputControl) inLog(".filter-field")).clear());
    awaitNode("tenant-007");
    return scene;
  }

  private String filter() {
    return fx(() -> ((TextInputControl) inLog(".filter-field")).getText());
  }

  /** The other tabs have fields and words of the same names. */
  private Node inLog(String query) {
    return from(tabs().getTabs().getFirst().getContent()).lookup(query).query();
  }

  private PageTabs tabs() {
    return lookup(".tab-pane").queryAs(PageTabs.class);
  }

  private ToggleButton live() {
    return lookup(".live-switch").queryAs(ToggleButton.class);
  }
}
