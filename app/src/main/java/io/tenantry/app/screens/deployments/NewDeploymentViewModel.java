package io.tenantry.app.screens.deployments;

import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.blueprints.BlueprintSummary;
import io.tenantry.contract.blueprints.BlueprintVersion;
import io.tenantry.contract.blueprints.BlueprintVersions;
import io.tenantry.contract.blueprints.Blueprints;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The sheet of a new deployment: blueprint, version, targets, and what it will do in plain words.
 */
public final class NewDeploymentViewModel {
  private final Deployments deployments;
  private final Blueprints blueprints;
  private final TaskRunner tasks;

  private final ObjectProperty<WorkspaceName> blueprint = new SimpleObjectProperty<>();
  private final ObjectProperty<Version> version = new SimpleObjectProperty<>();
  private final BooleanProperty allTenants = new SimpleBooleanProperty(true);
  private final StringProperty chosen = new SimpleStringProperty("");
  private final ObservableList<WorkspaceName> blueprintChoices =
      FXCollections.observableArrayList();
  private final ObservableList<Version> versionChoices = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<DeploymentPlan>> plan =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper canStart = new ReadOnlyBooleanWrapper();
  private List<BlueprintVersions.Summary> versions = List.of();
  private boolean starting;

  public NewDeploymentViewModel(Deployments deployments, Blueprints blueprints, TaskRunner tasks) {
    this.deployments = deployments;
    this.blueprints = blueprints;
    this.tasks = tasks;
    blueprint.subscribe((_, name) -> loadVersions(name));
    version.subscribe((_, _) -> loadPlan());
    allTenants.subscribe((_, _) -> refresh());
    chosen.subscribe((_, _) -> refresh());
  }

  ObjectProperty<WorkspaceName> blueprintProperty() {
    return blueprint;
  }

  ObjectProperty<Version> versionProperty() {
    return version;
  }

  BooleanProperty allTenantsProperty() {
    return allTenants;
  }

  /** Ids of chosen tenants, separated by spaces, commas or lines. */
  StringProperty chosenProperty() {
    return chosen;
  }

  ObservableList<WorkspaceName> blueprintChoices() {
    return blueprintChoices;
  }

  /** Newest first. */
  ObservableList<Version> versionChoices() {
    return versionChoices;
  }

  ReadOnlyObjectProperty<Optional<DeploymentPlan>> plan() {
    return plan.getReadOnlyProperty();
  }

  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty canStart() {
    return canStart.getReadOnlyProperty();
  }

  /** Loads the blueprints and chooses one. */
  void load(Optional<WorkspaceName> wanted) {
    tasks
        .call("deployment.blueprints", blueprints::list)
        .onSuccess(found -> offer(found, wanted))
        .latest(this)
        .start();
  }

  private void offer(List<BlueprintSummary> found, Optional<WorkspaceName> wanted) {
    blueprintChoices.setAll(found.stream().map(BlueprintSummary::name).toList());
    wanted
        .filter(blueprintChoices::contains)
        .or(() -> blueprintChoices.stream().findFirst())
        .ifPresent(blueprint::set);
  }

  private void loadVersions(WorkspaceName name) {
    tasks
        .call("deployment.versions", () -> blueprints.versions(name))
        .onSuccess(
            found -> {
              versions = found.versions();
              versionChoices.setAll(
                  versions.stream().map(BlueprintVersions.Summary::version).toList());
              version.set(found.latest());
              loadPlan();
            })
        .latest(this)
        .start();
  }

  /** Reads the statements between the oldest version a tenant is on and the target. */
  private void loadPlan() {
    Version target = version.get();
    if (target == null || !versionChoices.contains(target)) {
      return;
    }
    WorkspaceName name = blueprint.get();
    List<BlueprintVersions.Summary> known = versions;
    tasks
        .call("deployment.plan", () -> planOf(name, known, target))
        .onSuccess(
            found -> {
              plan.set(Optional.of(found));
              refresh();
            })
        .latest(this)
        .start();
  }

  private DeploymentPlan planOf(
      WorkspaceName name, List<BlueprintVersions.Summary> known, Version target) {
    Version oldest =
        known.stream()
            .filter(summary -> summary.deployedToCount() > 0)
            .map(BlueprintVersions.Summary::version)
            .min(Version::compareTo)
            .orElse(target);
    List<String> statements = new ArrayList<>();
    List<BlueprintVersions.Summary> oldestFirst = new ArrayList<>(known);
    Collections.reverse(oldestFirst);
    for (BlueprintVersions.Summary summary : oldestFirst) {
      Version number = summary.version();
      if (number.compareTo(oldest) > 0 && number.compareTo(target) <= 0) {
        BlueprintVersion detail = blueprints.version(name, number);
        statements.addAll(detail.statements());
      }
    }
    return DeploymentPlan.of(known, target, statements);
  }

  private void refresh() {
    problem.set("");
    boolean targets = allTenants.get() || !chosen.get().isBlank();
    canStart.set(!starting && targets && plan.get().isPresent());
  }

  /** Starts the deployment. */
  void start(Consumer<Deployment> then) {
    CreateDeployment request;
    try {
      request = new CreateDeployment(blueprint.get(), Optional.of(version.get()), targets());
    } catch (EngineException e) {
      problem.set(e.message());
      return;
    }
    starting = true;
    refresh();
    tasks
        .call("deployment.create", () -> deployments.create(request))
        .onSuccess(then)
        .onFailure(error -> problem.set(error.message()))
        .onDone(this::ready)
        .start();
  }

  private void ready() {
    starting = false;
    String kept = problem.get();
    refresh();
    problem.set(kept);
  }

  private List<TenantId> targets() {
    if (allTenants.get()) {
      return List.of();
    }
    List<TenantId> ids = new ArrayList<>();
    for (String word : chosen.get().split("[\\s,;]+")) {
      if (!word.isEmpty()) {
        ids.add(TenantId.existing(word));
      }
    }
    return ids;
  }
}
