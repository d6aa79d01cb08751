package io.tenantry.app.screens.deployments;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.tasks.Watch;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.deployments.UndoDeployment;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * One deployment: its figures, a state per tenant, failures by message, and what can be done with
 * it. Figures follow what the engine tells; the tenants, which are the costly part, are asked for
 * at most once a second while something changes, and once at the end.
 */
public final class DeploymentViewModel {
  private static final int PAGE = 1000;
  private static final String LOAD = "deployment.load";
  private static final Duration REST = Duration.ofSeconds(1);

  private final Deployments deployments;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final ReadOnlyObjectWrapper<ScreenState> state =
      new ReadOnlyObjectWrapper<>(ScreenState.LOADING);
  private final ReadOnlyObjectWrapper<Optional<Deployment>> deployment =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Pace> pace =
      new ReadOnlyObjectWrapper<>(new Pace(0, Optional.empty()));
  private final ObservableList<DeploymentTenant> tenants = FXCollections.observableArrayList();
  private final ObservableList<FailureGroup> failures = FXCollections.observableArrayList();
  private TaskRunner.Handle following = () -> {};
  private TaskRunner.Handle resting = () -> {};
  private boolean shown;
  private boolean busy;
  private boolean stale;

  /** What loading brings. */
  private record Snapshot(Deployment deployment, List<DeploymentTenant> tenants) {}

  public DeploymentViewModel(Deployments deployments, TaskRunner tasks, ErrorPresenter errors) {
    this.deployments = deployments;
    this.tasks = tasks;
    this.errors = errors;
  }

  ReadOnlyObjectProperty<ScreenState> state() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Deployment>> deployment() {
    return deployment.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Pace> pace() {
    return pace.getReadOnlyProperty();
  }

  /** Says whether the deployment, as it is known here, can take that. */
  boolean can(DeploymentVerb verb) {
    return deployment.get().filter(verb::isPossible).isPresent();
  }

  /** One per tenant, in catalog order. */
  ObservableList<DeploymentTenant> tenants() {
    return tenants;
  }

  /** Failures by message, the largest group first. */
  ObservableList<FailureGroup> failures() {
    return failures;
  }

  /** Loads a deployment, and follows it until it ends or the screen is left. */
  void load(DeploymentId id) {
    leave();
    shown = true;
    if (deployment.get().filter(known -> known.jobId().equals(id)).isEmpty()) {
      deployment.set(Optional.empty());
      state.set(ScreenState.LOADING);
    }
    fetch(id, this::follow);
  }

  private void fetch(DeploymentId id, Consumer<Deployment> then) {
    tasks
        .call(LOAD, () -> new Snapshot(deployments.get(id), tenants(id)))
        .onSuccess(
            found -> {
              show(found.tenants());
              show(found.deployment());
              state.set(ScreenState.LOADED);
              then.accept(found.deployment());
            })
        .onFailure(this::fail)
        .latest(this)
        .start();
  }

  private List<DeploymentTenant> tenants(DeploymentId id) {
    List<DeploymentTenant> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<DeploymentTenant> page =
          deployments.tenants(id, Set.of(), new PageRequest(Optional.of(PAGE), cursor));
      all.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor.isPresent());
    return all;
  }

  private void follow(Deployment found) {
    DeploymentId id = found.jobId();
    if (!found.status().ended()) {
      following =
          Watch.start(
              tasks,
              "deployment.watch",
              listener -> deployments.watch(id, listener),
              this::told,
              this::fail);
    } else if (found.status() == DeploymentStatus.CANCELLED) {
      resting = tasks.after(REST, () -> fetch(id, _ -> {})); // those in work end after it
    }
  }

  private void told(Deployment now) {
    if (deployment.get().equals(Optional.of(now))) {
      return;
    }
    show(now);
    if (now.status().ended()) {
      resting.close();
      fetch(now.jobId(), this::follow);
    } else if (busy) {
      stale = true;
    } else {
      loadTenants(now.jobId());
    }
  }

  private void loadTenants(DeploymentId id) {
    busy = true;
    stale = false;
    tasks
        .call(LOAD, () -> tenants(id))
        .onSuccess(this::show)
        .onFailure(this::fail)
        .onDone(() -> resting = tasks.after(REST, () -> rested(id)))
        .latest(this)
        .start();
  }

  private void rested(DeploymentId id) {
    busy = false;
    if (stale) {
      loadTenants(id);
    }
  }

  private void show(Deployment now) {
    pace.set(Pace.of(now, Instant.now()));
    deployment.set(Optional.of(now));
  }

  private void show(List<DeploymentTenant> all) {
    tenants.setAll(all);
    List<FailureGroup> groups =
        FailureGroup.of(
            all.stream()
                .filter(tenant -> tenant.state() == DeploymentTenant.State.FAILED)
                .toList());
    if (!failures.equals(groups)) {
      failures.setAll(groups);
    }
  }

  private void fail(EngineException error) {
    state.set(ScreenState.failed(errors.describe(error)));
  }

  /** Does what it is asked, except undo, and follows what comes of it. */
  void act(DeploymentVerb verb, DeploymentId id) {
    tasks
        .call(verb.key(), () -> run(verb, id))
        .onSuccess(
            _ -> {
              if (shown) {
                load(id);
              }
            })
        .start();
  }

  private Deployment run(DeploymentVerb verb, DeploymentId id) {
    return switch (verb) {
      case PAUSE -> deployments.pause(id);
      case CANCEL -> deployments.cancel(id);
      case RETRY -> deployments.retry(id);
      case RESUME -> deployments.resume(id);
      case UNDO -> throw new IllegalArgumentException("undo has an answer of its own");
    };
  }

  /**
   * Takes a deployment back for all tenants it changed.
   *
   * @param confirmed whether what would be lost may be lost
   * @param then takes the undo that was started, unless the screen was left
   * @param onLosses takes what would be lost, when that was not confirmed; nothing happened then
   */
  void undo(
      DeploymentId id,
      boolean confirmed,
      Consumer<Deployment> then,
      Consumer<List<String>> onLosses) {
    UndoDeployment request =
        confirmed ? UndoDeployment.byPlan().confirmed() : UndoDeployment.byPlan();
    tasks
        .call(DeploymentVerb.UNDO.key(), () -> deployments.undo(id, request))
        .onSuccess(
            undo -> {
              if (shown) {
                then.accept(undo);
              }
            })
        .onFailure(error -> refused(error, onLosses))
        .start();
  }

  private void refused(EngineException error, Consumer<List<String>> onLosses) {
    if (error.details().get("losses") instanceof List<?> losses) {
      onLosses.accept(losses.stream().map(String::valueOf).toList());
    } else {
      errors.show(error);
    }
  }

  /** Stops following, when the screen is left. */
  void leave() {
    following.close();
    resting.close();
    tasks.forget(this);
    shown = false;
    busy = false;
    stale = false;
  }
}
