package io.tenantry.app.screens.workspaces;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.DataColumn;
import io.tenantry.app.controls.DataTable;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.SearchField;
import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.dialogs.Sheet;
import io.tenantry.app.fx.Command;
import io.tenantry.app.guard.Change;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The list of workspaces. */
public final class WorkspacesView implements Screen {
  private static final int SHOWN_TENANTS = 24;
  private final WorkspacesViewModel model;
  private final Dialogs dialogs;
  private final FileDialogs files;
  private final WriteGuard guard;
  private final SearchField search;
  private final DataTable<WorkspaceRow> table;
  private final PageHead head;
  private final VBox root;

  public WorkspacesView(
      WorkspacesViewModel model,
      Dialogs dialogs,
      FileDialogs files,
      WriteGuard guard,
      LayoutMemory memory) {
    this.model = model;
    this.dialogs = dialogs;
    this.files = files;
    this.guard = guard;
    search = new SearchField(Text.of("workspaces.search"), model::search);
    table = table(memory);
    head =
        new PageHead(Text.of("workspaces.title"))
            .tool(search)
            .primary(
                Action.of(Text.of("workspaces.new"), Icon.ADD, this::openCreate)
                    .keys("Shortcut+N"));
    head.captionProperty().bind(model.summary());
    root =
        StyleSheets.add(
            Panels.page(new ScreenStatePane(model.state(), table, empty(), model::load)),
            WorkspacesView.class,
            "workspaces.css");
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
    model.load();
  }

  @Override
  public void hidden() {
    model.leave();
  }

  @Override
  public List<Command> commands() {
    return List.of(new Command(Text.of("workspaces.search"), "Shortcut+F", search::requestFocus));
  }

  private DataTable<WorkspaceRow> table(LayoutMemory memory) {
    DataTable<WorkspaceRow> list =
        new DataTable<>(
            Text.of("workspaces.title"),
            model.rows(),
            DataColumn.<WorkspaceRow>text(Text.of("workspaces.column.name"), WorkspaceRow::name)
                .styled("strong-cell")
                .wide(280)
                .grow(),
            DataColumn.<WorkspaceRow>text(Text.of("workspaces.column.mode"), WorkspaceRow::mode)
                .wide(130),
            DataColumn.<WorkspaceRow>text(Text.of("workspaces.column.type"), WorkspaceRow::database)
                .wide(110),
            DataColumn.<WorkspaceRow>mono(
                    Text.of("workspaces.column.version"), WorkspaceRow::version)
                .wide(100),
            DataColumn.chip(Text.of("workspaces.column.pending"), WorkspaceRow::changes).wide(200),
            DataColumn.<WorkspaceRow>ago(
                    Text.of("workspaces.column.created"), row -> Optional.of(row.createdAt()))
                .wide(140));
    list.remember(memory, "workspaces").onOpen(model::open).menu(menu(list));
    list.whenEmpty(Labels.muted(Text.of("workspaces.noMatch")));
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DELETE) {
            withSelected(list, this::delete);
          }
        });
    return list;
  }

  private ContextMenu menu(DataTable<WorkspaceRow> list) {
    return new ContextMenu(
        item("workspaces.open", () -> withSelected(list, model::open)),
        item("workspaces.openChanges", () -> withSelected(list, model::openChanges)),
        item(
            "workspaces.openTenants",
            () -> withSelected(list, row -> model.openTenants(row.name()))),
        new SeparatorMenuItem(),
        item("workspaces.delete", () -> withSelected(list, this::delete)));
  }

  private static MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(Text.of(key));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private static void withSelected(
      DataTable<WorkspaceRow> list, Consumer<? super WorkspaceRow> action) {
    WorkspaceRow row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      action.accept(row);
    }
  }

  private Node empty() {
    return new EmptyState(
            Feather.LAYERS, Text.of("workspaces.empty.title"), Text.of("workspaces.empty.text"))
        .action(Buttons.primary(Text.of("workspaces.new"), Feather.PLUS, this::openCreate))
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

  private void delete(WorkspaceRow row) {
    Change change =
        Change.irrevocable(
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
