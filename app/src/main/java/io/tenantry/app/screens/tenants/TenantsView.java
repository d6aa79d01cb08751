package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.fx.Command;
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
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The screen of tenants: filter, list, actions on those selected, one in detail. */
public final class TenantsView implements Screen {
  private final TenantsViewModel model;
  private final TenantViewModel tenant;
  private final Supplier<CreateTenantsSheet> create;
  private final TenantOffers offers;
  private final SegmentBar segments;
  private final Navigator navigator;
  private final ListScreen<ListedTenant> screen;
  private final PageHead head;
  private final VBox root;
  private Optional<ListedTenant> inPanel = Optional.empty();

  public TenantsView(
      TenantsViewModel model,
      TenantViewModel tenant,
      Supplier<CreateTenantsSheet> create,
      TenantOffers offers,
      SegmentBar segments,
      Navigator navigator,
      ProjectMemory memory) {
    this.model = model;
    this.tenant = tenant;
    this.create = create;
    this.offers = offers;
    this.segments = segments;
    this.navigator = navigator;
    screen = new ListScreen<>(model.list(), setup(), memory);
    head = createHead();
    root = Panels.page(screen.node());
    root.getStylesheets().add("io/tenantry/app/screens/tenants/tenants.css");
    model.list().marks().version().subscribe((_, _) -> showSelected());
    model.list().readings().subscribe((_, _) -> showSelected());
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
    model.learn();
    Optional<String> blueprint = PlaceSubjects.newTenantsIn(subject);
    screen.shown(blueprint.isPresent() ? "" : subject);
    segments.shown();
    showSelected();
    blueprint.ifPresent(this::openCreate);
  }

  @Override
  public void hidden() {
    screen.hidden();
    segments.leave();
    model.leave();
    tenant.clear(0);
    inPanel = Optional.empty();
  }

  @Override
  public List<Command> commands() {
    return Stream.concat(screen.commands().stream(), segments.commands().stream()).toList();
  }

  private PageHead createHead() {
    PageHead made =
        new PageHead(Text.of("tenants.title"))
            .actions(
                trash(),
                Action.of(Text.of("tenants.refresh"), Icon.REFRESH, model.list()::load)
                    .iconOnly()
                    .keys("F5"))
            .primary(
                Action.of(Text.of("tenants.create.open"), Icon.ADD, this::openCreate)
                    .keys("Shortcut+N"));
    made.captionProperty().bind(model.summary());
    return made;
  }

  private Action trash() {
    Action trash =
        Action.of("", Icon.TRASH, () -> model.list().filterProperty().set(TenantTerms.IN_TRASH))
            .shownWhile(model.trashed().map(count -> count.longValue() > 0));
    trash
        .titleProperty()
        .bind(
            model
                .trashed()
                .map(count -> Text.of("tenants.trash", Figures.count(count.longValue()))));
    return trash;
  }

  private ListSetup<ListedTenant> setup() {
    ListSetup<ListedTenant> setup =
        new ListSetup<ListedTenant>("tenants")
            .columns(TenantColumns.all(model.samples()))
            .several()
            .filteredBy(model.language())
            .besideFilter(segments.saving())
            .belowFilter(segments.row())
            .opening(this::openPage)
            .panel(new TenantPanel(tenant, navigator, this::closePanel))
            .whenEmpty(empty());
    addActions(setup);
    return setup;
  }

  private void addActions(ListSetup<ListedTenant> setup) {
    setup
        .action(
            RowAction.<ListedTenant>one(Text.of("tenant.open"), Icon.TENANTS, this::openPage)
                .quick())
        .action(
            RowAction.<ListedTenant>one(Text.of("tenants.details"), Icon.DETAILS, _ -> openPanel())
                .quick())
        .action(
            RowAction.<ListedTenant>one(Text.of("tenants.query"), Icon.QUERY, this::query)
                .offered(row -> row.status() == TenantStatus.READY)
                .quick());
    offers.addTo(setup);
  }

  private void openPage(ListedTenant row) {
    navigator.go(ScreenRoute.TENANT, row.id().value());
  }

  private void openPanel() {
    screen.openPanel();
  }

  private void closePanel() {
    screen.closePanel();
  }

  private void query(ListedTenant row) {
    navigator.go(ScreenRoute.QUERY, row.place());
  }

  /** The one that is selected, again when it is not what it was. */
  private void showSelected() {
    Chosen<ListedTenant> chosen = model.list().chosen();
    Optional<ListedTenant> one =
        chosen instanceof Chosen.Rows<ListedTenant>(List<ListedTenant> rows) && rows.size() == 1
            ? Optional.of(rows.getFirst())
            : Optional.empty();
    if (one.isEmpty()) {
      tenant.clear(chosen.count());
    } else if (!one.equals(inPanel)) {
      tenant.show(one.get().id());
    }
    inPanel = one;
  }

  private void openCreate() {
    create.get().open(model.list()::load);
  }

  private void openCreate(String blueprint) {
    create.get().openFor(WorkspaceName.existingBlueprint(blueprint), model.list()::load);
  }

  private EmptyState empty() {
    return new EmptyState(
            Icon.TENANTS, Text.of("tenants.empty.title"), Text.of("tenants.empty.text"))
        .action(Buttons.primary(Text.of("tenants.create.open"), Icon.ADD, this::openCreate))
        .link(
            Buttons.link(
                Text.of("tenants.empty.link"), () -> navigator.go(ScreenRoute.WORKSPACES)));
  }
}
