package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.SaveSettings;
import io.tenantry.contract.workspaces.SavedSettings;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSettings;
import io.tenantry.contract.workspaces.Workspaces;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** The three limits of a workspace. UI thread. */
final class SettingsViewModel {
  private final Workspaces workspaces;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final Notices notices;
  private final StringProperty timeout = new SimpleStringProperty("");
  private final StringProperty rows = new SimpleStringProperty("");
  private final StringProperty connections = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
  private WorkspaceSettings saved = WorkspaceSettings.defaults();
  private String workspace = "";
  private final BooleanBinding canSave =
      Bindings.createBooleanBinding(this::isChanged, timeout, rows, connections, saving);

  /** One of the three limits. */
  enum Limit {
    TIMEOUT,
    ROWS,
    CONNECTIONS
  }

  SettingsViewModel(
      Workspaces workspaces, TaskRunner tasks, ErrorPresenter errors, Notices notices) {
    this.workspaces = workspaces;
    this.tasks = tasks;
    this.errors = errors;
    this.notices = notices;
  }

  /** Shows the settings of a workspace; what was typed and not saved is dropped. */
  void show(String name, WorkspaceSettings settings, boolean pendingDeploy) {
    boolean same = name.equals(workspace) && settings.equals(saved);
    workspace = name;
    pending.set(pendingDeploy);
    saved = settings;
    if (!same || timeout.get().isEmpty()) {
      fill(settings);
    }
  }

  StringProperty timeoutProperty() {
    return timeout;
  }

  StringProperty rowsProperty() {
    return rows;
  }

  StringProperty connectionsProperty() {
    return connections;
  }

  /** Whether saved settings wait for a deployment. */
  ReadOnlyBooleanProperty pending() {
    return pending.getReadOnlyProperty();
  }

  ObservableValue<Boolean> canSave() {
    return canSave;
  }

  /** Returns what is wrong with a limit as typed, or empty. */
  Optional<String> problem(Limit limit) {
    int least = limit == Limit.TIMEOUT ? 100 : 1;
    int most =
        switch (limit) {
          case TIMEOUT -> 600_000;
          case ROWS -> 1_000_000;
          case CONNECTIONS -> 1000;
        };
    Optional<Integer> value = number(of(limit));
    boolean fine = value.isPresent() && value.get() >= least && value.get() <= most;
    return fine ? Optional.empty() : Optional.of(Text.of("workspace.settings.range", least, most));
  }

  /** Fills in what a new workspace has; nothing is saved yet. */
  void reset() {
    fill(WorkspaceSettings.defaults());
  }

  void save() {
    if (!isChanged()) {
      return;
    }
    saving.set(true);
    WorkspaceName name = new WorkspaceName(workspace);
    SaveSettings wanted = new SaveSettings(number(timeout), number(rows), number(connections));
    tasks
        .call("workspace.saveSettings", () -> workspaces.saveSettings(name, wanted))
        .onSuccess(answer -> saved(name.value(), answer))
        .onFailure(errors::show)
        .onDone(() -> saving.set(false))
        .start();
  }

  private void saved(String name, SavedSettings answer) {
    String text =
        answer.pendingDeploy() ? "workspace.settings.savedPending" : "workspace.settings.savedNow";
    notices.success(Text.of("workspace.settings.saved", name), Text.of(text));
    if (name.equals(workspace)) {
      saved = answer.settings();
      pending.set(answer.pendingDeploy());
      fill(saved);
    }
  }

  private boolean isChanged() {
    boolean valid = true;
    for (Limit limit : Limit.values()) {
      valid &= problem(limit).isEmpty();
    }
    return valid && !saving.get() && !typed().equals(saved);
  }

  private WorkspaceSettings typed() {
    return new WorkspaceSettings(
        number(timeout).orElseThrow(),
        number(rows).orElseThrow(),
        number(connections).orElseThrow());
  }

  private void fill(WorkspaceSettings settings) {
    timeout.set(String.valueOf(settings.queryTimeoutMs()));
    rows.set(String.valueOf(settings.maxRowsPerQuery()));
    connections.set(String.valueOf(settings.maxConnections()));
  }

  private StringProperty of(Limit limit) {
    return switch (limit) {
      case TIMEOUT -> timeout;
      case ROWS -> rows;
      case CONNECTIONS -> connections;
    };
  }

  private static Optional<Integer> number(StringProperty text) {
    String digits = text.get().strip();
    return digits.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
  }
}
