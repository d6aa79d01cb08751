package io.tenantry.app.screens.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.navigation.Route;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.DeploymentOptions;
import io.tenantry.contract.deployments.DeploymentStrategy;
import io.tenantry.contract.deployments.Share;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

class DeploymentScreenTest extends ScreenTest {

  @Override
  protected void seed(SeededEngine fresh) {
    fresh.fintech().tenants(120);
    for (String odd : new String[] {"tenant-017", "tenant-044", "tenant-101"}) {
      fresh.run(new TenantId(odd), "INSERT INTO accounts (user_id, name) VALUES (1, 'Main')");
    }
    fresh.change("ALTER TABLE users ADD COLUMN phone TEXT");
    fresh.change("CREATE UNIQUE INDEX accounts_user_name ON accounts (user_id, name)");
  }

  @Test
  void aDeploymentIsPlannedStartedAndItsFailuresAreGrouped() {
    Scene scene = open(Route.DEPLOYMENTS, SeededEngine.FINTECH.value());
    await(
        () ->
            lookup(".dialog-sheet .button.accent").tryQuery().isPresent()
                && !lookup(".dialog-sheet .button.accent").queryButton().isDisabled());
    Screenshots.take("deployments-new", scene);
    run(() -> lookup(".dialog-sheet .button.accent").queryButton().fire());
    await(() -> place().route() == Route.DEPLOYMENT);
    String id = place().subject();
    open(Route.DEPLOYMENT, id);
    awaitNode(".failure-group");
    await(() -> lookup("3 tenants").tryQuery().isPresent()); // the group grows with the failures
    Screenshots.take("deployment", scene);
    open(Route.DEPLOYMENTS, "");
    awaitNode(".data-table");
    Screenshots.take("deployments", scene);
    theFailureIsUndoneAndTheUndoIsShown(id);
  }

  private void theFailureIsUndoneAndTheUndoIsShown(String id) {
    open(Route.DEPLOYMENT, id);
    awaitNode("Undo");
    assertThat(shownButtons()).containsExactly("Undo", "Retry");
    clickOn("Undo");
    Screenshots.take("deployment-undo", awaitNode(".dialog-sheet").getScene());
    run(() -> lookup(".dialog-sheet .button.danger").queryButton().fire());
    await(() -> lookup("Undo and lose data?").tryQuery().isPresent());
    Screenshots.take("deployment-undo-loses", awaitNode(".dialog-sheet").getScene());
    run(() -> lookup(".dialog-sheet .text-field").queryAs(TextField.class).setText(id));
    run(() -> lookup(".dialog-sheet .button.danger").queryButton().fire());
    await(() -> !place().subject().equals(id));
    open(Route.DEPLOYMENT, place().subject());
    awaitNode(".chip.tag");
    await(() -> lookup("Completed").queryAll().stream().anyMatch(Node::isVisible));
    Screenshots.take("deployment-undone", awaitNode(".figures").getScene());
  }

  @Test
  void stagesAreShownAndAPausedDeploymentGoesOn() {
    engine.change("ALTER TABLE users ADD COLUMN nickname TEXT");
    String id = staged();
    Scene scene = open(Route.DEPLOYMENT, id);
    awaitNode("Paused");
    assertThat(shownButtons()).containsExactly("Cancel deployment", "Resume");
    assertThat(lookup(".stage-strip .chip").queryAll()).hasSize(3);
    Screenshots.take("deployment-paused", scene);
    clickOn("Resume");
    await(() -> lookup(".stage-strip .chip:success").queryAll().size() == 2);
    await(() -> lookup("Resume").queryButton().isVisible());
    run(() -> lookup("Cancel deployment").queryButton().fire());
    awaitNode(".dialog-sheet");
    run(() -> lookup(".dialog-sheet .button.danger").queryButton().fire());
    awaitNode("Cancelled");
    Screenshots.take("deployment-cancelled", scene);
  }

  private String staged() {
    DeploymentStrategy stages =
        DeploymentStrategy.stages(Share.tenants(5), Share.percent(50))
            .withMaxFailures(4)
            .withPauses();
    return engine
        .project()
        .deployments()
        .create(
            new CreateDeployment(SeededEngine.FINTECH)
                .with(DeploymentOptions.defaults().withStrategy(stages)))
        .jobId()
        .value();
  }

  private List<String> shownButtons() {
    return fx(
        () ->
            lookup(".page-actions .button").queryAllAs(Button.class).stream()
                .filter(Node::isVisible)
                .map(Button::getText)
                .toList());
  }
}
