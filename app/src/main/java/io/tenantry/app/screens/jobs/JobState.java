package io.tenantry.app.screens.jobs;

import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Text;
import java.util.Locale;

/** Where a piece of work stands. */
enum JobState {
  RUNNING(Tone.RUNNING),
  WAITING(Tone.WAITING),
  PAUSED(Tone.PAUSED),
  DONE(Tone.SUCCESS),
  FAILED(Tone.DANGER),
  STOPPED(Tone.NEUTRAL);

  private final Tone tone;

  JobState(Tone tone) {
    this.tone = tone;
  }

  /** Says whether it has not ended. */
  boolean goesOn() {
    return this == RUNNING || this == WAITING || this == PAUSED;
  }

  /** Says whether it changes by itself. */
  boolean moves() {
    return this == RUNNING || this == WAITING;
  }

  String words() {
    return Text.of("jobs.state." + name().toLowerCase(Locale.ROOT));
  }

  Chip.Content chip() {
    return new Chip.Content(tone, words());
  }
}
