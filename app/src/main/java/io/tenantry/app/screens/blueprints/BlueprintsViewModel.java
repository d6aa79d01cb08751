package io.tenantry.app.screens.blueprints;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.lists.ListSummary;
import io.tenantry.app.lists.LoadedList;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
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
  private static final Map<String, Comparator<ListedBlueprint>> ORDERS =
      Map.of(
          "name", Comparator.comparing(ListedBlueprint::name),
          "version", Comparator.comparing(ListedBlueprint::latest),
          "tenants", Comparator.comparingLong(ListedBlueprint::tenants),
          "state", Comparator.comparingLong(ListedBlueprint::behind),
          "statements", Comparator.comparingInt(ListedBlueprint::statements),
          "created", Comparator.comparing(ListedBlueprint::createdAt));

  private final Blueprints blueprints;
  private final TaskRunner tasks;
  private final Navigator navigator;
  private final LoadedList<ListedBlueprint> list;
  private final ListSummary summary;
  private volatile Map<String, BlueprintVersions> known = Map.of();

  /** Creates it with what it uses. */
  public BlueprintsViewModel(
      Blueprints blueprints, TaskRunner tasks, Navigator navigator, ErrorPresenter errors) {
    this.blueprints = blueprints;
    this.tasks = tasks;
    this.navigator = navigator;
    this.list =
        new LoadedList<>(
                this::read, ListedBlueprint::name, ListedBlueprint::name, ORDERS, tasks, errors)
            .onRead(this::follow);
    this.summary = ListSummary.of(list, "blueprints", BlueprintsViewModel::summarise);
  }

  /** The blueprints as they are shown. */
  LoadedList<ListedBlueprint> list() {
    return list;
  }

  ReadOnlyStringProperty summary() {
    return summary.line();
  }

  void open(ListedBlueprint row) {
    navigator.go(ScreenRoute.BLUEPRINT, row.name());
  }

  void openWorkspaces() {
    navigator.go(ScreenRoute.WORKSPACES);
  }

  void openTenants(ListedBlueprint row) {
    navigator.go(ScreenRoute.TENANTS, PlaceSubjects.tenantsOf(row.name()));
  }

  void openTenants(ListedBlueprint row, String version) {
    navigator.go(ScreenRoute.TENANTS, PlaceSubjects.tenantsOn(row.name(), version));
  }

  void deploy(ListedBlueprint row) {
    navigator.go(ScreenRoute.DEPLOYMENTS, PlaceSubjects.newDeployment(row.name()));
  }

  private List<ListedBlueprint> read() {
    Map<String, BlueprintVersions> versions = known;
    return blueprints.list().stream()
        .map(ListedBlueprint::of)
        .map(row -> row.with(Optional.ofNullable(versions.get(row.name()))))
        .toList();
  }

  private static String summarise(List<ListedBlueprint> all) {
    long tenants = all.stream().mapToLong(ListedBlueprint::tenants).sum();
    return Text.of("blueprints.summary", all.size(), tenants);
  }

  private void follow(List<ListedBlueprint> all) {
    List<String> names = all.stream().map(ListedBlueprint::name).toList();
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
