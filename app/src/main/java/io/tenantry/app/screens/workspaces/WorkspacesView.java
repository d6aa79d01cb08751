package io.tenantry.app.screens.workspaces;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.dialogs.Sheet;
import io.tenantry.app.fx.Command;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.lists.ListScreen;
import io.tenantry.app.lists.ListSetup;
import io.tenantry.app.lists.RowAction;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.text.Text;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The list of workspaces. */
public final class WorkspacesView implements Screen {
  private static final int SHOWN_TENANTS = 24;
  private final WorkspacesViewModel model;
  private final Dialogs dialogs;
  private final FileDialogs files;
  private final WriteGuard guard;
  private final ListScreen<ListedWorkspace> screen;
  private final PageHead head;
  private final VBox root;

  public WorkspacesView(
      WorkspacesViewModel model,
      Dialogs dialogs,
      FileDialogs files,
      WriteGuard guard,
      ProjectMemory memory) {
    this.model = model;
    this.dialogs = dialogs;
    this.files = files;
    this.guard = guard;
    screen = new ListScreen<>(model.list(), setup(), memory);
    head =
        new PageHead(Text.of("workspaces.title"))
            .primary(
                Action.of(Text.of("workspaces.new"), Icon.ADD, this::openCreate)
                    .keys("Shortcut+N"));
    head.captionProperty().bind(model.summary());
    root = StyleSheets.add(Panels.page(screen.node()), WorkspacesView.class, "workspaces.css");
    FileDrop.accept(root, this::openCreateFrom);
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
    screen.hidden();
  }

  @Override
  public List<Command> commands() {
    return screen.commands();
  }

  private ListSetup<ListedWorkspace> setup() {
    return new ListSetup<ListedWorkspace>("workspaces")
        .columns(WorkspaceColumns.all())
        .opening(model::open)
        .action(RowAction.one(Text.of("workspaces.open"), Icon.WORKSPACES, model::open))
        .action(
            RowAction.<ListedWorkspace>one(
                    Text.of("workspaces.openChanges"), Icon.PENDING_CHANGES, model::openChanges)
                .offered(ListedWorkspace::tenantMode)
                .quick())
        .action(
            RowAction.<ListedWorkspace>one(
                    Text.of("workspaces.openTenants"),
                    Icon.TENANTS,
                    row -> model.openTenants(row.name()))
                .offered(ListedWorkspace::tenantMode)
                .quick())
        .action(
            RowAction.one(Text.of("workspaces.delete"), Icon.TRASH, this::delete)
                .keys("Delete")
                .danger())
        .whenEmpty(empty());
  }

  private Node empty() {
    return new EmptyState(
            Icon.WORKSPACES, Text.of("workspaces.empty.title"), Text.of("workspaces.empty.text"))
        .action(Buttons.primary(Text.of("workspaces.new"), Icon.ADD, this::openCreate))
        .link(Buttons.link(Text.of("workspaces.empty.sample"), this::openSample));
  }

  private void openCreate() {
    form().open();
  }

  private void openCreateFrom(Path file) {
    form().openWith(file);
  }

  private void openSample() {
    form().openWith(SampleScript.CLINIC);
  }

  private CreateWorkspaceSheet form() {
    return new CreateWorkspaceSheet(model.newForm(), dialogs, files, guard, model::openCreated);
  }

  private void delete(ListedWorkspace row) {
    GuardedChange change =
        GuardedChange.irrevocable(
            Text.of("workspaces.delete.title", row.name()),
            Text.of(row.tenantMode() ? "workspaces.delete.text" : "workspaces.delete.controlText"),
            Text.of("workspaces.delete.action"),
            row.name());
    guard.run(change, () -> model.delete(row, this::explain));
  }

  private void explain(WorkspacesViewModel.Blocked blocked) {
    FlowPane tenants = new FlowPane();
    tenants.getStyleClass().add("blocking-tenants");
    blocked.tenants().stream()
        .limit(SHOWN_TENANTS)
        .forEach(id -> tenants.getChildren().add(Labels.mono(id)));
    int more = blocked.tenants().size() - SHOWN_TENANTS;
    if (more > 0) {
      tenants.getChildren().add(Labels.muted(Text.of("workspaces.blocked.more", more)));
    }
    VBox content =
        Panels.column(
            Labels.prose(blocked.reason() + "."), tenants, Labels.prose(blocked.advice() + "."));
    content.getStyleClass().add("loose");
    Sheet sheet = new Sheet(Text.of("workspaces.blocked.title", blocked.workspace()), content);
    StyleSheets.add(sheet, WorkspacesView.class, "workspaces.css");
    sheet.cancelLabel(Text.of("workspaces.blocked.close"));
    sheet.primary(
        Text.of("workspaces.blocked.show"),
        () -> {
          sheet.close();
          model.openTenants(blocked.workspace());
        });
    dialogs.show(sheet);
  }
}
