package io.tenantry.app.screens.deployments;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.Deployments;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The list of deployments; follows running ones while the screen is shown. */
public final class DeploymentsViewModel {
  private static final Duration RUNNING_PERIOD = Duration.ofMillis(500);

  private final Deployments deployments;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final ReadOnlyObjectWrapper<ScreenState> state =
      new ReadOnlyObjectWrapper<>(ScreenState.LOADING);
  private final ObservableList<Deployment> rows = FXCollections.observableArrayList();
  private TaskRunner.Handle following = () -> {};

  public DeploymentsViewModel(Deployments deployments, TaskRunner tasks, ErrorPresenter errors) {
    this.deployments = deployments;
    this.tasks = tasks;
    this.errors = errors;
  }

  ReadOnlyObjectProperty<ScreenState> state() {
    return state.getReadOnlyProperty();
  }

  /** Newest first. */
  ObservableList<Deployment> rows() {
    return rows;
  }

  /** Loads the list, and again as long as one of them is running. */
  void load() {
    following.close();
    tasks
        .call("deployments.list", deployments::list)
        .onSuccess(this::show)
        .onFailure(error -> state.set(ScreenState.failed(errors.describe(error))))
        .latest(this)
        .start();
  }

  private void show(List<Deployment> found) {
    if (!rows.equals(found)) {
      rows.setAll(found);
    }
    state.set(ScreenState.ofCount(found.size()));
    if (found.stream().anyMatch(DeploymentsViewModel::moves)) {
      following = tasks.after(RUNNING_PERIOD, this::load);
    }
  }

  private static boolean moves(Deployment deployment) {
    return !deployment.status().ended() && deployment.status() != DeploymentStatus.PAUSED;
  }

  /** Stops following, when the screen is left. */
  void leave() {
    following.close();
    tasks.forget(this);
  }
}
