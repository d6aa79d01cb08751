package io.tenantry.app.screens.backups;

import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.BackupCoverage;

/** How a tenant stands, in words. */
final class CoverageWords {
  private CoverageWords() {}

  static Chip.Content chip(BackupCoverage.State state) {
    Tone tone =
        switch (state) {
          case COVERED -> Tone.SUCCESS;
          case OVERDUE -> Tone.WARNING;
          case NONE -> Tone.WARNING;
          case FAILING -> Tone.DANGER;
        };
    return new Chip.Content(tone, words(state));
  }

  static String words(BackupCoverage.State state) {
    return Text.of("backups.state." + state.code());
  }
}
