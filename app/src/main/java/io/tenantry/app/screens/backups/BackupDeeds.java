package io.tenantry.app.screens.backups;

import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notice;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.tenants.Tenant;
import java.util.List;

/** Asks about what is done with a backup, does it, and says what came of it. UI thread. */
public final class BackupDeeds {
  private static final FileDialogs.FileKind PACKED =
      new FileDialogs.FileKind("Compressed SQLite database", "*.gz");

  private final BackupViewModel model;
  private final Dialogs dialogs;
  private final WriteGuard guard;
  private final FileDialogs files;
  private final Navigator navigator;
  private final ErrorPresenter errors;

  /** Creates it with what it uses. */
  public BackupDeeds(
      BackupViewModel model,
      Dialogs dialogs,
      WriteGuard guard,
      FileDialogs files,
      Navigator navigator,
      ErrorPresenter errors) {
    this.model = model;
    this.dialogs = dialogs;
    this.guard = guard;
    this.files = files;
    this.navigator = navigator;
    this.errors = errors;
  }

  /** Takes a backup of each database of the tenant. */
  void create() {
    String tenant = model.subject().value();
    guard.run(
        GuardedChange.normal(
            Text.of("backups.backUp.question", tenant),
            Text.of("backups.backUp.explain"),
            Text.of("backups.backUp.button", tenant),
            tenant),
        model::create);
  }

  void verify(Backup row) {
    model.verify(row, this::verified);
  }

  private void verified(Backup now) {
    String moment = BackupWords.moment(now);
    if (now.status() == BackupStatus.DONE) {
      errors.notices().success(Text.of("backup.verified", moment), Text.of("backup.verified.text"));
    } else {
      errors
          .notices()
          .show(
              Tone.DANGER,
              Problem.of(
                  Text.of("backup.damaged", moment),
                  now.error().orElse(""),
                  Text.of("backup.damaged.action")));
    }
  }

  void download(Backup row) {
    String path = row.storagePath();
    files
        .save(Text.of("backup.download"), path.substring(path.lastIndexOf('/') + 1), PACKED)
        .ifPresent(
            target ->
                model.download(
                    row,
                    target,
                    () ->
                        errors
                            .notices()
                            .success(
                                Text.of("backup.downloaded", Figures.size(row.sizeBytes())),
                                String.valueOf(target))));
  }

  void restore(Backup row) {
    new RestoreSheet(dialogs, guard, errors)
        .open(
            model.subject(),
            BackupWords.moment(row),
            (made, then, onFailure) -> model.restore(row, made, then, onFailure),
            this::restored);
  }

  /** Says that a tenant was made, and leads to it. */
  void restored(Tenant made) {
    errors
        .notices()
        .success(
            Text.of("backup.restored", made.tenantId().value()),
            Text.of("backup.restored.text"),
            new Notice.Action(
                Text.of("backup.restored.show"),
                () -> navigator.go(ScreenRoute.TENANT, made.tenantId().value())));
  }

  /** Counts what is lost, asks, and puts the backup back. */
  void rollback(Backup row) {
    model.losses(row, lines -> askRollback(row, lines));
  }

  private void askRollback(Backup row, List<String> losses) {
    String tenant = model.subject().value();
    String moment = BackupWords.moment(row);
    guard.run(
        GuardedChange.destructive(
                Text.of("backup.rollback.question", tenant, moment),
                Text.of("backup.rollback.explain"),
                Text.of("backup.rollback.act"),
                tenant)
            .losing(losses),
        () -> model.rollback(row.storagePath()));
  }

  void delete(Backup row) {
    String moment = BackupWords.moment(row);
    guard.run(
        GuardedChange.irrevocable(
                Text.of("backup.delete.question", moment),
                Text.of("backup.delete.explain"),
                Text.of("backup.delete.act"),
                model.subject().value())
            .losing(
                List.of(
                    Text.of(
                        "backup.delete.loss",
                        BackupWords.type(row),
                        moment,
                        Figures.size(row.databaseBytes())))),
        () ->
            model.delete(
                row, () -> errors.notices().success(Text.of("backup.deleted", moment), "")));
  }
}
