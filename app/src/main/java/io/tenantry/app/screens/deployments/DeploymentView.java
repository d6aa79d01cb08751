package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.figures.TileMap;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Command;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.tenants.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One deployment: figures, a square per tenant, failures by message. */
public final class DeploymentView implements Screen {
  private static final int NAMED = 12;

  private final DeploymentViewModel model;
  private final Navigator navigator;
  private final DeploymentActions actions;
  private final VBox root;
  private final PageHead head = new PageHead("");
  private final Chip status = new Chip(Tone.WAITING, "");
  private final Chip kind = Chip.tag("");
  private final ProgressBar bar = new ProgressBar(0);
  private final HBox figures = new HBox();
  private final StageStrip stages = new StageStrip();
  private final TileMap tiles = new TileMap();
  private final VBox failures = Panels.column();
  private final VBox failureSection;
  private String subject = "";

  public DeploymentView(DeploymentViewModel model, Navigator navigator, WriteGuard guard) {
    this.model = model;
    this.navigator = navigator;
    this.actions = new DeploymentActions(model, navigator, guard);
    head.actions(actions.actions()).chips(status, kind);
    this.failureSection = failureSection();
    figures.getStyleClass().add("figures");
    kind.managedProperty().bind(kind.visibleProperty());
    kind.visibleProperty().bind(kind.textProperty().isNotEmpty());
    bar.setMaxWidth(Double.MAX_VALUE);
    root = Panels.page(new ScreenStatePane(model.state(), content(), none(), this::again));
    root.getStylesheets().add("io/tenantry/app/screens/deployments/deployments.css");
    model.deployment().subscribe(found -> found.ifPresent(this::show));
    model.tenants().subscribe(this::showTiles);
    model.failures().subscribe(this::showFailures);
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
    again();
  }

  @Override
  public void hidden() {
    model.leave();
  }

  @Override
  public List<Command> commands() {
    return List.of(new Command(Text.of("deployments.refresh"), "F5", this::again));
  }

  private void again() {
    model.load(new DeploymentId(subject));
  }

  private Node content() {
    tiles.describe(this::describe);
    tiles.onOpen(index -> openTenant(model.tenants().get(index).tenantId()));
    VBox map = Panels.section(Text.of("deployment.map"), tiles, legend());
    VBox.setVgrow(failureSection, Priority.ALWAYS);
    VBox content = new VBox(figures, bar, stages, map, failureSection);
    content.getStyleClass().add("deployment");
    return content;
  }

  private static Node legend() {
    HBox legend = Panels.row();
    for (DeploymentTenant.State state : DeploymentTenant.State.values()) {
      legend.getChildren().add(new Chip(DeploymentWords.tone(state), DeploymentWords.state(state)));
    }
    return legend;
  }

  private VBox failureSection() {
    ScrollPane scroll = new ScrollPane(failures);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().addAll("edge-to-edge", "failures");
    VBox section = Panels.section(Text.of("deployment.failures"), scroll);
    section.managedProperty().bind(section.visibleProperty());
    section.setVisible(false);
    return section;
  }

  private void show(Deployment found) {
    head.titleProperty().set(Text.of("deployment.title", found.blueprintId(), found.version()));
    head.caption(
        Text.of(
            "deployment.subtitle", found.jobId(), Figures.ago(found.createdAt(), Instant.now())));
    Chip.Content words = DeploymentWords.chip(found.status());
    status.show(words.tone(), words.text());
    kind.setText(DeploymentWords.kind(found));
    stages.show(found);
    bar.setProgress(found.progress());
    words.tone().mark(bar);
    Pace pace = model.pace().get();
    int notReached = found.detail().notReachedTenants();
    int waiting = found.totalTenants() - found.completedTenants() - found.failedTenants();
    figures
        .getChildren()
        .setAll(
            figure(Figures.count(found.completedTenants()), Text.of("deployment.done")),
            figure(Figures.count(found.failedTenants()), Text.of("deployment.failed")),
            figure(
                Figures.count(waiting),
                Text.of(notReached > 0 ? "deployment.notReached" : "deployment.waiting")),
            figure(Figures.count(Math.round(pace.tenantsPerSecond())), Text.of("deployment.rate")),
            figure(DeploymentWords.took(found, Instant.now()), took(found)));
    pace.remaining().ifPresent(left -> figures.getChildren().add(remaining(left)));
  }

  private static String took(Deployment found) {
    return Text.of(found.status().ended() ? "deployment.took" : "deployment.sofar");
  }

  private static Node remaining(Duration left) {
    return figure(Figures.duration(left), Text.of("deployment.left"));
  }

  private static Node figure(String number, String words) {
    VBox box = new VBox(Labels.figure(number), Labels.muted(words));
    box.getStyleClass().add("figure");
    return box;
  }

  private void showTiles() {
    tiles.show(
        model.tenants().stream()
            .map(tenant -> DeploymentWords.tone(tenant.state()))
            .toArray(Tone[]::new));
  }

  private String describe(int index) {
    DeploymentTenant tenant = model.tenants().get(index);
    String words = tenant.tenantId() + " · " + DeploymentWords.state(tenant.state());
    return tenant.error().map(error -> words + "\n" + error).orElse(words);
  }

  private void showFailures() {
    failureSection.setVisible(!model.failures().isEmpty());
    failures.getChildren().setAll(model.failures().stream().map(this::group).toList());
  }

  private Node group(FailureGroup group) {
    Label message = Labels.mono(group.message());
    message.setWrapText(true);
    HBox.setHgrow(message, Priority.ALWAYS);
    message.setMaxWidth(Double.MAX_VALUE);
    Chip count = new Chip(Tone.DANGER, Figures.count(group.tenants().size(), "tenant", "tenants"));
    HBox names = Panels.row();
    group.tenants().stream()
        .limit(NAMED)
        .forEach(
            tenant ->
                names.getChildren().add(Buttons.link(tenant.value(), () -> openTenant(tenant))));
    if (group.tenants().size() > NAMED) {
      names
          .getChildren()
          .add(Labels.muted(Text.of("deployment.more", group.tenants().size() - NAMED)));
    }
    VBox box = new VBox(Panels.row(message, count), names);
    box.getStyleClass().add("failure-group");
    return box;
  }

  private void openTenant(TenantId tenant) {
    model
        .deployment()
        .get()
        .ifPresent(found -> navigator.go(Route.QUERY, tenant + "/" + found.blueprintId()));
  }

  private static EmptyState none() {
    return new EmptyState(
        Feather.SEND, Text.of("deployments.empty.title"), Text.of("deployments.empty.text"));
  }
}
