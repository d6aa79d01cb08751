package io.tenantry.app.screens.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.contract.tenants.ChangeIsolation;
import io.tenantry.contract.tenants.TenantDatabase;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done to many tenants from their list: backups, deployments, moves. */
class ManyTenantsTest extends ScreenTest {
  private static final TenantId FIRST = new TenantId("tenant-001");
  private static final TenantId SECOND = new TenantId("tenant-002");

  private Scene scene;

  @Override
  protected void seed(SeededEngine fresh) {
    fresh.fintech().tenants(4);
    fresh.change("ALTER TABLE users ADD COLUMN phone TEXT");
  }

  @BeforeEach
  void openAll() {
    scene = open(ScreenRoute.TENANTS, "");
    filter("");
    await(() -> lookup(".data-table").queryTableView().getItems().size() == 4 && isIdle());
  }

  @Test
  void chosenOnesGetANewVersionAndTheOthersKeepTheirs() {
    choose("tenant-002", 1);

    press("Deploy…");
    awaitNode("The one chosen");
    Screenshots.everyLook("tenants-deploy", scene);
    assertThat(lookup("The one chosen").queryAs(RadioButton.class).isSelected()).isTrue();
    press("Deploy");

    await(() -> place().route() == ScreenRoute.DEPLOYMENT);
    await(() -> database(SECOND).version().minor() == 2);
    assertThat(database(FIRST).version().minor()).isEqualTo(1);
  }

  @Test
  void chosenOnesAreBackedUpInOneRun() {
    choose("tenant-00", 4);
    press("Back up");
    press("Back up 4 tenants");

    await(() -> place().route() == ScreenRoute.BACKUPS);
    await(() -> engine.project().backupFleet().totals().covered() == 4);
    assertThat(engine.project().backupFleet().runs()).hasSize(1);
  }

  @Test
  void chosenOnesAreMovedAndOneThatIsThereAlreadyIsNamed() {
    String zone = engine.regions().getLast().zone();
    engine
        .project()
        .tenants()
        .changeIsolation(FIRST, ChangeIsolation.toRegion(SeededEngine.FINTECH, zone));
    await(() -> isReadyIn(FIRST, zone));
    openAll();

    choose("tenant-00", 4);
    press("Move…");
    awaitNode("Move to another host");
    Screenshots.everyLook("tenants-move", scene);
    press("Move");
    press("Move 4 tenants");

    awaitNode("It is there already");
    Screenshots.everyLook("tenants-outcome", scene);
    assertThat(texts()).contains("Skipped", "Done");
    press("Close");
    for (TenantId tenant : List.of(FIRST, SECOND, new TenantId("tenant-004"))) {
      assertThat(isReadyIn(tenant, zone)).isTrue();
    }
  }

  private void choose(String filter, int rows) {
    filter(filter);
    await(() -> lookup(".data-table").queryTableView().getItems().size() == rows && isIdle());
    run(() -> lookup(".data-table").queryTableView().requestFocus());
    push(KeyCode.CONTROL, KeyCode.A);
    settle();
  }

  private void filter(String words) {
    TextField field = (TextField) awaitNode(".filter-field");
    run(() -> field.setText(words));
  }

  private void press(String text) {
    Node button = awaitNode(text);
    run(() -> ((ButtonBase) button).fire());
  }

  private List<String> texts() {
    return fx(
        () ->
            lookup(".dialog-sheet .table-cell").queryAllAs(Labeled.class).stream()
                .map(cell -> String.valueOf(cell.getText()))
                .toList());
  }

  private TenantDatabase database(TenantId tenant) {
    return engine.project().tenants().get(tenant).databases().getFirst();
  }

  private boolean isReadyIn(TenantId tenant, String zone) {
    return engine.project().tenants().get(tenant).status() == TenantStatus.READY
        && database(tenant).region().filter(zone::equals).isPresent();
  }
}
