package io.tenantry.app.screens.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.controls.tables.DataTable;
import io.tenantry.app.fx.Command;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
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
    Scene scene = open(ScreenRoute.TENANTS, "");
    await(() -> table().getItems().size() == 61);
    clickOn("acme");
    awaitNode(".tenant-panel .code-pane");
    Screenshots.take("tenants", scene);
  }

  @Test
  void namesTypedIntoTheSheetBecomeTenants() {
    Scene scene = open(ScreenRoute.TENANTS, "");
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
    open(ScreenRoute.TENANTS, "colour:red");
    awaitNode("Unknown filter 'colour'. Known: state, is, blueprint, version, level.");
    clickOn("Clear filter");
    await(() -> table().getItems().size() >= 61);
  }

  @Test
  void sizesAreMeasuredAndOtherColumnsComeWhenTheyAreChosen() {
    engine
        .project()
        .queries()
        .tenant(new TenantQuery(new TenantId("acme"), new WorkspaceName("fintech"), "SELECT 1"));
    Scene scene = open(ScreenRoute.TENANTS, "");
    await(() -> table().getItems().size() >= 61);
    await(() -> cells("Size").stream().anyMatch(text -> text.endsWith("kB")));
    assertThat(column("Rows").isVisible()).isFalse();
    Screenshots.take("tenants-sampled", scene);

    run(() -> choose("Rows", true));
    run(() -> choose("Errors, 24 h", true));
    run(() -> choose("Level", false));
    run(() -> choose("Created", false));
    await(() -> column("Rows").isVisible());
    await(() -> cells("Rows").stream().anyMatch(text -> !"–".equals(text)));
    await(() -> cells("Errors, 24 h").contains("–"));
    Screenshots.take("tenants-columns", scene);
    run(() -> ((DataTable<?>) table()).columnLayout().reset());
  }

  @Test
  void aFilterIsSavedAsASegmentAndShownByIt() {
    Scene scene = open(ScreenRoute.TENANTS, "");
    run(() -> filter().setText("state:suspended"));
    await(() -> table().getItems().size() == 2);
    clickOn(awaitNode(".filter-bar .segment-save"));
    TextField name = (TextField) awaitNode(".dialog-sheet .text-field");
    run(() -> name.setText("On hold"));
    Screenshots.take("tenants-segment-save", scene);
    run(() -> lookup(".dialog-sheet .button.accent").queryButton().fire());
    ToggleButton chip = (ToggleButton) awaitNode(".segment-chip");
    await(
        () ->
            chip.isSelected()
                && chip.getGraphic() instanceof Label count
                && "2".equals(count.getText()));
    Screenshots.take("tenants-segments", scene);

    run(() -> chip.fire());
    await(() -> table().getItems().size() >= 61 && filter().getText().isEmpty());
    assertThat(shown().commands()).extracting(Command::title).contains("Show segment On hold");
  }

  private void choose(String column, boolean wanted) {
    ((DataTable<?>) table())
        .columnLayout().menu().stream()
            .filter(item -> column.equals(item.getText()))
            .map(CheckMenuItem.class::cast)
            .forEach(
                item -> {
                  item.setSelected(wanted);
                  item.fire();
                });
  }

  private TableColumn<?, ?> column(String title) {
    return table().getColumns().stream()
        .filter(each -> title.equals(each.getText()))
        .findFirst()
        .orElseThrow();
  }

  private List<String> cells(String column) {
    return fx(
        () ->
            table().lookupAll(".table-cell").stream()
                .filter(
                    node ->
                        node instanceof TableCell<?, ?> cell
                            && !cell.isEmpty()
                            && cell.getTableColumn() == column(column))
                .map(node -> String.valueOf(((TableCell<?, ?>) node).getText()))
                .toList());
  }

  private TextField filter() {
    return (TextField) lookup(".filter-field").query();
  }

  private TableView<?> table() {
    return lookup(".data-table").queryTableView();
  }
}
