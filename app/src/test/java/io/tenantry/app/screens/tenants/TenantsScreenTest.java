package io.tenantry.app.screens.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.navigation.Route;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Test;

class TenantsScreenTest extends ScreenTest {

  @Override
  protected void seed(SeededEngine fresh) {
    fresh.fintech().dedicated("acme", fresh.regions().getFirst().zone()).tenants(60);
    fresh.project().tenants().suspend(new TenantId("tenant-005"));
    fresh.project().tenants().suspend(new TenantId("tenant-011"));
  }

  @Test
  void tenantsAreListedAndOneIsShownInDetail() {
    Scene scene = open(Route.TENANTS, "");
    await(() -> table().getItems().size() == 61);
    clickOn("acme");
    awaitNode(".tenant-panel .code-pane");
    Screenshots.take("tenants", scene);
  }

  @Test
  void namesTypedIntoTheSheetBecomeTenants() {
    Scene scene = open(Route.TENANTS, "");
    clickOn("New tenants");
    TextArea names = (TextArea) awaitNode(".dialog-sheet .text-area");
    run(() -> names.setText("Wayne Enterprises\nStark & Söhne\nDaily Planet\nDaily Planet"));
    await(() -> !lookup(".dialog-sheet .button.accent").queryButton().isDisabled());
    run(
        () ->
            lookup(".dialog-sheet .combo-box")
                .nth(1)
                .queryComboBox()
                .getSelectionModel()
                .select(1));
    Screenshots.take("tenants-create", scene);
    run(() -> lookup(".dialog-sheet .button.accent").queryButton().fire());
    await(() -> lookup(".dialog-sheet").queryAll().isEmpty());
    assertThat(engine.project().tenants().list(TenantFilter.none(), PageRequest.all()).items())
        .extracting(tenant -> tenant.tenantId().value())
        .contains("wayne-enterprises", "stark-sohne", "daily-planet", "daily-planet-2");
    assertThat(engine.project().tenants().get(new TenantId("daily-planet")).databases())
        .allMatch(database -> database.isolationLevel() == 2);
  }

  @Test
  void theQueryBarNamesWhatItDoesNotUnderstand() {
    open(Route.TENANTS, "colour:red");
    awaitNode("Unknown filter 'colour'. Known: state, blueprint, version, level");
    clickOn("Clear filter");
    await(() -> table().getItems().size() >= 61);
  }

  private TableView<?> table() {
    return lookup(".data-table").queryTableView();
  }
}
