package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.settings.TextJournal;
import io.tenantry.app.settings.TextKind;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.SaveSettings;
import io.tenantry.contract.workspaces.SavedSettings;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSettings;
import io.tenantry.contract.workspaces.Workspaces;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** The three limits of a workspace; what is typed and not saved is kept for each. UI thread. */
final class WorkspaceSettingsViewModel {
  private final Workspaces workspaces;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final Notices notices;
  private final TextJournal journal;
  private final StringProperty timeout = new SimpleStringProperty("");
  private final StringProperty rows = new SimpleStringProperty("");
  private final StringProperty connections = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
  private WorkspaceSettings saved = WorkspaceSettings.defaults();
  private String workspace = "";
  private boolean filling;
  private final BooleanBinding canSave =
      Bindings.createBooleanBinding(this::isChanged, timeout, rows, connections, saving);

  /** One of the three limits. */
  enum Limit {
    TIMEOUT,
    ROWS,
    CONNECTIONS
  }

  WorkspaceSettingsViewModel(
      Workspaces workspaces,
      TaskRunner tasks,
      ErrorPresenter errors,
      Notices notices,
      TextJournal journal) {
    this.workspaces = workspaces;
    this.tasks = tasks;
    this.errors = errors;
    this.notices = notices;
    this.journal = journal;
    List.of(timeout, rows, connections).forEach(each -> each.subscribe(_ -> keep()));
  }

  /** Shows the settings of a workspace, and over them what was typed and not saved. */
  void show(String name, WorkspaceSettings settings, boolean pendingDeploy) {
    workspace = name;
    pending.set(pendingDeploy);
    saved = settings;
    fill(kept().orElseGet(() -> texts(settings)));
  }

  /** Returns what was typed for this workspace and not saved. */
  private Optional<List<String>> kept() {
    return journal
        .read(TextKind.DRAFT, draft(workspace))
        .map(text -> List.of(text.split("\n", -1)))
        .filter(texts -> texts.size() == Limit.values().length);
  }

  private void keep() {
    if (filling || workspace.isEmpty()) {
      return;
    }
    List<String> now = List.of(timeout.get(), rows.get(), connections.get());
    if (now.equals(texts(saved))) {
      journal.forget(TextKind.DRAFT, draft(workspace));
    } else {
      journal.keep(TextKind.DRAFT, draft(workspace), String.join("\n", now));
    }
  }

  private static String draft(String workspace) {
    return "workspace-settings-" + workspace;
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
    fill(texts(WorkspaceSettings.defaults()));
    keep();
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
      fill(texts(saved));
      keep();
    } else {
      journal.forget(TextKind.DRAFT, draft(name));
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

  private void fill(List<String> texts) {
    filling = true;
    timeout.set(texts.get(0));
    rows.set(texts.get(1));
    connections.set(texts.get(2));
    filling = false;
  }

  private static List<String> texts(WorkspaceSettings settings) {
    return List.of(
        String.valueOf(settings.queryTimeoutMs()),
        String.valueOf(settings.maxRowsPerQuery()),
        String.valueOf(settings.maxConnections()));
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
