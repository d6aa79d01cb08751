package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.avatar.Avatar;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.StateMark;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Command;
import io.tenantry.app.lists.Chosen;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.page.ScreenTabs;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantDatabase;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** One tenant on a page of its own. Its subject is the tenant's id, and a tab if one is wanted. */
public final class TenantPageView implements Screen {
  private final TenantPageViewModel model;
  private final TenantChanges changes;
  private final ToLatest toLatest;
  private final ScreenTabs tabs;
  private final Navigator navigator;
  private final Avatar avatar = new Avatar(Avatar.Size.PAGE);
  private final PageHead head;
  private final VBox root;

  public TenantPageView(
      TenantPageViewModel model,
      TenantChanges changes,
      ToLatest toLatest,
      ScreenTabs tabs,
      Navigator navigator) {
    this.model = model;
    this.changes = changes;
    this.toLatest = toLatest;
    this.tabs = tabs;
    this.navigator = navigator;
    head = createHead();
    ScreenStatePane state =
        new ScreenStatePane(
                model.state(), tabs.node(), new EmptyState(Icon.TENANTS, "", ""), model::load)
            .wayOut(Text.of("tenant.all"), () -> navigator.go(ScreenRoute.TENANTS));
    root = StyleSheets.add(Panels.page(state), TenantPageView.class, "tenants.css");
    model.page().subscribe(this::show);
  }

  private PageHead createHead() {
    PageHead made =
        new PageHead("")
            .actions(
                Action.of(Text.of("tenants.refresh"), Icon.REFRESH, model::load)
                    .iconOnly()
                    .keys("F5"),
                Action.of(Text.of("tenant.toLatest"), Icon.BEHIND, this::bringToLatest)
                    .shownWhile(
                        known(
                            page ->
                                page.behind().isPresent()
                                    && page.tenant().status().canBeDeployedTo())))
            .primary(
                Action.of(Text.of("tenants.query"), Icon.QUERY, this::query)
                    .keys("Shortcut+T")
                    .enabledWhile(known(TenantPage::isReady)));
    for (TenantAction action : TenantAction.values()) {
      Action item =
          Action.of(Text.of(action.key()), action.icon(), () -> act(action))
              .shownWhile(known(page -> action.appliesTo(page.tenant().status())));
      made.menu(action.destroys() ? item.danger() : item);
    }
    return made;
  }

  private ObservableValue<Boolean> known(Predicate<TenantPage> question) {
    return model.page().map(page -> page.filter(question).isPresent());
  }

  private void act(TenantAction action) {
    model
        .page()
        .get()
        .map(page -> ListedTenant.of(page.tenant()))
        .ifPresent(row -> changes.ask(action, new Chosen.Rows<>(List.of(row))));
  }

  private void bringToLatest() {
    model
        .page()
        .get()
        .ifPresent(
            page ->
                page.behind()
                    .ifPresent(
                        behind -> toLatest.ask(behind.blueprint(), page.tenant().tenantId())));
  }

  private void query() {
    model
        .page()
        .get()
        .map(page -> ListedTenant.of(page.tenant()).place())
        .ifPresent(place -> navigator.go(ScreenRoute.QUERY, place));
  }

  private void show(Optional<TenantPage> page) {
    if (page.isEmpty()) {
      head.chips();
      head.caption("");
      return;
    }
    Tenant tenant = page.get().tenant();
    avatar.suspended(tenant.status() == TenantStatus.SUSPENDED);
    head.chips(chips(page.get()).toArray(Node[]::new));
    head.caption(caption(tenant));
  }

  private static List<Node> chips(TenantPage page) {
    List<Node> chips = new ArrayList<>();
    chips.add(new StateMark(TenantChips.of(page.tenant().status())));
    page.tenant().databases().forEach(database -> chips.add(version(page, database)));
    return chips;
  }

  /** One that is behind says so in the place of its version: the name needs the room. */
  private static Node version(TenantPage page, TenantDatabase database) {
    String version = database.blueprint() + " " + database.version();
    int behind = page.behind(database);
    if (behind == 0) {
      return Chip.tag(version);
    }
    Chip chip =
        new Chip(Tone.WARNING, Text.of("tenant.behind", Figures.count(behind))).with(Icon.BEHIND);
    chip.setTooltip(
        new Tooltip(version + "\n" + Text.of("tenant.behind.tip", page.newest(database))));
    return chip;
  }

  private static String caption(Tenant tenant) {
    return sinceWhen(tenant) + " \u00b7 " + ListedTenant.of(tenant).level();
  }

  private static String sinceWhen(Tenant tenant) {
    String created = Text.of("tenant.created", moment(tenant.createdAt()));
    return tenant
        .statusSince()
        .map(
            since ->
                Text.of("tenant.since", TenantChips.of(tenant.status()).text(), moment(since))
                    + " · "
                    + created)
        .orElse(created);
  }

  private static String moment(Instant at) {
    return Figures.moment(at, ZoneId.systemDefault());
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
    String id = PlaceSubjects.nameIn(subject);
    head.titleProperty().set(id);
    avatar.show(id);
    head.pictureProperty().set(Optional.of(avatar));
    model.open(TenantId.existing(id));
    tabs.shown(id, PlaceSubjects.partIn(subject));
  }

  @Override
  public void hidden() {
    tabs.hidden();
    model.leave();
  }

  @Override
  public void left() {
    tabs.left();
  }

  @Override
  public List<Command> commands() {
    return tabs.commands();
  }
}
