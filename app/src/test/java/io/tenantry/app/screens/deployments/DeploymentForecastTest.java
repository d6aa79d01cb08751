package io.tenantry.app.screens.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentOptions;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

class DeploymentForecastTest extends ScreenTest {

  @Override
  protected void seed(SeededEngine fresh) {
    fresh.fintech().tenants(12);
    fresh.change("ALTER TABLE users DROP COLUMN kyc_status");
    fresh.change("CREATE INDEX users_name ON users (name)");
    fresh.change("ALTER TABLE users ADD COLUMN seen TEXT NOT NULL DEFAULT (datetime('now'))");
  }

  @Test
  void whatIsLostAndWhatChangesDoIsOnThePage() {
    DeploymentId tried = ended(DeploymentOptions.defaults().asDryRun());
    Scene scene = open(ScreenRoute.DEPLOYMENT, tried.value());
    awaitNode(".deployment-forecast .callout");
    assertThat(words()).contains("What tenants would lose");
    assertThat(words())
        .contains("Writes all rows of users anew")
        .anyMatch(line -> line.startsWith("Drops column users.kyc_status"));
    Screenshots.everyLook("deployment-would-lose", scene);

    DeploymentId done = ended(DeploymentOptions.defaults());
    open(ScreenRoute.DEPLOYMENT, done.value());
    await(() -> words().contains("What tenants lose"));
    assertThat(words()).anyMatch(line -> line.contains("in 12 tenants"));
    Screenshots.everyLook("deployment-loses", scene);
  }

  @Test
  void whatWasTriedIsNotFearedAnyMore() {
    engine.change("CREATE UNIQUE INDEX users_email_name ON users (email, name)");
    Scene scene = open(ScreenRoute.DEPLOYMENTS, SeededEngine.FINTECH.value());
    await(() -> warnings().count() == 1);
    run(() -> lookup("Check first").queryButton().fire());
    awaitNode("It passes on all 12 tenants");
    assertThat(fx(() -> warnings().toList())).isEmpty();
    Screenshots.everyLook("deployment-checked-passes", scene);
  }

  private Stream<String> warnings() {
    return lookup(".dialog-sheet .callout .text-heading").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .filter(title -> title.endsWith("about tenants with rows"));
  }

  private DeploymentId ended(DeploymentOptions options) {
    DeploymentId id =
        engine
            .project()
            .deployments()
            .create(new CreateDeployment(SeededEngine.FINTECH).with(options))
            .jobId();
    await(() -> engine.project().deployments().get(id).status().ended());
    return id;
  }

  private List<String> words() {
    return fx(
        () ->
            lookup(".deployment-forecast .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
  }
}
