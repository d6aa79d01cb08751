package io.tenantry.app.screens.backups;

import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.drills.Drill;
import io.tenantry.contract.drills.DrilledDatabase;

/** Drills in words. */
final class DrillWords {
  private DrillWords() {}

  static Chip.Content chip(Drill drill) {
    return switch (drill.status()) {
      case RUNNING -> new Chip.Content(Tone.RUNNING, Text.of("drills.running"));
      case STOPPED -> new Chip.Content(Tone.PAUSED, Text.of("drills.stopped"));
      case DONE ->
          drill.failed() > 0
              ? new Chip.Content(Tone.DANGER, Text.of("drills.failed"))
              : drill.withoutBackup() > 0
                  ? new Chip.Content(Tone.WARNING, Text.of("drills.incomplete"))
                  : new Chip.Content(Tone.SUCCESS, Text.of("drills.passed"));
    };
  }

  static String found(Drill drill) {
    return Text.of(
        "drills.found",
        Figures.count(drill.passed()),
        Figures.count(drill.databases()),
        Figures.count(drill.failed()),
        Figures.count(drill.withoutBackup()));
  }

  static Chip.Content chip(DrilledDatabase database) {
    Tone tone =
        switch (database.outcome()) {
          case WAITING -> Tone.WAITING;
          case PASSED -> Tone.SUCCESS;
          case FAILED -> Tone.DANGER;
          case WITHOUT_BACKUP -> Tone.WARNING;
        };
    return new Chip.Content(tone, Text.of("drills.outcome." + database.outcome().code()));
  }

  static String comparison(DrilledDatabase.Comparison comparison) {
    return Text.of("drills.comparison." + comparison.code());
  }
}
