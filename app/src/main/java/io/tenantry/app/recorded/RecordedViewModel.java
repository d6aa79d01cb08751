package io.tenantry.app.recorded;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.workspaces.DataStatement;
import io.tenantry.contract.workspaces.Workspaces;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the last request of one place recorded, kept true while its author decides about it, here or
 * elsewhere. UI thread.
 */
public final class RecordedViewModel {
  private final Workspaces workspaces;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final Navigator navigator;
  private final CarrySwitch carrySwitch;
  private final ReadOnlyObjectWrapper<Optional<RecordedRequest>> request =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObservableList<DataStatement> data = FXCollections.observableArrayList();
  private final ObservableList<ChangeWarning> warnings = FXCollections.observableArrayList();
  private Runnable onDecided = () -> {};
  private boolean busy;

  public RecordedViewModel(
      Workspaces workspaces, TaskRunner tasks, ErrorPresenter errors, Navigator navigator) {
    this.workspaces = workspaces;
    this.tasks = tasks;
    this.errors = errors;
    this.navigator = navigator;
    carrySwitch = new CarrySwitch(workspaces, tasks, errors);
  }

  /** What was recorded, as it stands now; empty while there is nothing to say. */
  public ReadOnlyObjectProperty<Optional<RecordedRequest>> request() {
    return request.getReadOnlyProperty();
  }

  /** The data statements that came with the changes, oldest first. */
  public ObservableList<DataStatement> data() {
    return data;
  }

  /** What the changes do to tenants with rows, in the order in which they run. */
  public ObservableList<ChangeWarning> warnings() {
    return warnings;
  }

  /** Returns the name of the workspace that the request ran in; empty while there is none. */
  String workspace() {
    return request.get().map(shown -> shown.workspace().value()).orElse("");
  }

  /** Says what to do when something was decided here. */
  public void onDecided(Runnable action) {
    onDecided = action;
  }

  /** Shows what a request recorded, or nothing. */
  public void show(Optional<RecordedRequest> recorded) {
    tasks.forget(this);
    set(recorded);
  }

  /** Decides whether tenants run a data statement. */
  public void carry(DataStatement statement, boolean carried) {
    if (busy || request.get().isEmpty()) {
      return;
    }
    busy = true;
    carrySwitch.decide(
        request.get().get().workspace(),
        statement,
        carried,
        () -> {
          busy = false;
          refresh();
          onDecided.run();
        });
  }

  /** Reads how it stands now: it may have been decided or deployed elsewhere. */
  public void refresh() {
    request
        .get()
        .filter(shown -> shown.version().isPresent())
        .ifPresent(
            shown ->
                tasks
                    .call("recorded.load", () -> shown.asOf(workspaces.diff(shown.workspace())))
                    .onSuccess(now -> set(Optional.of(now)))
                    .onFailure(error -> notRead(shown, error))
                    .latest(this)
                    .start());
  }

  /** Goes to where all that waits is shown and can be skipped or reverted. */
  public void openChanges() {
    request
        .get()
        .ifPresent(shown -> navigator.go(ScreenRoute.DIFF, shown.workspace().value()));
  }

  private void notRead(RecordedRequest shown, EngineException error) {
    if (error.code() == ErrorCode.NOT_FOUND) {
      set(Optional.of(shown.decided()));
    } else {
      errors.show(error);
    }
  }

  private void set(Optional<RecordedRequest> now) {
    if (now.equals(request.get())) {
      return;
    }
    data.setAll(now.map(each -> each.told().dataStatements()).orElse(List.of()));
    warnings.setAll(now.map(each -> each.told().warnings()).orElse(List.of()));
    request.set(now);
  }
}
