package io.tenantry.app.screens.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.DeploymentOptions;
import io.tenantry.contract.deployments.DeploymentStrategy;
import io.tenantry.contract.deployments.Share;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
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
    Scene scene = open(ScreenRoute.DEPLOYMENTS, SeededEngine.FINTECH.value());
    await(
        () ->
            lookup(".dialog-sheet .button.accent").tryQuery().isPresent()
                && !lookup(".dialog-sheet .button.accent").queryButton().isDisabled());
    Screenshots.take("deployments-new", scene);
    clickOn("Check first");
    awaitNode("It fails on 3 of 120 tenants");
    Screenshots.take("deployments-checked", scene);
    run(() -> lookup(".dialog-sheet .button.accent").queryButton().fire());
    await(() -> place().route() == ScreenRoute.DEPLOYMENT);
    String id = place().subject();
    open(ScreenRoute.DEPLOYMENT, id);
    awaitNode(".failure-group");
    await(() -> lookup(".failure-group .count").queryLabeled().getText().equals("3"));
    await(() -> lookup(".chip:danger").queryAll().stream().anyMatch(Node::isVisible));
    theBarIsGreenWithALittleRed();
    Screenshots.take("deployment", scene);
    open(ScreenRoute.DEPLOYMENTS, "");
    awaitNode(".data-table");
    Screenshots.take("deployments", scene);
    theFailureIsUndoneAndTheUndoIsShown(id);
  }

  private void theFailureIsUndoneAndTheUndoIsShown(String id) {
    open(ScreenRoute.DEPLOYMENT, id);
    awaitNode("Undo");
    await(() -> pressable().equals(List.of("Undo", "Retry")));
    whatCanBeDoneIsThereInASmallWindow();
    engine.run(new TenantId("tenant-100"), "UPDATE users SET phone = '1'");
    clickOn("Undo");
    awaitNode(".dialog-sheet .typed-name");
    Screenshots.take("deployment-undo-loses", awaitNode(".dialog-sheet").getScene());
    run(() -> lookup(".dialog-sheet .text-field").queryAs(TextField.class).setText("fintech"));
    run(() -> lookup(".dialog-sheet .button.danger").queryButton().fire());
    await(() -> !place().subject().equals(id));
    open(ScreenRoute.DEPLOYMENT, place().subject());
    awaitNode(".chip.tag");
    await(() -> lookup("Completed").queryAll().stream().anyMatch(Node::isVisible));
    Screenshots.take("deployment-undone", awaitNode(".figures").getScene());
  }

  private void whatCanBeDoneIsThereInASmallWindow() {
    run(() -> stage().setWidth(900));
    run(() -> stage().setHeight(600));
    settle();
    assertThat(buttons()).extracting(Button::getText).containsExactly("Undo", "Retry");
    Screenshots.take("deployment-small", awaitNode("Undo").getScene());
    run(() -> stage().setWidth(1440));
    run(() -> stage().setHeight(900));
    settle();
  }

  @Test
  void stagesAreShownAndAPausedDeploymentGoesOn() {
    engine.change("ALTER TABLE users ADD COLUMN nickname TEXT");
    String id = staged();
    open(ScreenRoute.DEPLOYMENT, id);
    awaitNode("Paused");
    Scene scene = open(ScreenRoute.DEPLOYMENT, id); // the first page comes before its window
    awaitNode("Paused");
    itOpensAtItsTop();
    assertThat(pressable()).containsExactly("Cancel", "Resume");
    List<Double> places = places();
    assertThat(lookup(".step").queryAll()).hasSize(3);
    Screenshots.take("deployment-paused", scene);
    clickOn("Resume");
    await(() -> lookup(".step:done").queryAll().size() == 2);
    await(() -> pressable().contains("Resume"));
    clickOn("Cancel");
    awaitNode(".dialog-sheet");
    run(() -> lookup(".dialog-sheet .button.danger").queryButton().fire());
    awaitNode("Cancelled");
    assertThat(places()).as("no button has moved").isEqualTo(places);
    await(() -> lookup("Stage 3 reached").tryQuery().isPresent());
    Screenshots.take("deployment-cancelled", scene);
  }

  private void itOpensAtItsTop() {
    ScrollPane page =
        lookup(".scroll-pane").queryAllAs(ScrollPane.class).stream()
            .filter(pane -> pane.getContent().getStyleClass().contains("deployment"))
            .findFirst()
            .orElseThrow();
    await(page::isFocused);
    assertThat(page.getVvalue()).isZero();
  }

  /** 117 of 120: in proportion, and never one colour. */
  private void theBarIsGreenWithALittleRed() {
    double all = lookup(".deployment .meter").queryAs(Region.class).getWidth();
    double green = lookup(".deployment .meter-part:success").queryAs(Region.class).getWidth();
    double red = lookup(".deployment .meter-part:danger").queryAs(Region.class).getWidth();
    assertThat(green / all).isBetween(0.95, 0.99);
    assertThat(red).isGreaterThanOrEqualTo(3);
    assertThat(lookup(".tile-filter").queryAllAs(ToggleButton.class))
        .extracting(ToggleButton::getText)
        .contains("Failed 3");
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

  private List<String> pressable() {
    return fx(
        () ->
            buttons().stream()
                .filter(button -> !button.isDisabled())
                .map(Button::getText)
                .toList());
  }

  private List<Double> places() {
    return fx(
        () -> buttons().stream().map(b -> b.localToScene(b.getBoundsInLocal()).getMinX()).toList());
  }

  private List<Button> buttons() {
    return lookup(".action-row .button").queryAllAs(Button.class).stream()
        .filter(button -> button.isVisible() && !button.getText().isEmpty())
        .toList();
  }
}
