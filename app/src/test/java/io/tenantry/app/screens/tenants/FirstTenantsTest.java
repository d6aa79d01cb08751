package io.tenantry.app.screens.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The list of a project without tenants, and the way from a blueprint to its first ones. */
class FirstTenantsTest extends ScreenTest {
  private static final WorkspaceName SHOP = new WorkspaceName("shop");

  @Override
  protected void seed(SeededEngine fresh) {
    fresh.fintech();
    fresh
        .project()
        .workspaces()
        .create(new CreateWorkspace(SHOP, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    fresh.project().workspaces().importSchema(SHOP, new ImportSchema.FromTemplate("ecommerce"));
  }

  @Test
  void whoWantsTenantsOfABlueprintGetsTheSheetWithThatOneChosen() {
    open(ScreenRoute.TENANTS, PlaceSubjects.newTenants("shop"));
    ComboBox<?> blueprint = (ComboBox<?>) awaitNode(".dialog-sheet .combo-box");
    await(() -> blueprint.getItems().size() == 2);
    assertThat(fx(blueprint::getValue)).isEqualTo(SHOP);
    push(KeyCode.ESCAPE);
    await(() -> lookup(".dialog-sheet").queryAll().isEmpty());
  }

  @Test
  void whoMadeTenantsFromAWorkspaceGoesOnInTheirList() {
    engine
        .project()
        .tenants()
        .create(
            new CreateTenant(
                new TenantId("other"),
                List.of(TenantDatabaseRequest.shared(SeededEngine.FINTECH))));
    open(ScreenRoute.TENANTS, PlaceSubjects.newTenants("shop"));
    ComboBox<?> blueprint = (ComboBox<?>) awaitNode(".dialog-sheet .combo-box");
    await(() -> blueprint.getItems().size() == 2);
    run(() -> lookup(".dialog-sheet .text-area").queryAs(TextArea.class).setText("Acme"));
    run(() -> lookup(".dialog-sheet .button.accent").queryButton().fire());
    await(() -> lookup(".dialog-sheet").queryAll().isEmpty());
    Node table = awaitNode(".data-table");
    await(() -> table.getScene().getFocusOwner() == table);
    run(() -> engine.project().tenants().delete(new TenantId("acme"), true));
    run(() -> engine.project().tenants().delete(new TenantId("other"), true));
  }

  @Test
  void aFilterOverNothingSaysSoAndHasNoBar() {
    open(ScreenRoute.TENANTS, "blueprint:shop");
    awaitNode("No tenants · none suspended");
    assertThat(lookup(".selection-bar").queryAllAs(Node.class)).noneMatch(Node::isVisible);
  }
}
