package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.avatar.Avatar;
import io.tenantry.app.controls.cards.Facts;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.controls.state.StateMark;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.TenantDeployment;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantDatabase;
import io.tenantry.contract.tenants.TenantStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One tenant beside the list: where it stands, how to connect, what was deployed to it. */
final class TenantPanel extends VBox {
  private final Navigator navigator;
  private final Avatar avatar = new Avatar(Avatar.Size.CRUMB);
  private final Label name = Labels.cutAtEnd(Labels.title(""));
  private final VBox content = Panels.column();

  /**
   * Creates it.
   *
   * @param close hides it
   */
  TenantPanel(TenantViewModel model, Navigator navigator, Runnable close) {
    this.navigator = navigator;
    content.getStyleClass().add("tenant-panel");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    StackPane nothing = new StackPane();
    model.selected().subscribe(count -> nothing.getChildren().setAll(none(count.longValue())));
    Node body = new ScreenStatePane(model.state(), scroll, nothing, model::again);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(head(close), body);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close.run();
            event.consume();
          }
        });
    model.detail().subscribe(detail -> detail.ifPresentOrElse(this::show, this::showNone));
  }

  private static Node none(long selected) {
    return (selected < 2
            ? new EmptyState(
                Icon.TENANTS, Text.of("tenants.panel.none"), Text.of("tenants.panel.hint"))
            : new EmptyState(
                Icon.TENANTS,
                Text.of("tenants.panel.several", Figures.count(selected)),
                Text.of("tenants.panel.severalHint")))
        .framed();
  }

  private Node head(Runnable close) {
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    avatar.managedProperty().bind(avatar.visibleProperty());
    Button page = Buttons.icon(Icon.OPEN_PAGE, Text.of("tenant.open"), this::openPage);
    page.visibleProperty().bind(avatar.visibleProperty());
    HBox head =
        new HBox(
            avatar, name, page, Buttons.icon(Icon.CLOSE, Text.of("tenants.panel.close"), close));
    head.getStyleClass().add("panel-head");
    return head;
  }

  private void openPage() {
    navigator.go(ScreenRoute.TENANT, name.getText());
  }

  private void showNone() {
    avatar.setVisible(false);
    name.setText("");
  }

  private void show(TenantViewModel.Detail detail) {
    Tenant tenant = detail.tenant();
    String id = tenant.tenantId().value();
    avatar.show(id).suspended(tenant.status() == TenantStatus.SUSPENDED);
    avatar.setVisible(true);
    name.setText(id);
    content.getChildren().setAll(facts(tenant));
    tenant.databases().forEach(database -> add(tenant, database));
    content.getChildren().add(history(detail.deployments()));
  }

  private static Facts facts(Tenant tenant) {
    return new Facts()
        .node(Text.of("tenants.panel.state"), new StateMark(TenantChips.of(tenant.status())))
        .mono(Text.of("tenants.panel.id"), tenant.tenantId().value())
        .node(Text.of("tenants.panel.created"), Labels.ago(tenant.createdAt(), Instant.now()));
  }

  private void add(Tenant tenant, TenantDatabase database) {
    String blueprint = database.blueprint().value();
    Facts facts =
        new Facts()
            .add(Text.of("tenants.panel.version"), database.version().toString())
            .add(Text.of("tenants.panel.engine"), database.databaseType().code())
            .add(
                Text.of("tenants.panel.level"),
                Text.of("tenants.filter.level." + database.isolationLevel()));
    database.region().ifPresent(region -> facts.add(Text.of("tenants.panel.region"), region));
    content
        .getChildren()
        .addAll(
            sectionHead(blueprint, queryButton(tenant, blueprint)),
            facts,
            database
                .connection()
                .<Node>map(ConnectSamples::brief)
                .orElseGet(() -> Labels.muted(Text.of("tenants.panel.closed"))));
  }

  /** Only a tenant that is ready answers; of another it is said in the same place why not. */
  private Node queryButton(Tenant tenant, String blueprint) {
    return tenant.status() == TenantStatus.READY
        ? Buttons.icon(
            Icon.QUERY,
            Text.of("tenants.panel.query", blueprint),
            () -> navigator.go(ScreenRoute.QUERY, tenant.tenantId() + "/" + blueprint))
        : Labels.caption(Text.of("tenants.panel.noQuery." + tenant.status().code()));
  }

  private static Node sectionHead(String text, Node... actions) {
    HBox head = Panels.row(Labels.heading(text), Panels.spacer());
    head.getChildren().addAll(actions);
    head.getStyleClass().add("section-head");
    return head;
  }

  private Node history(List<TenantDeployment> deployments) {
    VBox section = new VBox(sectionHead(Text.of("tenants.panel.deployments")));
    deployments.stream().map(this::line).forEach(section.getChildren()::add);
    if (deployments.isEmpty()) {
      section.getChildren().add(Labels.muted(Text.of("tenants.panel.noDeployments")));
    }
    return section;
  }

  private Node line(TenantDeployment deployment) {
    HBox first =
        Panels.row(
            new StateMark(tone(deployment.status()), words(deployment)),
            Panels.spacer(),
            Labels.ago(deployment.startedAt(), Instant.now()),
            Buttons.icon(
                Icon.NEXT,
                Text.of("tenants.panel.openDeployment"),
                () -> navigator.go(ScreenRoute.DEPLOYMENT, deployment.jobId().value())));
    VBox line = new VBox(first);
    deployment.error().ifPresent(error -> line.getChildren().add(Labels.prose(error)));
    return line;
  }

  private static String words(TenantDeployment deployment) {
    String target = deployment.blueprintId() + " " + deployment.version();
    return deployment
        .durationMs()
        .map(millis -> Figures.duration(Duration.ofNanos(Math.round(millis * 1e6))))
        .map(time -> Text.of("tenants.panel.took", target, time))
        .orElse(target);
  }

  private static Tone tone(DeploymentTenant.State state) {
    return switch (state) {
      case PENDING -> Tone.WAITING;
      case DONE -> Tone.SUCCESS;
      case SKIPPED -> Tone.NEUTRAL;
      case NOT_REACHED -> Tone.PAUSED;
      case FAILED -> Tone.DANGER;
    };
  }
}
