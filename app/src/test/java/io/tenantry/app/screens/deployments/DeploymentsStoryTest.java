package io.tenantry.app.screens.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.ErrorGroup;
import io.tenantry.contract.tenants.TenantId;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class DeploymentsStoryTest {
  @TempDir Path folder;

  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final ErrorPresenter errors = new ErrorPresenter(new Notices());
  private SeededEngine engine;

  @BeforeEach
  void open() {
    engine = new SeededEngine(folder.resolve("data")).fintech().tenants(20);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aFailedTenantIsGroupedByItsMessageRepairedAndRetried() throws Exception {
    TenantId odd = new TenantId("tenant-007");
    engine.run(odd, "INSERT INTO accounts (user_id, name) VALUES (1, 'Main')");
    engine.change("CREATE UNIQUE INDEX accounts_user_name ON accounts (user_id, name)");
    DeploymentViewModel model =
        new DeploymentViewModel(engine.project().deployments(), tasks, errors);

    Deployment started = start();
    model.load(started.jobId());
    follow(model);
    assertThat(model.deployment().get())
        .hasValueSatisfying(
            ended -> {
              assertThat(ended.status()).isEqualTo(DeploymentStatus.FAILED);
              assertThat(ended.completedTenants()).isEqualTo(19);
            });
    assertThat(failures(model))
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.reason()).contains("UNIQUE constraint failed");
              assertThat(group.tenants()).containsExactly(odd);
            });
    assertThat(model.states().get())
        .hasValueSatisfying(now -> assertThat(now.letters()).isEqualTo("ddddddfddddddddddddd"));
    assertThat(model.can(DeploymentVerb.RETRY)).isTrue();

    engine.run(odd, "UPDATE accounts SET name = 'Savings' WHERE id = 2");
    model.act(DeploymentVerb.RETRY, started.jobId());
    follow(model);
    assertThat(failures(model)).isEmpty();
    assertThat(model.states().get())
        .hasValueSatisfying(now -> assertThat(now.letters()).isEqualTo("d".repeat(20)));
    assertThat(model.can(DeploymentVerb.RETRY)).isFalse();
  }

  private static List<ErrorGroup> failures(DeploymentViewModel model) {
    return model.deployment().get().orElseThrow().detail().errorGroups();
  }

  private Deployment start() {
    return engine.project().deployments().create(new CreateDeployment(SeededEngine.FINTECH));
  }

  private void follow(DeploymentViewModel model) throws Exception {
    WaitForAsyncUtils.waitFor(
        20,
        TimeUnit.SECONDS,
        () -> {
          tasks.deliverBrought();
          return model.deployment().get().filter(now -> now.status().ended()).isPresent();
        });
  }
}
