package io.tenantry.app.screens.deployments;

import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.page.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which tenant stands at a place of a deployment: asked for when somebody points there, with its
 * neighbours, so that names of a hundred thousand need no memory. UI thread.
 */
final class TenantAtPlace {
  private static final Duration POINTING_PAUSE = Duration.ofMillis(60);
  private static final int BEFORE = 50;
  private static final int PAGE = 200;

  private final Deployments deployments;
  private final TaskRunner tasks;
  private TaskRunner.Handle pointing = () -> {};
  private List<DeploymentTenant> known = List.of();
  private int first;

  TenantAtPlace(Deployments deployments, TaskRunner tasks) {
    this.deployments = deployments;
    this.tasks = tasks;
  }

  /** Finds a tenant; a newer wish drops one that was not answered yet. */
  void find(DeploymentId id, int place, Consumer<DeploymentTenant> then) {
    pointing.close();
    tasks.forget(this);
    if (isKnown(place)) {
      then.accept(known.get(place - first));
    } else {
      pointing = tasks.after(POINTING_PAUSE, () -> ask(id, place, then));
    }
  }

  private void ask(DeploymentId id, int place, Consumer<DeploymentTenant> then) {
    int from = Math.max(0, place - BEFORE);
    tasks
        .call(
            "deployment.place",
            () -> deployments.tenants(id, Set.of(), PageRequest.at(from, PAGE)).items())
        .onSuccess(
            page -> {
              first = from;
              known = page;
              if (isKnown(place)) {
                then.accept(known.get(place - first));
              }
            })
        .onFailure(_ -> {}) // the page itself says when the engine is away
        .latest(this)
        .start();
  }

  private boolean isKnown(int place) {
    return place >= first && place < first + known.size();
  }

  /** Forgets what is known: states have changed, or the screen is left. */
  void clear() {
    pointing.close();
    tasks.forget(this);
    known = List.of();
  }
}
