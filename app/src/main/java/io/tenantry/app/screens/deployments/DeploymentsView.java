package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.DataColumn;
import io.tenantry.app.controls.DataTable;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The list of deployments. Its subject is a blueprint whose new deployment is to be made. */
public final class DeploymentsView implements Screen {
  private final DeploymentsViewModel model;
  private final Supplier<NewDeploymentSheet> sheets;
  private final Navigator navigator;
  private final PageHead head;
  private final VBox root;

  public DeploymentsView(
      DeploymentsViewModel model,
      Supplier<NewDeploymentSheet> sheets,
      Navigator navigator,
      LayoutMemory memory) {
    this.model = model;
    this.sheets = sheets;
    this.navigator = navigator;
    head =
        new PageHead(Text.of("deployments.title"))
            .caption(Text.of("deployments.subtitle"))
            .actions(
                Action.of(Text.of("deployments.refresh"), Icon.REFRESH, model::load)
                    .iconOnly()
                    .keys("F5"))
            .primary(
                Action.of(Text.of("deployments.new"), Icon.DEPLOYMENTS, this::openNew)
                    .keys("Shortcut+N"));
    root = Panels.page(new ScreenStatePane(model.state(), table(memory), empty(), model::load));
    root.getStylesheets().add("io/tenantry/app/screens/deployments/deployments.css");
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
  public void shown(String subject) {
    model.load();
    if (!subject.isEmpty()) {
      sheets.get().open(Optional.of(WorkspaceName.existingBlueprint(subject)), this::opened);
    }
  }

  @Override
  public void hidden() {
    model.leave();
  }

  private Node table(LayoutMemory memory) {
    return new DataTable<>(
            Text.of("deployments.title"),
            model.rows(),
            DataColumn.chip(
                Text.of("deployments.column.status"),
                (Deployment row) -> DeploymentWords.chip(row.status())),
            DataColumn.mono(Text.of("deployments.column.blueprint"), DeploymentWords::target)
                .grow(),
            DataColumn.node(
                    Text.of("deployments.column.progress"),
                    Deployment::progressDisplay,
                    DeploymentsView::progress)
                .wide(260),
            DataColumn.number(
                Text.of("deployments.column.failed"), (Deployment row) -> row.failedTenants()),
            DataColumn.text(
                    Text.of("deployments.column.took"),
                    (Deployment row) -> DeploymentWords.took(row, Instant.now()))
                .styled("number-cell")
                .wide(100),
            DataColumn.ago(
                Text.of("deployments.column.created"),
                (Deployment row) -> Optional.of(row.createdAt())),
            DataColumn.mono(
                Text.of("deployments.column.id"), (Deployment row) -> row.jobId().value()))
        .remember(memory, "deployments")
        .onOpen(row -> navigator.go(Route.DEPLOYMENT, row.jobId().value()));
  }

  private static Node progress(Deployment row) {
    ProgressBar bar = new ProgressBar(row.progress());
    DeploymentWords.chip(row.status()).tone().mark(bar);
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    return Panels.row(bar, Labels.muted(row.progressDisplay()));
  }

  private void openNew() {
    sheets.get().open(Optional.empty(), this::opened);
  }

  private void opened(Deployment started) {
    navigator.go(Route.DEPLOYMENT, started.jobId().value());
  }

  private EmptyState empty() {
    return new EmptyState(
            Feather.SEND, Text.of("deployments.empty.title"), Text.of("deployments.empty.text"))
        .action(Buttons.primary(Text.of("deployments.new"), Feather.SEND, this::openNew))
        .link(
            Buttons.link(Text.of("deployments.empty.link"), () -> navigator.go(Route.WORKSPACES)));
  }
}
