package io.tenantry.app.screens.backups;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.figures.StatTiles;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.fx.Command;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.lists.Chosen;
import io.tenantry.app.lists.ListScreen;
import io.tenantry.app.lists.ListSetup;
import io.tenantry.app.lists.RowAction;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.BackupCoverage;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How all tenants stand with their backups. Its subject is a filter. */
public final class BackupsView implements Screen {
  private static final double ROOM_FOR_TILES = 480;
  private static final int NAMED = 100;

  private final BackupsViewModel model;
  private final FleetSheets sheets;
  private final DrillSheets drills;
  private final Navigator navigator;
  private final ListScreen<BackupCoverage> screen;
  private final FleetTiles tiles;
  private final PageHead head;
  private final VBox root;

  public BackupsView(
      BackupsViewModel model,
      FleetSheets sheets,
      DrillSheets drills,
      Navigator navigator,
      ProjectMemory memory) {
    this.model = model;
    this.sheets = sheets;
    this.drills = drills;
    this.navigator = navigator;
    screen = new ListScreen<>(model.list(), setup(), memory);
    tiles =
        new FleetTiles(
            state -> model.list().filterProperty().set(PlaceSubjects.coverage(state)),
            drills::past);
    head = createHead();
    VBox.setVgrow(screen.node(), Priority.ALWAYS);
    root =
        StyleSheets.add(Panels.page(tiles.node(), screen.node()), BackupsView.class, "backups.css");
    giveWay(tiles.node());
    model.standing().subscribe(tiles::show);
    model.outcome().subscribe(sheets::tell);
    drills.model().all().subscribe(all -> tiles.show(all));
  }

  private PageHead createHead() {
    PageHead made =
        new PageHead(Text.of("backups.title"))
            .actions(
                Action.of(Text.of("backups.schedule"), Icon.WAITING, sheets::schedule),
                Action.of(Text.of("drills.open"), Icon.CHECKED, drills::past),
                Action.of(Text.of("backups.refresh"), Icon.REFRESH, model.list()::load)
                    .iconOnly()
                    .keys("F5"))
            .primary(backUpShown());
    made.captionProperty().bind(model.summary());
    return made;
  }

  /** The figures give way to the list where there is no room for both. */
  private void giveWay(StatTiles row) {
    row.managedProperty().bind(row.visibleProperty());
    row.visibleProperty()
        .bind(
            root.heightProperty()
                .greaterThan(ROOM_FOR_TILES)
                .and(model.list().state().isNotEqualTo(ScreenState.EMPTY)));
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
    model.shown();
    drills.model().load();
    screen.shown(subject);
  }

  @Override
  public void hidden() {
    screen.hidden();
    model.leave();
  }

  @Override
  public void left() {
    model.close();
    drills.model().close();
  }

  @Override
  public List<Command> commands() {
    return screen.commands();
  }

  private ListSetup<BackupCoverage> setup() {
    return new ListSetup<BackupCoverage>("backups")
        .columns(CoverageColumns.all())
        .several()
        .filteredBy(model.language())
        .opening(this::open)
        .action(
            RowAction.<BackupCoverage>one(Text.of("backups.open"), Icon.BACKUPS, this::open)
                .quick())
        .action(
            RowAction.one(
                Text.of("tenant.open"),
                Icon.TENANTS,
                row -> navigator.go(ScreenRoute.TENANT, row.tenantId().value())))
        .action(
            RowAction.<BackupCoverage>many(Text.of("backups.backUp"), Icon.ADD, this::backUp)
                .offered(row -> row.status().canBeBackedUp())
                .quick())
        .action(
            RowAction.<BackupCoverage>many(Text.of("drills.selected"), Icon.CHECKED, this::drill)
                .offeredUnder(_ -> false))
        .whenEmpty(empty());
  }

  private void open(BackupCoverage row) {
    navigator.go(ScreenRoute.BACKUP, row.tenantId().value());
  }

  private void backUp(Chosen<BackupCoverage> chosen) {
    switch (chosen) {
      case Chosen.Rows<BackupCoverage>(List<BackupCoverage> rows) -> ask(chosen, rows);
      case Chosen.Matching<BackupCoverage>(String _, long total, Set<String> except) ->
          model
              .list()
              .range(
                  0,
                  (int) Math.min(total, NAMED + except.size()) - 1,
                  rows -> {
                    if (!rows.isEmpty()) {
                      ask(chosen, without(except, rows));
                    }
                  });
    }
  }

  private static List<BackupCoverage> without(Set<String> except, List<BackupCoverage> rows) {
    return rows.stream().filter(row -> !except.contains(row.tenantId().value())).toList();
  }

  /** Asks about what is chosen, of which these are the first. */
  private void ask(Chosen<BackupCoverage> chosen, List<BackupCoverage> first) {
    String what =
        chosen.count() == 1 && first.size() == 1
            ? first.getFirst().tenantId().value()
            : Figures.count(chosen.count(), "tenant", "tenants");
    GuardedChange change =
        GuardedChange.normal(
                Text.of("backups.backUp.question", what),
                Text.of("backups.backUp.explain"),
                Text.of("backups.backUp.button", what),
                what)
            .naming(
                first.stream().map(row -> row.tenantId().value()).toList(),
                chosen.count() - first.size());
    sheets.ask(
        chosen instanceof Chosen.Matching<BackupCoverage>
            ? change.sweeping(chosen.count())
            : change.reaching(chosen.count()),
        () -> model.backUp(chosen));
  }

  private void drill(Chosen<BackupCoverage> chosen) {
    if (chosen instanceof Chosen.Rows<BackupCoverage>(List<BackupCoverage> rows)) {
      drills.start(rows.stream().map(BackupCoverage::tenantId).toList());
    }
  }

  /** Everyone that the list shows: all, or those whom the filter lets through. */
  private Action backUpShown() {
    Action action =
        Action.of(
                Text.of("backups.backUpAll"),
                Icon.BACKUPS,
                () ->
                    backUp(
                        new Chosen.Matching<>(
                            model.list().filterProperty().get(),
                            model.list().total().get(),
                            Set.of())))
            .keys("Shortcut+N")
            .enabledWhile(
                model
                    .list()
                    .total()
                    .greaterThan(0)
                    .and(model.list().waiting().not())
                    .and(model.list().problem().isEmpty()));
    action
        .titleProperty()
        .bind(
            Bindings.createStringBinding(
                this::backUpWords, model.list().filterProperty(), model.list().total()));
    return action;
  }

  private String backUpWords() {
    return model.list().isFiltered()
        ? Text.of("backups.backUpShown", Figures.count(model.list().total().get()))
        : Text.of("backups.backUpAll");
  }

  private Node empty() {
    return new EmptyState(
            Icon.BACKUPS, Text.of("backups.empty.title"), Text.of("backups.empty.text"))
        .action(
            Buttons.primary(
                Text.of("backups.empty.action"), () -> navigator.go(ScreenRoute.TENANTS)));
  }
}
