package io.tenantry.app.screens.query;

import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.fx.Command;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.sql.StatementKind;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The query screen: tabs. Its subject opens one: {@code tenant/blueprint} on that tenant, {@code
 * all/blueprint} on all; SQL after a line break is put in, and run when it only reads.
 */
public final class QueryView implements Screen {
  /** Stands for all tenants; a reserved word, so no tenant has this id. */
  private static final String ALL = "all";

  private final QueryViewModel model;
  private final WriteGuard guard;
  private final FileDialogs files;
  private final TaskRunner tasks;
  private final LayoutMemory memory;
  private final TabPane tabs = new TabPane();
  private final PageHead head;
  private final VBox root;

  public QueryView(
      QueryViewModel model,
      WriteGuard guard,
      FileDialogs files,
      TaskRunner tasks,
      LayoutMemory memory) {
    this.model = model;
    this.guard = guard;
    this.files = files;
    this.tasks = tasks;
    this.memory = memory;
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    head =
        new PageHead(Text.of("query.title"))
            .actions(
                Action.of(Text.of("query.newTab"), Icon.ADD, this::openEmpty).keys("Shortcut+T"));
    root = Panels.page(tabs);
    root.getStylesheets().add("io/tenantry/app/screens/query/query.css");
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
    if (tabs.getTabs().isEmpty()) {
      model.restore().forEach(this::add);
    }
    if (!subject.isEmpty()) {
      openFor(subject);
    }
    if (tabs.getTabs().isEmpty()) {
      openEmpty();
    }
  }

  @Override
  public List<Command> commands() {
    return List.of(new Command(Text.of("query.run"), "F9", this::runCurrent));
  }

  private void openFor(String subject) {
    String[] parts = subject.split("\n", 2);
    String sql = parts.length > 1 ? parts[1] : "";
    int slash = parts[0].indexOf('/');
    WorkspaceName blueprint = WorkspaceName.existingBlueprint(parts[0].substring(slash + 1));
    String tenant = parts[0].substring(0, slash);
    QueryTarget target =
        tenant.equals(ALL)
            ? new QueryTarget.AllTenants(blueprint)
            : new QueryTarget.OneTenant(TenantId.existing(tenant), blueprint);
    QueryTab opened = model.open(Optional.of(target), sql);
    add(opened);
    if (!sql.isBlank() && StatementKind.onlyReads(sql)) {
      model.run(opened, sql);
    }
  }

  private void openEmpty() {
    add(model.open(Optional.empty(), ""));
  }

  private void add(QueryTab opened) {
    QueryTabView view = new QueryTabView(model, opened, guard, files, tasks, memory);
    Tab tab = new Tab("", view);
    opened.targetProperty().subscribe(target -> tab.setText(title(target)));
    tab.setGraphic(Icons.of(Feather.TERMINAL));
    tab.setOnClosed(_ -> model.close(opened));
    tabs.getTabs().add(tab);
    tabs.getSelectionModel().select(tab);
    view.focusEditor();
  }

  private static String title(Optional<QueryTarget> target) {
    return switch (target.orElse(null)) {
      case null -> Text.of("query.tab");
      case QueryTarget.OneTenant(TenantId tenant, _) -> tenant.value();
      case QueryTarget.AllTenants(WorkspaceName blueprint) ->
          Text.of("query.tab.all", blueprint.value());
      case QueryTarget.SomeTenants(List<TenantId> some, _) ->
          Text.of("query.tab.some", some.size());
      case QueryTarget.InWorkspace(WorkspaceName workspace) -> workspace.value();
    };
  }

  private void runCurrent() {
    Tab selected = tabs.getSelectionModel().getSelectedItem();
    if (selected != null && selected.getContent() instanceof QueryTabView view) {
      view.runCurrent();
    }
  }
}
