package io.tenantry.app.screens.query;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Icons;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.PageHeader;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.fx.Command;
import io.tenantry.app.fx.Screen;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The query screen: tabs. Its subject {@code tenant/blueprint} opens a tab on that tenant. */
public final class QueryView implements Screen {
  private final QueryViewModel model;
  private final Dialogs dialogs;
  private final FileDialogs files;
  private final TaskRunner tasks;
  private final LayoutMemory memory;
  private final TabPane tabs = new TabPane();
  private final VBox root;

  QueryView(
      QueryViewModel model,
      Dialogs dialogs,
      FileDialogs files,
      TaskRunner tasks,
      LayoutMemory memory) {
    this.model = model;
    this.dialogs = dialogs;
    this.files = files;
    this.tasks = tasks;
    this.memory = memory;
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    PageHeader header =
        new PageHeader(
            Text.of("query.title"),
            Buttons.normal(Text.of("query.newTab"), Feather.PLUS, this::openEmpty));
    root = Panels.page(header, tabs);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown(String subject) {
    model.load();
    int slash = subject.indexOf('/');
    if (slash > 0) {
      TenantId tenant = TenantId.existing(subject.substring(0, slash));
      WorkspaceName blueprint = WorkspaceName.existingBlueprint(subject.substring(slash + 1));
      open(Optional.of(new QueryTarget.OneTenant(tenant, blueprint)), tenant.value());
    } else if (tabs.getTabs().isEmpty()) {
      openEmpty();
    }
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(Text.of("query.newTab"), "Shortcut+T", this::openEmpty),
        new Command(Text.of("query.run"), "F9", this::runCurrent));
  }

  private void openEmpty() {
    open(Optional.empty(), Text.of("query.tab", tabs.getTabs().size() + 1));
  }

  private void open(Optional<QueryTarget> target, String title) {
    QueryTab opened = model.open(target, "");
    QueryTabView view = new QueryTabView(model, opened, dialogs, files, tasks, memory);
    Tab tab = new Tab(title, view);
    tab.setGraphic(Icons.of(Feather.TERMINAL));
    tab.setOnClosed(_ -> model.close(opened));
    tabs.getTabs().add(tab);
    tabs.getSelectionModel().select(tab);
    view.focusEditor();
  }

  private void runCurrent() {
    Tab selected = tabs.getSelectionModel().getSelectedItem();
    if (selected != null && selected.getContent() instanceof QueryTabView view) {
      view.runCurrent();
    }
  }
}
