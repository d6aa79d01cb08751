package io.tenantry.app.screens.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.navigation.Route;
import io.tenantry.contract.tenants.TenantId;
import javafx.scene.Scene;
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
    assertThat(lookup("3 tenants").queryAll()).isNotEmpty();
    Screenshots.take("deployment", scene);
    open(Route.DEPLOYMENTS, "");
    awaitNode(".data-table");
    Screenshots.take("deployments", scene);
  }
}
