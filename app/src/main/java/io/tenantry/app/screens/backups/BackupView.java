package io.tenantry.app.screens.backups;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.avatar.Avatar;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Command;
import io.tenantry.app.lists.ListScreen;
import io.tenantry.app.lists.ListSetup;
import io.tenantry.app.lists.RowAction;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The backups of one tenant. Its subject is the tenant's id. */
public final class BackupView implements Screen {
  private final BackupViewModel model;
  private final BackupDeeds deeds;
  private final RecoveryPane recovery;
  private final Navigator navigator;
  private final ListScreen<Backup> screen;
  private final Avatar avatar = new Avatar(Avatar.Size.PAGE);
  private final Chip state;
  private final Action toTenant =
      Action.of(Text.of("backup.openTenant"), Icon.TENANTS, this::openTenant);
  private final PageHead head;
  private final VBox root;

  public BackupView(
      BackupViewModel model,
      BackupDeeds deeds,
      RecoveryPane recovery,
      Navigator navigator,
      ProjectMemory memory) {
    this.model = model;
    this.recovery = recovery;
    this.deeds = deeds;
    this.navigator = navigator;
    screen = new ListScreen<>(model.list(), setup(), memory);
    state = new Chip(Tone.RUNNING, "");
    state.managedProperty().bind(state.visibleProperty());
    state.setVisible(false);
    head = createHead();
    VBox.setVgrow(screen.node(), Priority.ALWAYS);
    RollbackStrip undo = new RollbackStrip(model, deeds::rollback);
    root =
        StyleSheets.add(
            Panels.page(recovery, screen.node(), undo), BackupView.class, "backups.css");
    VBox.setVgrow(undo, Priority.NEVER);
    model.tenant().subscribe(this::show);
    model.list().readings().subscribe((_, _) -> recovery.mark(model.list().all()));
    recovery.onMoved(model::load);
  }

  /** Leaves out the way to the tenant, where it stands on the page of that tenant. */
  public BackupView onItsPage() {
    head.actions().remove(toTenant);
    return this;
  }

  private PageHead createHead() {
    PageHead made =
        new PageHead("")
            .actions(
                toTenant,
                Action.of(Text.of("backups.refresh"), Icon.REFRESH, model::load)
                    .iconOnly()
                    .keys("F5"))
            .primary(
                Action.of(Text.of("backups.backUp"), Icon.BACKUPS, deeds::create)
                    .keys("Shortcut+N")
                    .enabledWhile(model.tenant().map(BackupView::isAtRest)));
    made.captionProperty().bind(model.summary());
    made.chips(state);
    return made;
  }

  private static boolean isAtRest(Optional<Tenant> tenant) {
    return tenant.filter(found -> isAtRest(found.status())).isPresent();
  }

  private static boolean isAtRest(TenantStatus status) {
    return switch (status) {
      case READY, SYNCING, SUSPENDED -> true;
      case DELETED, PARTIALLY_DELETED, PROVISIONING, RESTORING, RECOVERING, MIGRATING -> false;
    };
  }

  private boolean isReady() {
    return model.tenant().get().filter(found -> found.status() == TenantStatus.READY).isPresent();
  }

  private void show(Optional<Tenant> tenant) {
    recovery.show(tenant);
    state.setVisible(tenant.filter(found -> found.status() != TenantStatus.READY).isPresent());
    tenant.ifPresent(
        found -> {
          Chip.Content words = TenantWords.chip(found.status());
          state.show(words.tone(), words.text());
        });
  }

  private void openTenant() {
    navigator.go(ScreenRoute.TENANT, model.subject().value());
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
    head.titleProperty().set(Text.of("backup.of", subject));
    avatar.show(subject);
    head.pictureProperty().set(Optional.of(avatar));
    TenantId tenant = TenantId.existing(subject);
    model.show(tenant);
    recovery.enter(tenant);
    screen.shown("");
  }

  @Override
  public void hidden() {
    screen.hidden();
    recovery.leave();
    model.leave();
  }

  @Override
  public List<Command> commands() {
    return screen.commands();
  }

  private ListSetup<Backup> setup() {
    return new ListSetup<Backup>("backup")
        .columns(BackupColumns.all())
        .action(
            RowAction.<Backup>one(Text.of("backup.verify"), Icon.CHECKED, deeds::verify)
                .offered(BackupView::hasFile)
                .quick())
        .action(
            RowAction.<Backup>one(Text.of("backup.download"), Icon.EXPORT, deeds::download)
                .offered(BackupView::isDone)
                .quick())
        .action(
            RowAction.<Backup>one(Text.of("backup.restore"), Icon.ADD, deeds::restore)
                .offered(BackupView::isDone))
        .action(
            RowAction.<Backup>one(Text.of("backup.rollback"), Icon.UNDO, deeds::rollback)
                .offered(row -> isDone(row) && isReady())
                .danger())
        .action(
            RowAction.<Backup>one(Text.of("backup.delete"), Icon.DELETE_FOR_GOOD, deeds::delete)
                .offered(row -> row.status().ended())
                .keys("Delete")
                .danger())
        .whenEmpty(empty());
  }

  private static boolean isDone(Backup row) {
    return row.status() == BackupStatus.DONE;
  }

  private static boolean hasFile(Backup row) {
    return row.sha256().isPresent();
  }

  private Node empty() {
    return new EmptyState(Icon.BACKUPS, Text.of("backup.empty.title"), Text.of("backup.empty.text"))
        .action(Buttons.primary(Text.of("backups.backUp"), Icon.BACKUPS, deeds::create))
        .link(Buttons.link(Text.of("backup.empty.link"), () -> navigator.go(ScreenRoute.BACKUPS)))
        .framed();
  }
}
