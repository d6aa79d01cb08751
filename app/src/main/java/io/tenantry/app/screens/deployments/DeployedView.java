package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.fx.Command;
import io.tenantry.app.lists.ListScreen;
import io.tenantry.app.lists.ListSetup;
import io.tenantry.app.lists.RowAction;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.TenantDeployment;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The deployments that were to reach one tenant. Its subject is the tenant's id. */
public final class DeployedView implements Screen {
  private final DeployedViewModel model;
  private final Navigator navigator;
  private final ListScreen<TenantDeployment> screen;
  private final PageHead head;
  private final VBox root;

  public DeployedView(DeployedViewModel model, Navigator navigator, ProjectMemory memory) {
    this.model = model;
    this.navigator = navigator;
    screen = new ListScreen<>(model.list(), setup(), memory);
    head =
        new PageHead("")
            .actions(
                Action.of(Text.of("deployments.refresh"), Icon.REFRESH, model.list()::load)
                    .iconOnly());
    head.captionProperty().bind(model.summary());
    root = StyleSheets.add(Panels.page(screen.node()), DeployedView.class, "deployments.css");
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
    model.of(TenantId.existing(subject));
    screen.shown("");
  }

  @Override
  public void hidden() {
    screen.hidden();
    model.leave();
  }

  @Override
  public List<Command> commands() {
    return screen.commands();
  }

  private ListSetup<TenantDeployment> setup() {
    return new ListSetup<TenantDeployment>("deployed")
        .columns(DeployedColumns.all())
        .opening(this::open)
        .action(
            RowAction.<TenantDeployment>one(
                    Text.of("deployments.open"), Icon.DEPLOYMENTS, this::open)
                .quick())
        .whenEmpty(
            new EmptyState(
                    Icon.DEPLOYMENTS,
                    Text.of("deployed.empty.title"),
                    Text.of("deployed.empty.text"))
                .link(
                    Buttons.link(
                        Text.of("deployed.empty.link"),
                        () -> navigator.go(ScreenRoute.DEPLOYMENTS))));
  }

  private void open(TenantDeployment row) {
    navigator.go(ScreenRoute.DEPLOYMENT, row.jobId().value());
  }
}
