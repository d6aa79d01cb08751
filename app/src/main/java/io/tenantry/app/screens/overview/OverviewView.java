package io.tenantry.app.screens.overview;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.cards.MainAndSide;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.placeholders.LoadingSkeleton;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The first page of a project: how it is doing, and what asks for a look. */
public final class OverviewView implements Screen {
  private static final int SKELETON = 4;

  private final OverviewViewModel model;
  private final Navigator navigator;
  private final PageHead head;
  private final StackPane root = new StackPane();
  private final ScrollPane page;

  /**
   * Creates it.
   *
   * @param zone where the user lives
   */
  public OverviewView(OverviewViewModel model, TaskRunner tasks, Navigator navigator, ZoneId zone) {
    this.model = model;
    this.navigator = navigator;
    head =
        new PageHead(Text.of("overview.title"))
            .actions(
                Action.of(Text.of("overview.refresh"), Icon.REFRESH, model::load)
                    .iconOnly()
                    .keys("F5"));
    head.captionProperty().bind(model.summary());
    VBox main = new VBox(fleet());
    main.getChildren().addAll(new TrafficCharts(model.traffic(), tasks, navigator, zone).nodes());
    main.getStyleClass().add("overview-column");
    VBox content =
        Panels.page(
            new ConcernTiles(model.tenants(), navigator).node(),
            new MainAndSide(main, new SideCards(model, navigator, zone).node()));
    content.getStyleClass().add("overview-page");
    page = new ScrollPane(content);
    page.setFitToWidth(true);
    page.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    page.getStyleClass().add("edge-to-edge");
    StyleSheets.add(root, OverviewView.class, "overview.css");
    model.beginning().subscribe(this::show);
  }

  private Node fleet() {
    FleetBars bars = new FleetBars(navigator);
    model.tenants().value().subscribe(found -> found.ifPresent(bars::show));
    return Panels.section(
        Text.of("overview.fleet.title"),
        new ScreenStatePane(
                model.tenants().state(),
                bars,
                bars,
                LoadingSkeleton.twoLines(SKELETON),
                model.tenants()::retry)
            .framed());
  }

  private void show(Optional<OverviewViewModel.Beginning> beginning) {
    root.getChildren().setAll(beginning.<Node>map(this::empty).orElse(page));
  }

  private Node empty(OverviewViewModel.Beginning beginning) {
    return switch (beginning) {
      case OverviewViewModel.NothingDesigned _ ->
          new EmptyState(
                  Icon.OVERVIEW, Text.of("overview.empty.title"), Text.of("overview.empty.text"))
              .action(
                  Buttons.primary(
                      Text.of("overview.empty.action"),
                      () -> navigator.go(ScreenRoute.WORKSPACES)));
      case OverviewViewModel.NoTenant(String blueprint) ->
          new EmptyState(
                  Icon.OVERVIEW,
                  Text.of("overview.noTenant.title"),
                  Text.of("overview.noTenant.text", blueprint))
              .action(
                  Buttons.primary(
                      Text.of("overview.noTenant.action"),
                      () -> navigator.go(ScreenRoute.TENANTS, PlaceSubjects.newTenants(blueprint))))
              .link(
                  Buttons.link(
                      Text.of("overview.noTenant.link"),
                      () -> navigator.go(ScreenRoute.BLUEPRINT, blueprint)));
    };
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
    model.enter();
  }

  @Override
  public void hidden() {
    model.leave();
  }
}
