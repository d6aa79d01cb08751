package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.app.controls.Clipboards;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.PageTabs;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.fx.Command;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.rows.RowsView;
import io.tenantry.app.screens.workspaces.edits.PreparedSql;
import io.tenantry.app.screens.workspaces.edits.SchemaScripts;
import io.tenantry.app.screens.workspaces.grid.GridView;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** One workspace: its header and the tabs grid, SQL, data and settings. */
public final class WorkspaceView implements Screen {
  private static final int GRID = 0;
  private static final int SQL = 1;
  private static final int DATA = 2;

  /** Absolute, because a jar does not resolve a path that goes up. */
  private static final String STYLES = "/io/tenantry/app/screens/workspaces/workspaces.css";

  private final WorkspaceViewModel model;
  private final GridView grid;
  private final SqlView sql;
  private final RowsView data;
  private final PageTabs tabs = new PageTabs();
  private final PageHead head = new PageHead("");
  private final Action changes;
  private final VBox root;
  private final LayoutMemory memory;
  private String shown = "";

  public WorkspaceView(
      WorkspaceViewModel model, Dialogs dialogs, WriteGuard guard, LayoutMemory memory) {
    this.model = model;
    this.memory = memory;
    grid = new GridView(model.grid(), dialogs, guard, memory, this::prepare);
    sql = new SqlView(model.sql(), guard, memory, model::openChanges);
    data =
        new RowsView(
            model.data(),
            memory,
            "workspace.data",
            Text.of("workspace.data.write"),
            table -> prepare(SchemaScripts.rows(table)));
    WorkspaceSettingsView settings =
        new WorkspaceSettingsView(
            model.settings(), guard, () -> model.header().get().name(), model::deploy);
    changes =
        Action.of(Text.of("workspace.noChanges"), Icon.PENDING_CHANGES, model::openChanges)
            .keys("Shortcut+D")
            .shownWhile(known(WorkspaceHeader::isTenantMode));
    addActions();
    addTabs(settings);
    tabs.mark(GRID, model.stagedEdits().map(count -> count > 0), Text.of("workspace.tab.staged"));
    sql.tellStaged(model.stagedEdits(), () -> tabs.show(GRID));
    tabs.getSelectionModel().selectedIndexProperty().subscribe((_, now) -> opened(now.intValue()));
    tabs.getStyleClass().add("workspace-tabs");
    model.header().subscribe(this::show);
    model.whenSqlWanted(() -> tabs.show(SQL));
    ScreenStatePane state =
        new ScreenStatePane(
                model.state(), tabs, new EmptyState(Icon.WORKSPACES, "", ""), model::load)
            .wayOut(Text.of("workspace.all"), model::openWorkspaces);
    root = StyleSheets.add(Panels.page(state), WorkspaceView.class, STYLES);
    root.getStyleClass().add("workspace-page");
  }

  private void addActions() {
    head.actions(
            Action.of(Text.of("workspace.copyConnection"), Icon.COPY, this::copyConnection)
                .iconOnly()
                .enabledWhile(known(now -> now.facts().isPresent())),
            changes)
        .primary(
            Action.of(Text.of("workspace.createTenants"), Icon.TENANTS, model::createTenants)
                .shownWhile(known(WorkspaceHeader::lacksTenants)))
        .primary(
            Action.of(Text.of("workspace.deploy"), Icon.DEPLOYMENTS, model::deploy)
                .shownWhile(known(WorkspaceHeader::hasTenants)));
  }

  private void addTabs(Node settings) {
    tabs.add(Text.of("workspace.tab.grid"), grid)
        .add(Text.of("workspace.tab.sql"), sql)
        .add(Text.of("workspace.tab.data"), data)
        .add(Text.of("workspace.tab.settings"), settings);
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
    String name = PlaceSubjects.nameIn(subject);
    model.open(name);
    sql.open(name);
    if (!name.equals(shown)) {
      shown = name;
      tabs.show((int) memory.read(tabKey()).orElse(GRID));
    }
    PlaceSubjects.partIn(subject).ifPresent(this::lookAt);
  }

  private void lookAt(String table) {
    tabs.show(GRID);
    model.lookAt(table);
  }

  @Override
  public void hidden() {
    model.leave();
  }

  @Override
  public List<Command> commands() {
    List<Command> commands = new ArrayList<>(tabs.commands());
    if (tabs.shown() == GRID) {
      commands.addAll(grid.commands());
    } else if (tabs.shown() == SQL) {
      commands.addAll(sql.commands());
    }
    return commands;
  }

  private void prepare(PreparedSql prepared) {
    tabs.show(SQL);
    sql.prepare(prepared);
  }

  private String tabKey() {
    return "workspace.tab." + shown;
  }

  private void opened(int tab) {
    if (!shown.isEmpty()) {
      memory.write(tabKey(), tab);
    }
    if (tab == SQL) {
      sql.requestFocus();
    } else if (tab == DATA) {
      data.opened();
    }
  }

  private ObservableValue<Boolean> known(Function<WorkspaceHeader, Boolean> question) {
    return model.header().map(question);
  }

  private void show(WorkspaceHeader now) {
    head.titleProperty().set(now.name());
    head.caption(now.caption());
    head.chips(now.facts().map(WorkspaceView::tags).orElse(List.of()).toArray(Node[]::new));
    changes.titleProperty().set(changes(now));
    if (now.facts().isPresent() && tabs.shown() == DATA) {
      data.opened();
    }
  }

  private static String changes(WorkspaceHeader now) {
    int pending = now.facts().map(WorkspaceHeader.Facts::pending).orElse(0);
    if (pending == 0) {
      return Text.of("workspace.noChanges");
    }
    return Text.of(now.hasTenants() ? "workspace.changes" : "workspace.changesSoFar", pending);
  }

  private static List<Node> tags(WorkspaceHeader.Facts known) {
    List<Node> tags = new ArrayList<>();
    known.version().ifPresent(version -> tags.add(Chip.tag(Text.of("workspace.version", version))));
    tags.add(Chip.tag(known.database()));
    if (!known.tenantMode()) {
      tags.add(Chip.tag(Text.of("workspaces.mode.control")));
    }
    return tags;
  }

  private void copyConnection() {
    model.header().get().facts().map(WorkspaceHeader.Facts::connection).ifPresent(Clipboards::copy);
  }
}
