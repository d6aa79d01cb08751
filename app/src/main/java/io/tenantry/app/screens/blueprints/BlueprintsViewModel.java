package io.tenantry.app.screens.blueprints;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.navigation.Subjects;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.BlueprintSummary;
import io.tenantry.contract.blueprints.BlueprintVersions;
import io.tenantry.contract.blueprints.Blueprints;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The list of blueprints. It opens at once; who is on which version follows, because that is one
 * more question per blueprint. UI thread.
 */
public final class BlueprintsViewModel {
  private final Blueprints blueprints;
  private final TaskRunner tasks;
  private final Navigator navigator;
  private final ErrorPresenter errors;
  private final ReadOnlyObjectWrapper<ScreenState> state =
      new ReadOnlyObjectWrapper<>(ScreenState.LOADING);
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ObservableList<BlueprintRow> all = FXCollections.observableArrayList();
  private final ObservableList<BlueprintRow> rows = FXCollections.observableArrayList();
  private String search = "";

  /** Creates it with what it uses. */
  public BlueprintsViewModel(
      Blueprints blueprints, TaskRunner tasks, Navigator navigator, ErrorPresenter errors) {
    this.blueprints = blueprints;
    this.tasks = tasks;
    this.navigator = navigator;
    this.errors = errors;
  }

  ReadOnlyObjectProperty<ScreenState> state() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyStringProperty summary() {
    return summary.getReadOnlyProperty();
  }

  ObservableList<BlueprintRow> rows() {
    return rows;
  }

  void load() {
    tasks
        .call("blueprints.load", blueprints::list)
        .onSuccess(this::show)
        .onFailure(this::failed)
        .latest(this)
        .start();
  }

  void leave() {
    tasks.forget(this);
  }

  void search(String text) {
    search = text;
    filter();
  }

  void open(BlueprintRow row) {
    navigator.go(Route.BLUEPRINT, row.name());
  }

  void openWorkspaces() {
    navigator.go(Route.WORKSPACES);
  }

  void openTenants(BlueprintRow row) {
    navigator.go(Route.TENANTS, Subjects.tenantsOf(row.name()));
  }

  void openTenants(BlueprintRow row, String version) {
    navigator.go(Route.TENANTS, Subjects.tenantsOn(row.name(), version));
  }

  void deploy(BlueprintRow row) {
    navigator.go(Route.DEPLOYMENTS, Subjects.newDeployment(row.name()));
  }

  private void show(List<BlueprintSummary> found) {
    all.setAll(found.stream().map(BlueprintRow::of).toList());
    long tenants = all.stream().mapToLong(BlueprintRow::tenants).sum();
    summary.set(all.isEmpty() ? "" : Text.of("blueprints.summary", all.size(), tenants));
    filter();
    state.set(ScreenState.ofCount(all.size()));
    List<WorkspaceName> names = found.stream().map(BlueprintSummary::name).toList();
    tasks
        .call("blueprints.versions", () -> versions(names))
        .onSuccess(this::showShares)
        .onFailure(errors::show)
        .latest(this)
        .start();
  }

  private Map<String, BlueprintVersions> versions(List<WorkspaceName> names) {
    Map<String, BlueprintVersions> found = new HashMap<>();
    for (WorkspaceName name : names) {
      found.put(name.value(), blueprints.versions(name));
    }
    return found;
  }

  private void showShares(Map<String, BlueprintVersions> versions) {
    all.replaceAll(
        row -> {
          BlueprintVersions known = versions.get(row.name());
          return known == null ? row : row.with(known);
        });
    filter();
  }

  private void failed(EngineException error) {
    if (state.get() instanceof ScreenState.Loaded) {
      errors.showWithRetry(error, this::load);
    } else {
      state.set(ScreenState.failed(errors.describe(error)));
    }
  }

  private void filter() {
    rows.setAll(all.stream().filter(row -> row.matches(search)).toList());
  }
}
