package io.tenantry.app.screens.query;

import io.tenantry.sql.StatementKind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a tab ran last, as it is kept after its rows are gone.
 *
 * @param startedAt when it began
 * @param elapsed how long it ran, as far as was seen
 * @param target where it ran
 * @param ending how it ended
 * @param summary what came of it, in words; empty where nothing was seen
 * @param sql what ran
 */
record LastRun(
    Instant startedAt,
    Duration elapsed,
    QueryTarget target,
    Ending ending,
    String summary,
    String sql) {
  /** How it ended. */
  enum Ending {
    DONE,
    STOPPED,
    FAILED,
    /** The connection was left, or the console closed, while it ran. */
    CUT
  }

  private static final int PARTS = 6;

  /** Returns a run that is not over as what stays of it if it is cut off now. */
  static LastRun of(RunState state, String sql) {
    return new LastRun(
        state.startedAt(),
        state.elapsed(),
        state.target(),
        switch (state.phase()) {
          case RUNNING, STOPPING -> Ending.CUT;
          case DONE -> Ending.DONE;
          case STOPPED, LEFT -> Ending.STOPPED;
          case FAILED -> Ending.FAILED;
        },
        RunWords.kept(state),
        sql);
  }

  /** Says whether it can be run again without asking: it changes nothing. */
  boolean onlyReads() {
    return StatementKind.onlyReads(sql);
  }

  /** Writes it, a part a line, the SQL last. */
  String written() {
    return String.join(
        "\n",
        startedAt.toString(),
        elapsed.toString(),
        OpenTabs.write(target),
        ending.name(),
        summary,
        sql);
  }

  /** Reads what was written; empty when it cannot be read. */
  static Optional<LastRun> read(String text) {
    String[] parts = text.split("\n", PARTS);
    if (parts.length < PARTS) {
      return Optional.empty();
    }
    try {
      Instant startedAt = Instant.parse(parts[0]);
      Duration elapsed = Duration.parse(parts[1]);
      Ending ending = Ending.valueOf(parts[3]);
      return OpenTabs.read(parts[2])
          .map(target -> new LastRun(startedAt, elapsed, target, ending, parts[4], parts[5]));
    } catch (DateTimeException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
