package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.cards.SettingLine;
import io.tenantry.app.fx.Focus;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.lists.Chosen;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.text.Text;
import io.tenantry.contract.info.Region;
import io.tenantry.contract.tenants.IsolationChange;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Where the databases of a tenant live, and whether it is in use. UI thread. */
public final class TenantSettings implements Screen {
  private final TenantPageViewModel model;
  private final TenantMovesViewModel moves;
  private final TenantChanges changes;
  private final PasswordRotation passwords;
  private final WriteGuard guard;
  private final List<Region> regions;
  private final PageHead head = new PageHead("");
  private final VBox cards = new VBox();
  private final ScrollPane root = new ScrollPane(cards);
  private Subscription following = Subscription.EMPTY;
  private List<MoveCard> homes = List.of();

  /**
   * Creates it.
   *
   * @param regions where the engine can put a host of its own
   */
  public TenantSettings(
      TenantPageViewModel model,
      TenantMovesViewModel moves,
      TenantChanges changes,
      PasswordRotation passwords,
      WriteGuard guard,
      List<Region> regions) {
    this.model = model;
    this.moves = moves;
    this.changes = changes;
    this.passwords = passwords;
    this.guard = guard;
    this.regions = regions;
    cards.getStyleClass().addAll("tenant-cards", "reading-page");
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
    following = model.page().subscribe(this::show).and(moves.moves().subscribe(this::showMoves));
    moves.show(TenantId.existing(subject));
  }

  @Override
  public void hidden() {
    following.unsubscribe();
    moves.leave();
  }

  private void showMoves(List<IsolationChange> all) {
    homes.forEach(home -> home.show(all));
  }

  private void show(Optional<TenantPage> page) {
    homes =
        page.stream()
            .flatMap(
                found ->
                    found.tenant().databases().stream()
                        .map(each -> new MoveCard(moves, guard, found, each, regions)))
            .toList();
    VBox where = new VBox(homes.toArray(Node[]::new));
    where.getStyleClass().add("tenant-moves");
    cards
        .getChildren()
        .setAll(
            Panels.section(Text.of("tenant.settings.where"), where),
            Panels.section(
                Text.of("tenant.settings.access"),
                page.<Node>map(this::access).orElseGet(VBox::new)),
            Panels.section(
                Text.of("tenant.settings.use"), page.<Node>map(this::uses).orElseGet(VBox::new)));
  }

  private Node access(TenantPage page) {
    return page.isThereToStay()
        ? SettingLine.lines(
            new SettingLine(
                Text.of("tenant.password"),
                Text.of("tenant.password.help"),
                passwords.button(page.tenant().tenantId())))
        : Labels.muted(Text.of("tenant.password.inTrash"));
  }

  private Node uses(TenantPage page) {
    SettingLine[] lines =
        Stream.of(TenantAction.values())
            .filter(action -> action.appliesTo(page.tenant().status()))
            .map(action -> use(page, action))
            .toArray(SettingLine[]::new);
    return lines.length == 0
        ? Labels.muted(Text.of("tenant.settings.atWork"))
        : SettingLine.lines(lines);
  }

  private SettingLine use(TenantPage page, TenantAction action) {
    Runnable ask =
        () -> changes.ask(action, new Chosen.Rows<>(List.of(ListedTenant.of(page.tenant()))));
    Button button =
        action == TenantAction.DESTROY
            ? Buttons.danger(Text.of(action.key()), ask)
            : Buttons.normal(Text.of(action.key()), action.icon(), ask);
    return new SettingLine(Text.of(action.key()), Text.of(action.key() + ".explain"), button);
  }
}
