package io.tenantry.app.screens.deployments;

import io.tenantry.app.dialogs.SheetDraft;
import io.tenantry.app.settings.TextJournal;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * One opening of the sheet of a new deployment: blueprint, version, targets, and what it will do.
 * The plan is asked for again when it is to start, and only what is shown is started. UI thread.
 */
public final class NewDeploymentViewModel {
  private static final Duration TYPING_PAUSE = Duration.ofMillis(250);

  private final DeploymentPlanner planner;
  private final Deployments deployments;
  private final TaskRunner tasks;

  private final ObjectProperty<WorkspaceName> blueprint = new SimpleObjectProperty<>();
  private final ObjectProperty<Version> version = new SimpleObjectProperty<>();
  private final ObjectProperty<Reach> reach = new SimpleObjectProperty<>(Reach.ALL);
  private final StringProperty chosen = new SimpleStringProperty("");
  private final ObservableList<WorkspaceName> blueprintChoices =
      FXCollections.observableArrayList();
  private final ObservableList<Version> versionChoices = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<PlanState> plan =
      new ReadOnlyObjectWrapper<>(PlanState.LOADING);
  private final ReadOnlyBooleanWrapper canStart = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canTry = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper starting = new ReadOnlyBooleanWrapper();
  private final DeploymentTrial trial;
  private final SheetDraft draft;
  private Map<WorkspaceName, List<TenantId>> picked = Map.of();
  private boolean isVersionPicked;
  private boolean isShowing;
  private TaskRunner.Handle typing = () -> {};

  /** To whom it goes. */
  enum Reach {
    /** To all tenants of the blueprint. */
    ALL,
    /** To those whose ids are typed. */
    NAMED,
    /** To those that were chosen in a list. */
    PICKED;

    private static Optional<Reach> read(String isAll) {
      return Optional.of(Boolean.parseBoolean(isAll) ? ALL : NAMED);
    }
  }

  /** What is known of the plan. */
  sealed interface PlanState {
    PlanState LOADING = new Loading();

    /** It is being worked out. */
    record Loading() implements PlanState {}

    /** There is no blueprint to deploy. */
    record NoBlueprint() implements PlanState {}

    /** No tenant is named yet. */
    record NoTarget() implements PlanState {}

    /** It could not be worked out. */
    record Failed(EngineException reason) implements PlanState {}

    /**
     * This is what will happen.
     *
     * @param isChanged whether it is another one than was shown when it was to start
     */
    record Known(DeploymentPlan plan, boolean isChanged) implements PlanState {}
  }

  public NewDeploymentViewModel(
      DeploymentPlanner planner, Deployments deployments, TextJournal texts, TaskRunner tasks) {
    this.planner = planner;
    this.deployments = deployments;
    this.tasks = tasks;
    trial = new DeploymentTrial(deployments, tasks);
    draft =
        new SheetDraft()
            .typed("tenants", chosen)
            .chosen("all", reach, now -> String.valueOf(now == Reach.ALL), Reach::read)
            .inWords(this::typedWords)
            .keptIn(texts, "deployment.new");
    blueprint.subscribe((_, _) -> blueprintPicked());
    version.subscribe((_, _) -> versionPicked());
    reach.subscribe((_, _) -> ask());
    chosen.subscribe((_, _) -> typed());
    plan.subscribe(this::refresh);
    plan.subscribe(this::forgetTrial);
    starting.subscribe(this::refresh);
  }

  ObjectProperty<WorkspaceName> blueprintProperty() {
    return blueprint;
  }

  ObjectProperty<Version> versionProperty() {
    return version;
  }

  ObjectProperty<Reach> reachProperty() {
    return reach;
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

  ReadOnlyObjectProperty<PlanState> plan() {
    return plan.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty canStart() {
    return canStart.getReadOnlyProperty();
  }

  /** Whether there is something that can be tried: also while another deployment runs. */
  ReadOnlyBooleanProperty canTry() {
    return canTry.getReadOnlyProperty();
  }

  SheetDraft draft() {
    return draft;
  }

  /** Names one tenant; nobody has typed that. */
  void only(TenantId tenant) {
    reach.set(Reach.NAMED);
    chosen.set(tenant.value());
    draft.given("all");
    draft.given("tenants");
  }

  /** Takes tenants that were chosen in a list, by the blueprints that they have. */
  void pick(Map<WorkspaceName, List<TenantId>> tenants) {
    picked = new TreeMap<>(tenants);
    reach.set(Reach.PICKED);
    draft.given("all");
  }

  /** Says whether tenants were chosen in a list. */
  boolean isPicked() {
    return !picked.isEmpty();
  }

  /** Returns how many of the tenants that were chosen in a list have the blueprint. */
  int pickedCount() {
    return pickedNow().size();
  }

  private List<TenantId> pickedNow() {
    return blueprint.get() == null ? List.of() : picked.getOrDefault(blueprint.get(), List.of());
  }

  /** Loads the blueprints and chooses one. */
  void load(Optional<WorkspaceName> wanted) {
    tasks
        .call("deployment.blueprints", planner::blueprints)
        .onSuccess(found -> offer(found, wanted))
        .onFailure(error -> plan.set(new PlanState.Failed(error)))
        .latest(this)
        .start();
  }

  private void offer(List<WorkspaceName> found, Optional<WorkspaceName> wanted) {
    List<WorkspaceName> offered =
        isPicked() ? found.stream().filter(picked::containsKey).toList() : found;
    blueprintChoices.setAll(offered);
    Optional<WorkspaceName> first =
        wanted.filter(offered::contains).or(() -> offered.stream().findFirst());
    first.ifPresentOrElse(blueprint::set, () -> plan.set(new PlanState.NoBlueprint()));
  }

  private void blueprintPicked() {
    isVersionPicked = false;
    ask();
  }

  private void versionPicked() {
    if (!isShowing) {
      isVersionPicked = true;
      ask();
    }
  }

  private void typed() {
    plan.set(PlanState.LOADING);
    typing.close();
    typing = tasks.after(TYPING_PAUSE, this::ask);
  }

  /** Works the plan out; until it is there, nothing can be started. */
  private void ask() {
    typing.close();
    tasks.forget(this);
    if (blueprint.get() == null) {
      return;
    }
    if (reach.get() != Reach.ALL && targets().isEmpty()) {
      plan.set(new PlanState.NoTarget());
      return;
    }
    plan.set(PlanState.LOADING);
    planned(now -> show(now, false));
  }

  private void planned(Consumer<DeploymentPlan> then) {
    WorkspaceName name = blueprint.get();
    Optional<Version> target =
        isVersionPicked ? Optional.ofNullable(version.get()) : Optional.empty();
    List<TenantId> named = targets();
    tasks
        .call(
            "deployment.plan",
            () -> planner.plan(new DeploymentPlanner.Wanted(name, target, named)))
        .onSuccess(then)
        .onFailure(
            error -> {
              starting.set(false);
              plan.set(new PlanState.Failed(error));
            })
        .latest(this)
        .start();
  }

  private void show(DeploymentPlan now, boolean isChanged) {
    isShowing = true;
    if (!versionChoices.equals(now.versions())) {
      versionChoices.setAll(now.versions());
    }
    version.set(now.target());
    isShowing = false;
    plan.set(new PlanState.Known(now, isChanged));
  }

  private void refresh() {
    canStart.set(
        !starting.get()
            && plan.get() instanceof PlanState.Known known
            && known.plan().obstacle().isEmpty());
    canTry.set(
        plan.get() instanceof PlanState.Known known
            && known.plan().tenants().behind() > 0
            && known.plan().tenants().ahead() == 0);
  }

  /**
   * Starts what is shown. When the truth has changed meanwhile, nothing is started and the new plan
   * is shown, marked as changed.
   *
   * @param then takes the deployment that was started
   * @param onFailure is told why none was started
   */
  void start(Consumer<Deployment> then, Consumer<? super EngineException> onFailure) {
    if (plan.get() instanceof PlanState.Known(DeploymentPlan shown, _)) {
      starting.set(true);
      planned(
          now -> {
            if (now.equals(shown)) {
              create(shown, then, onFailure);
            } else {
              starting.set(false);
              show(now, true);
            }
          });
    }
  }

  private void create(
      DeploymentPlan shown,
      Consumer<Deployment> then,
      Consumer<? super EngineException> onFailure) {
    CreateDeployment request = request(shown);
    tasks
        .call("deployment.create", () -> deployments.create(request))
        .onSuccess(then)
        .onFailure(onFailure)
        .onDone(() -> starting.set(false))
        .start();
  }

  private CreateDeployment request(DeploymentPlan shown) {
    List<TenantId> targets = shown.named() ? targets() : List.of();
    return new CreateDeployment(shown.blueprint(), Optional.of(shown.target()), targets);
  }

  /** Returns the tenants it is for; none where it is for all. */
  private List<TenantId> targets() {
    return switch (reach.get()) {
      case ALL -> List.of();
      case NAMED -> ids(words(chosen.get()));
      case PICKED -> pickedNow();
    };
  }

  /** The dry run of what is shown. */
  DeploymentTrial trial() {
    return trial;
  }

  /** Tries on copies what is shown, without starting it. */
  void tryOut() {
    if (plan.get() instanceof PlanState.Known(DeploymentPlan shown, _)) {
      trial.start(request(shown));
    }
  }

  /** What was tried is another thing as soon as something else is chosen. */
  private void forgetTrial(PlanState before, PlanState now) {
    boolean isSame =
        before instanceof PlanState.Known(DeploymentPlan had, _)
            && now instanceof PlanState.Known(DeploymentPlan has, _)
            && had.equals(has);
    if (!isSame) {
      trial.clear();
    }
  }

  /** Drops what is still to come, when the sheet is closed. */
  void leave() {
    trial.clear();
    typing.close();
    tasks.forget(this);
  }

  private String typedWords() {
    return Figures.count(
        words(chosen.get()).size(),
        Text.of("deployments.sheet.typed.one"),
        Text.of("deployments.sheet.typed.many"));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[\\s,;]+"))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  private static List<TenantId> ids(List<String> words) {
    return words.stream().map(TenantId::existing).toList();
  }
}
