package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.CopyField;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.TenantDeployment;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One tenant beside the list. */
final class TenantPanel extends StackPane {
  private final TenantViewModel model;
  private final Navigator navigator;
  private final VBox content = Panels.column();

  TenantPanel(TenantViewModel model, Navigator navigator) {
    this.model = model;
    this.navigator = navigator;
    getStyleClass().add("side-panel");
    content.getStyleClass().add("tenant-panel");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    EmptyState nothing =
        new EmptyState(
            Feather.MOUSE_POINTER, Text.of("tenants.panel.none"), Text.of("tenants.panel.hint"));
    getChildren().add(new ScreenStatePane(model.state(), scroll, nothing, this::again));
    model.detail().subscribe(detail -> detail.ifPresent(this::show));
  }

  private void again() {
    model.detail().get().ifPresent(detail -> model.show(detail.tenant().tenantId()));
  }

  private void show(TenantViewModel.Detail detail) {
    Tenant tenant = detail.tenant();
    content.getChildren().setAll(head(tenant), created(tenant));
    for (TenantDatabase database : tenant.databases()) {
      content.getChildren().add(database(tenant, database));
    }
    content.getChildren().add(history(detail.deployments()));
  }

  private static Node head(Tenant tenant) {
    Label id = Labels.title(tenant.tenantId().value());
    id.getStyleClass().add("text-mono");
    HBox row = Panels.row(id, Panels.spacer(), new Chip(TenantChips.of(tenant.status())));
    id.setMinWidth(0);
    return row;
  }

  private static Node created(Tenant tenant) {
    return Panels.row(
        Labels.muted(Text.of("tenants.panel.created")),
        Labels.ago(tenant.createdAt(), Instant.now()));
  }

  private Node database(Tenant tenant, TenantDatabase database) {
    String name = database.blueprint().value();
    VBox box = Panels.column();
    HBox tags =
        Panels.row(
            Chip.tag(database.databaseType().code()), Chip.tag("L" + database.isolationLevel()));
    database.region().ifPresent(region -> tags.getChildren().add(Chip.tag(region)));
    tags.getChildren()
        .add(Chip.tag(Text.of("tenants.panel.version", database.version().toString())));
    box.getChildren().add(tags);
    database
        .connection()
        .ifPresentOrElse(
            connection -> {
              box.getChildren()
                  .addAll(
                      Labels.caption(Text.of("tenants.panel.connection")),
                      CopyField.plain(connection.connectionString()));
              connection
                  .authToken()
                  .ifPresent(
                      token ->
                          box.getChildren()
                              .addAll(
                                  Labels.caption(Text.of("tenants.panel.token")),
                                  CopyField.secret(token.value())));
            },
            () -> box.getChildren().add(Labels.muted(Text.of("tenants.panel.closed"))));
    String place = tenant.tenantId() + "/" + name;
    return Panels.section(
        name,
        box,
        Buttons.quiet(
            Text.of("tenants.panel.query"),
            Feather.TERMINAL,
            () -> navigator.go(Route.QUERY, place)));
  }

  private Node history(List<TenantDeployment> deployments) {
    VBox list = Panels.column();
    for (TenantDeployment deployment : deployments) {
      list.getChildren().add(line(deployment));
    }
    if (deployments.isEmpty()) {
      list.getChildren().add(Labels.muted(Text.of("tenants.panel.noDeployments")));
    }
    return Panels.section(Text.of("tenants.panel.deployments"), list);
  }

  private Node line(TenantDeployment deployment) {
    VBox line =
        new VBox(
            Panels.row(
                new Chip(tone(deployment.status()), words(deployment)),
                Panels.spacer(),
                Labels.ago(deployment.startedAt(), Instant.now()),
                Buttons.icon(
                    Feather.CHEVRON_RIGHT,
                    Text.of("tenants.panel.openDeployment"),
                    () -> navigator.go(Route.DEPLOYMENT, deployment.jobId().value()))));
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
