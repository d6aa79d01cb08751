package io.tenantry.app.notices;

import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.text.Text;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Something the console tells.
 *
 * @param tone how serious it is: SUCCESS, INFO, WARNING or DANGER
 * @param problem what it says
 * @param action what the user can do about it, when there is something
 * @param at when it was told last
 * @param times how often it was told; at least 1
 * @param of what it belongs to
 */
public record Notice(
    Tone tone, Problem problem, Optional<Action> action, Instant at, int times, Belonging of) {

  /**
   * A button of a notice; pressing it also closes the notice, unless it tries something again.
   *
   * @param label what the button says, as a verb
   * @param run what it does
   * @param retry what it tries again
   * @param about the things it can be done with, by names of their own; when all of them have gone
   *     another way, it is offered no more. None where it is always possible
   */
  public record Action(String label, Runnable run, Optional<Retry> retry, Set<String> about) {
    /** Copies the names. */
    public Action {
      about = Set.copyOf(about);
    }

    /** Does something that is always possible. */
    public Action(String label, Runnable run) {
      this(label, run, Optional.empty(), Set.of());
    }

    /** Does something with things, as long as none of them has gone another way. */
    public static Action with(Set<String> about, String label, Runnable run) {
      return new Action(label, run, Optional.empty(), about);
    }

    /** Tries something again. */
    public static Action again(String label, Retry retry) {
      return new Action(label, () -> {}, Optional.of(retry), Set.of());
    }

    private Action without(Set<String> gone) {
      Set<String> left = new HashSet<>(about);
      left.removeAll(gone);
      return new Action(label, run, retry, left);
    }
  }

  /** Says whether it leaves by itself. */
  public boolean isPassing() {
    return tone != Tone.WARNING && tone != Tone.DANGER;
  }

  /** Returns this one after an older one that said the same. */
  Notice after(Notice older) {
    return new Notice(tone, problem, action, at, older.times + 1, of);
  }

  /** Says whether another one says the same; two that can each be undone are two. */
  boolean repeats(Notice other) {
    return tone == other.tone
        && problem.equals(other.problem)
        && of.equals(other.of)
        && !(isOneOfItsKind() || other.isOneOfItsKind());
  }

  /** Its button is about what happened that one time. */
  private boolean isOneOfItsKind() {
    return action.filter(what -> what.retry().isEmpty()).isPresent();
  }

  boolean belongsToWindow() {
    return of.project().isEmpty();
  }

  /** Says whether it is about an engine that does not answer. */
  boolean isAboutSilence(String connection) {
    return of.silent().filter(connection::equals).isPresent();
  }

  /** Returns this one while it is tried again: it says so, and offers nothing. */
  Notice trying() {
    Problem now = new Problem(problem.title(), Text.of("notices.trying"), "", problem.incident());
    return new Notice(tone, now, Optional.empty(), at, times, of);
  }

  /** Returns this one after things have gone another way. */
  Notice without(Set<String> gone) {
    if (action.filter(what -> what.about().stream().anyMatch(gone::contains)).isEmpty()) {
      return this;
    }
    Optional<Action> left =
        action.map(what -> what.without(gone)).filter(what -> !what.about().isEmpty());
    return new Notice(tone, problem, left, at, times, of);
  }

  Notice withoutAction() {
    return new Notice(tone, problem, Optional.empty(), at, times, of);
  }
}
