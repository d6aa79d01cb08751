package io.tenantry.app.screens.blueprints;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.fx.Command;
import io.tenantry.app.lists.ListScreen;
import io.tenantry.app.lists.ListSetup;
import io.tenantry.app.lists.RowAction;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.text.Text;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The list of blueprints, each with its tenants by version. */
public final class BlueprintsView implements Screen {
  private final BlueprintsViewModel model;
  private final ListScreen<ListedBlueprint> screen;
  private final PageHead head = new PageHead(Text.of("blueprints.title"));
  private final VBox root;

  public BlueprintsView(BlueprintsViewModel model, ProjectMemory memory) {
    this.model = model;
    screen = new ListScreen<>(model.list(), setup(), memory);
    head.captionProperty().bind(model.summary());
    root = StyleSheets.add(Panels.page(screen.node()), BlueprintsView.class, "blueprints.css");
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
    screen.shown(subject);
  }

  @Override
  public void hidden() {
    model.leave();
  }

  @Override
  public List<Command> commands() {
    return screen.commands();
  }

  private ListSetup<ListedBlueprint> setup() {
    return new ListSetup<ListedBlueprint>("blueprints")
        .columns(new BlueprintColumns(model::openTenants).all())
        .opening(model::open)
        .action(RowAction.one(Text.of("blueprints.open"), Icon.BLUEPRINTS, model::open))
        .action(
            RowAction.one(Text.of("blueprints.deploy"), Icon.DEPLOYMENTS, model::deploy).quick())
        .action(
            RowAction.<ListedBlueprint>one(
                    Text.of("blueprints.showTenants"), Icon.TENANTS, model::openTenants)
                .quick())
        .whenEmpty(empty());
  }

  private Node empty() {
    return new EmptyState(
            Icon.BLUEPRINTS, Text.of("blueprints.empty.title"), Text.of("blueprints.empty.text"))
        .action(Buttons.primary(Text.of("blueprints.empty.action"), model::openWorkspaces));
  }
}
