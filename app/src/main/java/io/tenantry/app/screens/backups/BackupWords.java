package io.tenantry.app.screens.backups;

import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.Backup;
import java.time.ZoneId;

/** A backup in words. */
final class BackupWords {
  private BackupWords() {}

  static Chip.Content state(Backup backup) {
    return switch (backup.status()) {
      case RUNNING -> new Chip.Content(Tone.RUNNING, Text.of("backup.state.running"));
      case FAILED -> new Chip.Content(Tone.DANGER, failed(backup));
      case DONE ->
          new Chip.Content(
              Tone.SUCCESS,
              Text.of(
                  backup.verifiedAt().isPresent() ? "backup.state.verified" : "backup.state.done"));
    };
  }

  private static String failed(Backup backup) {
    return Text.of(backup.sha256().isPresent() ? "backup.state.damaged" : "backup.state.failed");
  }

  static String type(Backup backup) {
    return Text.of("backup.type." + backup.type().code());
  }

  /** Returns when it was taken, as people say it. */
  static String moment(Backup backup) {
    return Figures.moment(backup.createdAt(), ZoneId.systemDefault());
  }

  /** Returns what tells it from every other of its tenant. */
  static String name(Backup backup) {
    return String.join(" ", type(backup), backup.date(), backup.blueprint().value());
  }

  static String searched(Backup backup) {
    return String.join(
        " ",
        type(backup),
        backup.blueprint().value(),
        backup.version().toString(),
        backup.date(),
        state(backup).text());
  }
}
