package io.tenantry.app.screens.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.contract.backups.CoverageFilter;
import io.tenantry.contract.backups.StartBackups;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.drills.StartDrill;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The list of long work on a real engine. */
class JobsScreenTest extends ScreenTest {
  private Deployment deployment;

  @Override
  protected void seed(SeededEngine fresh) {
    fresh.fintech();
  }

  private boolean isSettled() {
    return engine.project().deployments().list().stream().allMatch(each -> each.status().ended())
        && engine.project().backupFleet().runs().stream()
            .allMatch(run -> run.completedAt().isPresent())
        && engine.project().drills().list().stream()
            .allMatch(drill -> drill.completedAt().isPresent());
  }

  private Deployment deploy() {
    return engine.project().deployments().create(new CreateDeployment(SeededEngine.FINTECH));
  }

  @Test
  void workIsListedFromItsBeginningToItsOutcome() {
    Scene scene = open(ScreenRoute.JOBS, "");
    awaitNode("Nothing has run yet");
    Screenshots.everyLook("jobs-empty", scene);
    run(((ButtonBase) awaitNode("Open deployments"))::fire);
    assertThat(place()).isEqualTo(Place.of(ScreenRoute.DEPLOYMENTS));

    engine.tenants(12);
    engine.run(
        new TenantId("tenant-005"),
        "INSERT INTO accounts (user_id, name, balance) VALUES (1, 'Main', 1)");
    engine.change("CREATE UNIQUE INDEX accounts_names ON accounts (user_id, name)");
    deploy();
    engine.project().backupFleet().start(StartBackups.matching(CoverageFilter.none(), List.of()));
    await(this::isSettled);
    engine.project().drills().start(StartDrill.ofSample(5));
    await(this::isSettled);
    engine.change("ALTER TABLE users ADD COLUMN phone TEXT");
    try (var held = engine.hold(new TenantId("tenant-002"))) {
      deployment = deploy();
      open(ScreenRoute.JOBS, "");
      awaitNode("Running");
      awaitNode("Failed");
      awaitNode("12 of 12 · 1 failed");
      Screenshots.everyLook("jobs", scene);
    }
    await(this::isSettled);
    open(ScreenRoute.JOBS, "1.3");
    awaitNode("fintech to 1.3");
    run(() -> lookup(".data-table").queryTableView().requestFocus());
    push(KeyCode.HOME);
    push(KeyCode.ENTER);
    await(() -> place().equals(new Place(ScreenRoute.DEPLOYMENT, deployment.jobId().value())));
  }
}
