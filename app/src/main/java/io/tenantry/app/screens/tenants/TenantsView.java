package io.tenantry.app.screens.tenants;

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
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.fx.Command;
import io.tenantry.app.guard.Change;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The screen of tenants: query bar, list, actions on selection or on all matches, one in detail.
 */
public final class TenantsView implements Screen {
  private final TenantsViewModel model;
  private final TenantViewModel tenant;
  private final CreateTenantsSheet create;
  private final Dialogs dialogs;
  private final WriteGuard guard;
  private final Navigator navigator;
  private final DataTable<TenantRow> table;
  private final TextField query = new TextField();
  private final PageHead head;
  private final VBox root;

  public TenantsView(
      TenantsViewModel model,
      TenantViewModel tenant,
      CreateTenantsSheet create,
      Dialogs dialogs,
      WriteGuard guard,
      Navigator navigator,
      LayoutMemory memory) {
    this.model = model;
    this.tenant = tenant;
    this.create = create;
    this.dialogs = dialogs;
    this.guard = guard;
    this.navigator = navigator;
    this.table = table(memory);
    Node list =
        Panels.split(
            memory,
            "tenants",
            Orientation.HORIZONTAL,
            0.66,
            listSide(),
            new TenantPanel(tenant, navigator));
    head = createHead();
    root = Panels.page(new ScreenStatePane(model.state(), list, empty(), model::load));
    root.getStylesheets().add("io/tenantry/app/screens/tenants/tenants.css");
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
    if (!subject.isEmpty()) {
      model.queryProperty().set(subject);
    }
    model.load();
  }

  @Override
  public void hidden() {
    model.leave();
    tenant.clear();
  }

  @Override
  public List<Command> commands() {
    return List.of(new Command(Text.of("tenants.find"), "Shortcut+F", query::requestFocus));
  }

  private PageHead createHead() {
    PageHead made =
        new PageHead(Text.of("tenants.title"))
            .actions(
                Action.of(Text.of("tenants.refresh"), Icon.REFRESH, model::load)
                    .iconOnly()
                    .keys("F5"))
            .primary(
                Action.of(Text.of("tenants.create.open"), Icon.ADD, this::openCreate)
                    .keys("Shortcut+N"));
    model
        .total()
        .subscribe(total -> made.caption(Figures.count(total.longValue(), "tenant", "tenants")));
    return made;
  }

  private Node listSide() {
    VBox side = new VBox(queryBar(), table, footer());
    side.getStyleClass().add("list-side");
    VBox.setVgrow(table, Priority.ALWAYS);
    return side;
  }

  private Node queryBar() {
    query.textProperty().bindBidirectional(model.queryProperty());
    query.setPromptText(Text.of("tenants.query.prompt"));
    query.setAccessibleText(Text.of("tenants.query.name"));
    query.getStyleClass().add("mono-field");
    HBox.setHgrow(query, Priority.ALWAYS);
    Label problem = Labels.caption("");
    problem.getStyleClass().add("text-danger");
    problem.textProperty().bind(model.queryProblem());
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    VBox bar = new VBox(Panels.row(query, examples()), problem);
    bar.getStyleClass().add("query-bar");
    return bar;
  }

  private Node examples() {
    var menu = Buttons.menu(Text.of("tenants.query.filters"));
    for (String example :
        List.of(
            "state:ready",
            "state:suspended",
            "state:deleted",
            "level:1",
            "level:2",
            "version:1.")) {
      MenuItem item = new MenuItem(example);
      item.setOnAction(_ -> add(example));
      menu.getItems().add(item);
    }
    return menu;
  }

  private void add(String term) {
    String before = model.queryProperty().get().strip();
    model.queryProperty().set(before.isEmpty() ? term : before + " " + term);
    query.requestFocus();
    query.end();
  }

  private DataTable<TenantRow> table(LayoutMemory memory) {
    DataTable<TenantRow> rows =
        new DataTable<>(
            Text.of("tenants.title"),
            model.rows(),
            DataColumn.mono(Text.of("tenants.column.id"), (TenantRow row) -> row.id().value())
                .grow(),
            DataColumn.chip(
                Text.of("tenants.column.status"), (TenantRow row) -> TenantChips.of(row.status())),
            DataColumn.mono(Text.of("tenants.column.databases"), TenantRow::databases).wide(170),
            DataColumn.text(Text.of("tenants.column.level"), TenantRow::level).wide(130),
            DataColumn.ago(
                Text.of("tenants.column.created"),
                (TenantRow row) -> Optional.of(row.createdAt())));
    rows.multiple()
        .remember(memory, "tenants")
        .onNearEnd(model::loadMore)
        .menu(menu())
        .whenEmpty(Labels.muted(Text.of("tenants.noMatch")));
    rows.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (row == null) {
                tenant.clear();
              } else {
                tenant.show(row.id());
              }
            });
    return rows;
  }

  private ContextMenu menu() {
    ContextMenu menu = new ContextMenu();
    for (TenantAction action : TenantAction.values()) {
      MenuItem item = new MenuItem(Text.of(action.key()));
      item.setOnAction(_ -> ask(action, false));
      menu.getItems().add(item);
    }
    return menu;
  }

  private Node footer() {
    Label selected = Labels.muted("");
    var acts = Buttons.menu(Text.of("tenants.actSelected"));
    var all = Buttons.menu(Text.of("tenants.actAll"));
    for (TenantAction action : TenantAction.values()) {
      acts.getItems().add(item(action, false));
      all.getItems().add(item(action, true));
    }
    Runnable refresh =
        () -> {
          int count = table.getSelectionModel().getSelectedItems().size();
          selected.setText(
              Text.of(
                  "tenants.selected",
                  Figures.count(count),
                  Figures.count(model.rows().size()),
                  Figures.count(model.total().get())));
          acts.setDisable(count == 0);
          all.setText(Text.of("tenants.actAll", Figures.count(model.total().get())));
        };
    table.getSelectionModel().getSelectedItems().subscribe(refresh);
    model.rows().subscribe(refresh);
    refresh.run();
    HBox footer = Panels.row(selected, Panels.spacer(), acts, all);
    footer.getStyleClass().add("list-footer");
    return footer;
  }

  private MenuItem item(TenantAction action, boolean allMatching) {
    MenuItem item = new MenuItem(Text.of(action.key()));
    item.setOnAction(_ -> ask(action, allMatching));
    return item;
  }

  private void ask(TenantAction action, boolean allMatching) {
    List<TenantRow> chosen = List.copyOf(table.getSelectionModel().getSelectedItems());
    long count = allMatching ? model.total().get() : chosen.size();
    if (count == 0) {
      return;
    }
    String number = Figures.count(count, "tenant", "tenants");
    Change change =
        new Change(
            Text.of(action.key() + ".question", number),
            Text.of(action.key() + ".explain"),
            Text.of(action.key()),
            String.valueOf(count),
            action.weight());
    Runnable act =
        () -> {
          if (allMatching) {
            model.actOnAllMatching(action, outcome -> report(action, outcome));
          } else {
            model.act(action, chosen, outcome -> report(action, outcome));
          }
        };
    guard.run(change, act);
  }

  private void report(TenantAction action, BulkOutcome outcome) {
    if (outcome.failures().isEmpty() && outcome.passedOver() == 0) {
      return;
    }
    String title =
        Text.of(
            "tenants.outcome.title",
            Text.of(action.key()),
            Figures.count(outcome.done(), "tenant", "tenants"));
    String passed =
        outcome.passedOver() == 0
            ? ""
            : Text.of("tenants.outcome.passed", Figures.count(outcome.passedOver())) + "\n";
    String failed = String.join("\n", outcome.failures().stream().limit(20).toList());
    dialogs.tell(title, passed + failed);
  }

  private void openCreate() {
    create.open(_ -> model.load());
  }

  private EmptyState empty() {
    return new EmptyState(
            Feather.USERS, Text.of("tenants.empty.title"), Text.of("tenants.empty.text"))
        .action(Buttons.primary(Text.of("tenants.create.open"), Feather.PLUS, this::openCreate))
        .link(Buttons.link(Text.of("tenants.empty.link"), () -> navigator.go(Route.WORKSPACES)));
  }
}
