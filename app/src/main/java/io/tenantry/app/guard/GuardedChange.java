package io.tenantry.app.guard;

import io.tenantry.app.dialogs.Confirmation;
import java.util.List;
import java.util.Optional;

/**
 * What the user is about to change, as it is asked about.
 *
 * @param title the question, with number and object: "Suspend 300 tenants?"
 * @param text what happens and whether it can be undone
 * @param action what the button says: "Suspend 300 tenants"
 * @param name what has to be typed where that is asked for: a name that people know, of the tenant
 *     or of the workspace
 * @param weight how much care it needs by itself
 * @param count how many things it reaches
 * @param which what exactly it reaches, a line each
 * @param more how many more things it reaches, which are not named
 * @param losses what is lost, a line each
 */
public record GuardedChange(
    String title,
    String text,
    String action,
    String name,
    Weight weight,
    long count,
    List<String> which,
    long more,
    List<String> losses) {
  /** How much care a change needs by itself, before number and the connection's own level. */
  public enum Weight {
    /** Creates or alters. */
    NORMAL,
    /** The same, with everything that a filter lets through, in sight or not. */
    SWEEPING,
    /** Keeps people from working until it is taken back: suspending. */
    INTERRUPTING,
    /** Destroys something that can be brought back: the trash. */
    DESTRUCTIVE,
    /** Destroys for good. */
    FINAL
  }

  /** Copies the lines. */
  public GuardedChange {
    which = List.copyOf(which);
    losses = List.copyOf(losses);
  }

  /** A change of one thing. */
  public GuardedChange(String title, String text, String action, String name, Weight weight) {
    this(title, text, action, name, weight, 1, List.of(), 0, List.of());
  }

  /** A change that creates or alters. */
  public static GuardedChange normal(String title, String text, String action, String name) {
    return new GuardedChange(title, text, action, name, Weight.NORMAL);
  }

  /** A change that destroys what can be brought back. */
  public static GuardedChange destructive(String title, String text, String action, String name) {
    return new GuardedChange(title, text, action, name, Weight.DESTRUCTIVE);
  }

  /** A change that cannot be undone. */
  public static GuardedChange irrevocable(String title, String text, String action, String name) {
    return new GuardedChange(title, text, action, name, Weight.FINAL);
  }

  /** Returns a copy that reaches so many things, which are not all in sight. */
  public GuardedChange sweeping(long number) {
    return new GuardedChange(
        title, text, action, name, Weight.SWEEPING, number, which, more, losses);
  }

  /** Returns a copy that reaches so many things. */
  public GuardedChange reaching(long number) {
    return new GuardedChange(title, text, action, name, weight, number, which, more, losses);
  }

  /** Returns a copy that says what exactly it reaches. */
  public GuardedChange naming(List<String> lines) {
    return naming(lines, 0);
  }

  /** Returns a copy that says the first of what it reaches, and how many more there are. */
  public GuardedChange naming(List<String> lines, long others) {
    return new GuardedChange(title, text, action, name, weight, count, lines, others, losses);
  }

  /** Returns a copy that says what is lost. */
  public GuardedChange losing(List<String> lines) {
    return new GuardedChange(title, text, action, name, weight, count, which, more, lines);
  }

  Confirmation question(boolean isTyped) {
    boolean destroys = weight == Weight.DESTRUCTIVE || weight == Weight.FINAL;
    return new Confirmation(
        title,
        text,
        which,
        more,
        losses,
        action,
        destroys,
        isTyped ? Optional.of(name) : Optional.empty());
  }
}
