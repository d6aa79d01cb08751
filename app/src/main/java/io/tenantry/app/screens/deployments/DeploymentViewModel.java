package io.tenantry.app.screens.deployments;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.tasks.StateWatch;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentEvent;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentStates;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.deployments.UndoDeployment;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.page.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One deployment: its figures, a state per tenant, and what can be done with it. It follows what
 * the engine tells, shown at most four times a second. UI thread.
 */
public final class DeploymentViewModel {
  private static final Duration REST = Duration.ofMillis(250);
  private static final Duration LAST_TENANTS = Duration.ofSeconds(1);
  private static final int MOST_NAMED = 1000;

  private final Deployments deployments;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final TenantStates states;
  private final TenantAtPlace places;
  private final ReadOnlyObjectWrapper<ScreenState> state =
      new ReadOnlyObjectWrapper<>(ScreenState.LOADING);
  private final ReadOnlyObjectWrapper<Optional<Deployment>> deployment =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private TaskRunner.Handle following = () -> {};
  private TaskRunner.Handle resting = () -> {};
  private Optional<Deployment> told = Optional.empty();
  private final ReadOnlyObjectWrapper<List<DeploymentEvent>> log =
      new ReadOnlyObjectWrapper<>(List.of());
  private boolean isShown;
  private boolean isResting;

  private record Snapshot(Deployment deployment, DeploymentStates states) {}

  public DeploymentViewModel(Deployments deployments, TaskRunner tasks, ErrorPresenter errors) {
    this.deployments = deployments;
    this.tasks = tasks;
    this.errors = errors;
    this.states = new TenantStates(deployments, tasks, this::fail);
    this.places = new TenantAtPlace(deployments, tasks);
  }

  ReadOnlyObjectProperty<ScreenState> state() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Deployment>> deployment() {
    return deployment.getReadOnlyProperty();
  }

  /** How far each tenant is, in catalog order; empty while no deployment is shown. */
  ReadOnlyObjectProperty<Optional<DeploymentStates>> states() {
    return states.states();
  }

  /** What happened to it as a whole, oldest first. */
  ReadOnlyObjectProperty<List<DeploymentEvent>> log() {
    return log.getReadOnlyProperty();
  }

  /** Says whether the deployment, as it is known here, can take that. */
  boolean can(DeploymentVerb verb) {
    return deployment.get().filter(verb::isPossible).isPresent();
  }

  /** Loads a deployment, and follows it until it ends or the screen is left. */
  void load(DeploymentId id) {
    leave();
    isShown = true;
    deployment.set(Optional.empty());
    log.set(List.of());
    state.set(ScreenState.LOADING);
    fetch(id);
  }

  /** Asks again for what is shown. */
  void refresh(DeploymentId id) {
    if (deployment.get().isPresent()) {
      fetch(id);
    } else {
      load(id);
    }
  }

  /** Nothing is told until the answer is here: what was told before it would replace it. */
  private void fetch(DeploymentId id) {
    following.close();
    resting.close();
    told = Optional.empty();
    isResting = false;
    tasks
        .call("deployment.load", () -> new Snapshot(deployments.get(id), deployments.states(id)))
        .onSuccess(
            found -> {
              states.show(found.states());
              show(found.deployment());
              askLog(id); // an undo changes nothing else here
              state.set(ScreenState.LOADED);
              follow(found.deployment());
            })
        .onFailure(this::fail)
        .latest(this)
        .start();
  }

  private void follow(Deployment found) {
    DeploymentId id = found.jobId();
    if (!found.status().ended()) {
      following =
          StateWatch.start(
              tasks,
              "deployment.watch",
              listener -> deployments.watch(id, listener),
              this::told,
              this::fail);
    }
  }

  private void told(Deployment now) {
    if (now.status().ended()) {
      ended(now);
    } else if (isResting) {
      told = Optional.of(now);
    } else if (!deployment.get().equals(Optional.of(now))) {
      show(now);
      states.changed(now.jobId());
      isResting = true;
      resting = tasks.after(REST, this::rested);
    }
  }

  private void rested() {
    isResting = false;
    Optional<Deployment> newest = told;
    told = Optional.empty();
    newest.ifPresent(this::told);
  }

  /** The end is asked for once more: only then have the last tenants been counted. */
  private void ended(Deployment now) {
    fetch(now.jobId());
    if (now.status() == DeploymentStatus.CANCELLED) {
      resting = tasks.after(LAST_TENANTS, () -> fetch(now.jobId()));
    }
  }

  private void show(Deployment now) {
    boolean isNews = deployment.get().filter(before -> !isAlike(before, now)).isPresent();
    places.clear();
    deployment.set(Optional.of(now));
    if (isNews) {
      askLog(now.jobId());
    }
  }

  /** Says whether nothing happened in between but that tenants went on. */
  private static boolean isAlike(Deployment before, Deployment now) {
    return before.status() == now.status()
        && before.detail().workers() == now.detail().workers()
        && before.detail().stage().equals(now.detail().stage());
  }

  /** Without a log, as of an older engine, the page is there all the same. */
  private void askLog(DeploymentId id) {
    tasks
        .call("deployment.log", () -> deployments.log(id))
        .onSuccess(log::set)
        .onFailure(_ -> {})
        .latest(log)
        .start();
  }

  private void fail(EngineException error) {
    state.set(ScreenState.failed(errors.describe(error)));
  }

  /** Finds out which tenant stands at a place, counted from 0 in catalog order. */
  void tenantAt(int place, Consumer<DeploymentTenant> then) {
    deployment.get().ifPresent(found -> places.find(found.jobId(), place, then));
  }

  /** Asks for the tenants that failed for a reason, at most a thousand of all that failed. */
  void failedFor(String reason, Consumer<List<DeploymentTenant>> then) {
    DeploymentId id = deployment.get().map(Deployment::jobId).orElseThrow();
    tasks
        .call(
            "deployment.failed",
            () ->
                deployments
                    .tenants(
                        id, Set.of(DeploymentTenant.State.FAILED), PageRequest.first(MOST_NAMED))
                    .items()
                    .stream()
                    .filter(tenant -> tenant.error().orElse("").equals(reason))
                    .toList())
        .onSuccess(then)
        .latest(this)
        .start();
  }

  /** Does what it is asked, except undo, and follows what comes of it. */
  void act(DeploymentVerb verb, DeploymentId id) {
    tasks
        .call(verb.key(), () -> run(verb, id))
        .onSuccess(
            _ -> {
              if (isShown) {
                fetch(id);
              }
            })
        .start();
  }

  private Deployment run(DeploymentVerb verb, DeploymentId id) {
    return switch (verb) {
      case PAUSE -> deployments.pause(id);
      case RESUME -> deployments.resume(id);
      case CANCEL -> deployments.cancel(id);
      case RETRY -> deployments.retry(id);
      case UNDO -> throw new IllegalArgumentException("an undo has an answer of its own");
    };
  }

  /**
   * Takes a deployment back for all tenants it changed, whatever is lost: that was asked before.
   *
   * @param then takes the undo that was started, unless the screen was left
   */
  void undo(DeploymentId id, Consumer<Deployment> then) {
    tasks
        .call(
            DeploymentVerb.UNDO.key(),
            () -> deployments.undo(id, UndoDeployment.byPlan().confirmed()))
        .onSuccess(
            undo -> {
              if (isShown) {
                then.accept(undo);
              }
            })
        .start();
  }

  /** Stops following and forgets the tenants, when the screen is left. */
  void leave() {
    following.close();
    resting.close();
    tasks.forget(this);
    tasks.forget(log);
    states.clear();
    places.clear();
    told = Optional.empty();
    isResting = false;
    isShown = false;
  }
}
