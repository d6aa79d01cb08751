package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.fx.Command;
import io.tenantry.app.lists.ListScreen;
import io.tenantry.app.lists.ListSetup;
import io.tenantry.app.lists.RowAction;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The list of deployments. Its subject is a blueprint whose new deployment is to be made. */
public final class DeploymentsView implements Screen {
  private final DeploymentsViewModel model;
  private final Supplier<NewDeploymentSheet> sheets;
  private final ListScreen<Deployment> screen;
  private final Navigator navigator;
  private final PageHead head;
  private final VBox root;

  public DeploymentsView(
      DeploymentsViewModel model,
      Supplier<NewDeploymentSheet> sheets,
      Navigator navigator,
      ProjectMemory memory) {
    this.model = model;
    this.sheets = sheets;
    this.navigator = navigator;
    screen = new ListScreen<>(model.list(), setup(), memory);
    head =
        new PageHead(Text.of("deployments.title"))
            .actions(
                Action.of(Text.of("deployments.refresh"), Icon.REFRESH, model.list()::load)
                    .iconOnly()
                    .keys("F5"))
            .primary(
                Action.of(Text.of("deployments.new"), Icon.DEPLOYMENTS, this::openNew)
                    .keys("Shortcut+N"));
    head.captionProperty().bind(model.summary());
    root = Panels.page(screen.node());
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
    screen.shown("");
    if (!subject.isEmpty()) {
      sheets.get().open(Optional.of(WorkspaceName.existingBlueprint(subject)), this::opened);
    }
  }

  @Override
  public void hidden() {
    model.leave();
  }

  @Override
  public List<Command> commands() {
    return screen.commands();
  }

  private ListSetup<Deployment> setup() {
    return new ListSetup<Deployment>("deployments")
        .columns(DeploymentColumns.all())
        .filteredBy(DeploymentFilterTerms.LANGUAGE)
        .opening(this::opened)
        .action(RowAction.one(Text.of("deployments.open"), Icon.DEPLOYMENTS, this::opened))
        .action(
            RowAction.<Deployment>one(
                    Text.of("deployments.openTenants"), Icon.TENANTS, this::openTenants)
                .quick())
        .whenEmpty(empty());
  }

  private void openTenants(Deployment row) {
    navigator.go(
        ScreenRoute.TENANTS,
        PlaceSubjects.tenantsOn(row.blueprintId().value(), row.version().toString()));
  }

  private void openNew() {
    sheets.get().open(Optional.empty(), this::opened);
  }

  private void opened(Deployment started) {
    navigator.go(ScreenRoute.DEPLOYMENT, started.jobId().value());
  }

  private EmptyState empty() {
    return new EmptyState(
            Icon.DEPLOYMENTS, Text.of("deployments.empty.title"), Text.of("deployments.empty.text"))
        .action(Buttons.primary(Text.of("deployments.new"), Icon.DEPLOYMENTS, this::openNew))
        .link(
            Buttons.link(
                Text.of("deployments.empty.link"), () -> navigator.go(ScreenRoute.WORKSPACES)));
  }
}
