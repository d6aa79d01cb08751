package io.tenantry.app.notices;

import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.text.Text;
import java.time.Instant;
import java.util.Optional;

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
   */
  public record Action(String label, Runnable run, Optional<Retry> retry) {
    /** Does something. */
    public Action(String label, Runnable run) {
      this(label, run, Optional.empty());
    }

    /** Tries something again. */
    public static Action again(String label, Retry retry) {
      return new Action(label, () -> {}, Optional.of(retry));
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

  Notice withoutAction() {
    return new Notice(tone, problem, Optional.empty(), at, times, of);
  }
}
