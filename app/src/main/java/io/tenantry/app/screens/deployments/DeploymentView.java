package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.Aging;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Command;
import io.tenantry.app.fx.Focus;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentStates;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.tenants.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** One deployment: figures, stages, a square per tenant, failures by reason. */
public final class DeploymentView implements Screen {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final DeploymentViewModel model;
  private final Navigator navigator;
  private final TaskRunner tasks;
  private final VBox root;
  private final PageHead head = new PageHead("");
  private final Chip status = new Chip(Tone.WAITING, "");
  private final Chip kind = Chip.tag("");
  private final DeploymentFigures figures = new DeploymentFigures();
  private final DeploymentForecast forecast = new DeploymentForecast();
  private final DeploymentStages stages = new DeploymentStages();
  private final DeploymentMap map = new DeploymentMap();
  private final DeploymentFailures failures;
  private final DeploymentEvents events;
  private TaskRunner.Handle clock = () -> {};
  private Instant told = Instant.EPOCH;
  private String subject = "";

  public DeploymentView(
      DeploymentViewModel model,
      UndoQuestion question,
      Navigator navigator,
      WriteGuard guard,
      TaskRunner tasks) {
    this.model = model;
    this.navigator = navigator;
    this.tasks = tasks;
    failures = new DeploymentFailures(this::openTenant, model::failedFor);
    events = new DeploymentEvents(undo -> navigator.go(ScreenRoute.DEPLOYMENT, undo.value()));
    head.actions(new DeploymentActions(model, navigator, guard, question).actions())
        .chips(status, kind);
    kind.managedProperty().bind(kind.visibleProperty());
    kind.visibleProperty().bind(kind.textProperty().isNotEmpty());
    map.behave(model::tenantAt, place -> model.tenantAt(place, at -> openTenant(at.tenantId())));
    root = Panels.page(new ScreenStatePane(model.state(), content(), none(), this::again));
    root.getStylesheets().add("io/tenantry/app/screens/deployments/deployments.css");
    Aging.follow(root, now -> model.deployment().get().ifPresent(found -> tell(found, now)));
    model.deployment().subscribe(found -> found.ifPresent(this::showFigures));
    model.states().subscribe(this::showStates);
    model.log().subscribe(events::show);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public PageHead head() {
    return head;
  }

  @Override
  public void shown(String id) {
    subject = id;
    model.load(new DeploymentId(id));
    clock = tasks.every(TICK, this::tick);
  }

  @Override
  public void hidden() {
    clock.close();
    model.leave();
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(Text.of("deployments.refresh"), "F5", this::again),
        new Command(Text.of("deployment.onlyFailed"), "F", map::toggleFailed));
  }

  private void again() {
    model.refresh(new DeploymentId(subject));
  }

  private Node content() {
    VBox content = new VBox(figures, forecast, stages, map, failures, events);
    content.getStyleClass().add("deployment");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().addAll("edge-to-edge", "deployment-page", Focus.INITIAL);
    scroll.setFocusTraversable(true); // the page opens at its top, and keys scroll it
    return scroll;
  }

  private void showFigures(Deployment found) {
    told = Instant.now();
    head.titleProperty().set(Text.of("deployment.title", found.blueprintId(), found.version()));
    tell(found, told);
    Chip.Content words = DeploymentWords.standing(found);
    status.show(words.tone(), words.text());
    kind.setText(DeploymentWords.kind(found) + DeploymentWords.undone(found));
    figures.show(found, Duration.ZERO);
    forecast.show(found);
    model.states().get().ifPresent(states -> showTenants(found, states));
    failures.show(found.detail().errorGroups());
  }

  private void tell(Deployment found, Instant now) {
    String ago = Figures.ago(found.createdAt(), now);
    head.caption(Text.of("deployment.subtitle", found.jobId(), ago));
  }

  /** Time goes on while the engine has nothing to tell. */
  private void tick() {
    model
        .deployment()
        .get()
        .filter(found -> found.status() == DeploymentStatus.RUNNING)
        .ifPresent(found -> figures.show(found, Duration.between(told, Instant.now())));
  }

  private void showStates(Optional<DeploymentStates> states) {
    if (states.isEmpty()) {
      map.clear();
    } else {
      model.deployment().get().ifPresent(found -> showTenants(found, states.get()));
    }
  }

  private void showTenants(Deployment found, DeploymentStates states) {
    map.show(states, found.status());
    stages.show(found, states);
  }

  private void openTenant(TenantId tenant) {
    navigator.go(ScreenRoute.TENANT, tenant.value());
  }

  private static EmptyState none() {
    return new EmptyState(
        Icon.DEPLOYMENTS, Text.of("deployments.empty.title"), Text.of("deployments.empty.text"));
  }
}
