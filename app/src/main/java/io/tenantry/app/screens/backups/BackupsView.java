package io.tenantry.app.screens.backups;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.fx.Command;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.guard.Change;
import io.tenantry.app.lists.Chosen;
import io.tenantry.app.lists.ListScreen;
import io.tenantry.app.lists.ListSetup;
import io.tenantry.app.lists.RowAction;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.BackupCoverage;
import io.tenantry.contract.tenants.TenantStatus;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How all tenants stand with their backups. Its subject is a filter. */
public final class BackupsView implements Screen {
  private static final double ROOM_FOR_TILES = 480;

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
            state -> model.list().filterProperty().set(CoverageTerms.only(state)), drills::past);
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
            .primary(
                Action.of(Text.of("backups.backUpAll"), Icon.BACKUPS, this::backUpAll)
                    .keys("Shortcut+N")
                    .enabledWhile(
                        model
                            .standing()
                            .map(
                                now -> now.filter(all -> all.totals().tenants() > 0).isPresent())));
    made.captionProperty().bind(model.summary());
    return made;
  }

  /** The figures give way to the list where there is no room for both. */
  private void giveWay(HBox row) {
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
            RowAction.<BackupCoverage>many(Text.of("backups.backUp"), Icon.ADD, this::backUp)
                .offered(row -> canBeBackedUp(row.status()))
                .quick())
        .action(
            RowAction.<BackupCoverage>many(Text.of("drills.selected"), Icon.CHECKED, this::drill)
                .offeredUnder(_ -> false))
        .whenEmpty(empty());
  }

  private static boolean canBeBackedUp(TenantStatus status) {
    return switch (status) {
      case READY, SYNCING, SUSPENDED -> true;
      case DELETED, PARTIALLY_DELETED, PROVISIONING, RESTORING, RECOVERING, MIGRATING -> false;
    };
  }

  private void open(BackupCoverage row) {
    navigator.go(Route.BACKUP, row.tenantId().value());
  }

  private void backUp(Chosen<BackupCoverage> chosen) {
    String what =
        chosen instanceof Chosen.Rows<BackupCoverage>(List<BackupCoverage> rows) && rows.size() == 1
            ? rows.getFirst().tenantId().value()
            : Figures.count(chosen.count(), "tenant", "tenants");
    sheets.ask(
        Change.normal(
                Text.of("backups.backUp.question", what),
                Text.of("backups.backUp.explain"),
                Text.of("backups.backUp.button", what),
                what)
            .reaching(chosen.count())
            .naming(names(chosen)),
        () -> model.backUp(chosen));
  }

  private static List<String> names(Chosen<BackupCoverage> chosen) {
    return switch (chosen) {
      case Chosen.Rows<BackupCoverage>(List<BackupCoverage> rows) ->
          rows.stream().map(row -> row.tenantId().value()).toList();
      case Chosen.Matching<BackupCoverage>(String filter, long _, Set<String> _) ->
          filter.isBlank() ? List.of() : List.of(filter);
    };
  }

  private void drill(Chosen<BackupCoverage> chosen) {
    if (chosen instanceof Chosen.Rows<BackupCoverage>(List<BackupCoverage> rows)) {
      drills.start(rows.stream().map(BackupCoverage::tenantId).toList());
    }
  }

  /** Everyone, whatever the filter shows; asked about when there are many. */
  private void backUpAll() {
    long all = model.standing().get().map(now -> now.totals().tenants()).orElse(0L);
    if (all > 0) {
      backUp(new Chosen.Matching<>("", all, Set.of()));
    }
  }

  private Node empty() {
    return new EmptyState(
            Icon.BACKUPS, Text.of("backups.empty.title"), Text.of("backups.empty.text"))
        .action(
            Buttons.primary(Text.of("backups.empty.action"), () -> navigator.go(Route.TENANTS)));
  }
}
