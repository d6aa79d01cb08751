package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.cards.Facts;
import io.tenantry.app.controls.cards.MainAndSide;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.lifeline.LifeEvent;
import io.tenantry.app.controls.lifeline.LifeLine;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.placeholders.LoadingSkeleton;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.controls.state.StateMark;
import io.tenantry.app.fx.Focus;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantDatabase;
import io.tenantry.contract.tenants.TenantId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The tenant at a glance: how to connect to it, what is known of it, what happened. UI thread. */
public final class TenantOverview implements Screen {
  private static final int NEWEST = 8;

  private final TenantPageViewModel model;
  private final TenantLifeViewModel life;
  private final PasswordRotation passwords;
  private final Navigator navigator;
  private final LifeLine line =
      new LifeLine(
          Text.of("tenant.life"),
          ZoneId.systemDefault(),
          event -> Text.of("tenant.life.many." + event.kind()));
  private final Hyperlink more = Buttons.link("", this::showAll);
  private final VBox happened;
  private final PageHead head = new PageHead("");
  private final VBox connect = new VBox();
  private final VBox facts = new VBox();
  private final ScrollPane root;
  private Subscription following = Subscription.EMPTY;
  private boolean isWhole;

  /** Creates it with what it shows and uses. */
  public TenantOverview(
      TenantPageViewModel model,
      TenantLifeViewModel life,
      PasswordRotation passwords,
      Navigator navigator) {
    this.model = model;
    this.life = life;
    this.passwords = passwords;
    this.navigator = navigator;
    happened = happened();
    life.history().subscribe(this::show);
    connect.getStyleClass().add("tenant-cards");
    facts.getStyleClass().add("tenant-cards");
    MainAndSide parts = new MainAndSide(connect, facts);
    root = new ScrollPane(parts);
    root.setFitToWidth(true);
    root.getStyleClass().addAll("edge-to-edge", "tenant-overview", Focus.INITIAL);
    root.setFocusTraversable(true); // keys scroll it
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
    following.unsubscribe();
    following = model.page().subscribe(this::showPage);
    isWhole = false;
    life.show(TenantId.existing(subject));
  }

  @Override
  public void hidden() {
    following.unsubscribe();
    life.leave();
  }

  private VBox happened() {
    more.managedProperty().bind(more.visibleProperty());
    VBox content = new VBox(line, more);
    return Panels.section(
        Text.of("tenant.life"),
        new ScreenStatePane(
            life.state(),
            content,
            new EmptyState(Icon.TENANTS, "", ""),
            LoadingSkeleton.twoLines(3),
            life::load));
  }

  private void show(Optional<TenantHistory> history) {
    List<LifeEvent> all = history.map(found -> TenantLife.of(found, navigator)).orElse(List.of());
    line.show(isWhole ? all : all.stream().limit(NEWEST).toList());
    more.setVisible(!isWhole && all.size() > NEWEST);
    more.setText(Text.of("tenant.life.all", Figures.count(all.size())));
  }

  private void showAll() {
    isWhole = true;
    show(life.history().get());
  }

  private void showPage(Optional<TenantPage> page) {
    connect.getChildren().clear();
    facts.getChildren().clear();
    page.ifPresent(this::fill);
  }

  private void fill(TenantPage page) {
    for (TenantDatabase database : page.tenant().databases()) {
      connect
          .getChildren()
          .add(
              ConnectCard.of(
                  database,
                  passwords.button(page.tenant().tenantId()),
                  () -> navigator.go(ScreenRoute.CONNECTIONS)));
    }
    facts.getChildren().addAll(Panels.section(Text.of("tenant.facts"), facts(page)), happened);
    life.load();
  }

  private static Facts facts(TenantPage page) {
    Tenant tenant = page.tenant();
    Facts facts =
        new Facts()
            .node(Text.of("tenant.fact.state"), new StateMark(TenantChips.of(tenant.status())))
            .mono(Text.of("tenant.fact.id"), tenant.tenantId().value())
            .node(Text.of("tenant.fact.created"), Labels.ago(tenant.createdAt(), Instant.now()));
    tenant
        .statusSince()
        .ifPresent(
            since -> facts.node(Text.of("tenant.fact.since"), Labels.ago(since, Instant.now())));
    tenant.databases().forEach(database -> add(facts, page, database));
    return facts;
  }

  private static void add(Facts facts, TenantPage page, TenantDatabase database) {
    String version = database.version().toString();
    facts
        .add(
            Text.of("tenant.fact.version", database.blueprint()),
            page.behind(database) == 0
                ? version
                : Text.of("tenant.fact.behind", version, page.newest(database)))
        .add(Text.of("tenant.fact.engine"), database.databaseType().code())
        .add(
            Text.of("tenant.fact.level"),
            Text.of("tenants.filter.level." + database.isolationLevel()));
    database.region().ifPresent(region -> facts.add(Text.of("tenant.fact.region"), region));
  }
}
