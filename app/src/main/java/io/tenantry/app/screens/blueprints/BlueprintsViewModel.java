package io.tenantry.app.screens.blueprints;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.lists.ListSummary;
import io.tenantry.app.lists.LoadedList;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.navigation.Subjects;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.BlueprintVersions;
import io.tenantry.contract.blueprints.Blueprints;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;

/**
 * The list of blueprints. It opens at once; who is on which version follows, because that is one
 * more question per blueprint. UI thread.
 */
public final class BlueprintsViewModel {
  private static final Map<String, Comparator<BlueprintRow>> ORDERS =
      Map.of(
          "name", Comparator.comparing(BlueprintRow::name),
          "version", Comparator.comparing(BlueprintRow::latest),
          "tenants", Comparator.comparingLong(BlueprintRow::tenants),
          "state", Comparator.comparingLong(BlueprintRow::behind),
          "statements", Comparator.comparingInt(BlueprintRow::statements),
          "created", Comparator.comparing(BlueprintRow::createdAt));

  private final Blueprints blueprints;
  private final TaskRunner tasks;
  private final Navigator navigator;
  private final LoadedList<BlueprintRow> list;
  private final ListSummary summary;
  private volatile Map<String, BlueprintVersions> known = Map.of();

  /** Creates it with what it uses. */
  public BlueprintsViewModel(
      Blueprints blueprints, TaskRunner tasks, Navigator navigator, ErrorPresenter errors) {
    this.blueprints = blueprints;
    this.tasks = tasks;
    this.navigator = navigator;
    this.list =
        new LoadedList<>(this::read, BlueprintRow::name, BlueprintRow::name, ORDERS, tasks, errors)
            .onRead(this::follow);
    this.summary = ListSummary.of(list, "blueprints", BlueprintsViewModel::summarise);
  }

  /** The blueprints as they are shown. */
  LoadedList<BlueprintRow> list() {
    return list;
  }

  ReadOnlyStringProperty summary() {
    return summary.line();
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

  private List<BlueprintRow> read() {
    Map<String, BlueprintVersions> versions = known;
    return blueprints.list().stream()
        .map(BlueprintRow::of)
        .map(row -> row.with(Optional.ofNullable(versions.get(row.name()))))
        .toList();
  }

  private static String summarise(List<BlueprintRow> all) {
    long tenants = all.stream().mapToLong(BlueprintRow::tenants).sum();
    return Text.of("blueprints.summary", all.size(), tenants);
  }

  private void follow(List<BlueprintRow> all) {
    List<String> names = all.stream().map(BlueprintRow::name).toList();
    tasks
        .call("blueprints.versions", () -> versions(names))
        .onSuccess(this::showShares)
        .onFailure(_ -> {}) // asked again soon; the list says when the engine is away
        .latest(this)
        .start();
  }

  private Map<String, BlueprintVersions> versions(List<String> names) {
    Map<String, BlueprintVersions> found = new HashMap<>();
    for (String name : names) {
      found.put(name, blueprints.versions(WorkspaceName.existingBlueprint(name)));
    }
    return Map.copyOf(found);
  }

  private void showShares(Map<String, BlueprintVersions> versions) {
    known = versions;
    list.change(row -> row.with(Optional.ofNullable(versions.get(row.name()))));
  }

  void leave() {
    list.leave();
    tasks.forget(this);
  }
}
