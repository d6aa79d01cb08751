package io.tenantry.app.tasks;

import java.util.Optional;

/** Counts the calls that an action starts, until the last of them has ended. UI thread. */
final class Answers {
  private Optional<Round> current = Optional.empty();

  /** The calls of one action. */
  static final class Round {
    private final Runnable onAnswered;
    private int open = 1;

    private Round(Runnable onAnswered) {
      this.onAnswered = onAnswered;
    }

    void ended() {
      open--;
      if (open == 0) {
        onAnswered.run();
      }
    }
  }

  void following(Runnable action, Runnable onAnswered) {
    Optional<Round> around = current;
    Round round = new Round(onAnswered);
    current = Optional.of(round);
    try {
      action.run();
    } finally {
      current = around;
      round.ended();
    }
  }

  /** Adds a call that begins now to the action that runs now, if one does. */
  Optional<Round> begun() {
    current.ifPresent(round -> round.open++);
    return current;
  }
}
