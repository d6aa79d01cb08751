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
 * @param losses what is lost, a line each
 */
public record Change(
    String title,
    String text,
    String action,
    String name,
    Weight weight,
    long count,
    List<String> which,
    List<String> losses) {
  /** How much care a change needs by itself, before number and the connection's own level. */
  public enum Weight {
    /** Creates or alters. */
    NORMAL,
    /** Keeps people from working until it is taken back: suspending. */
    INTERRUPTING,
    /** Destroys something that can be brought back: the trash. */
    DESTRUCTIVE,
    /** Destroys for good. */
    FINAL
  }

  /** Copies the lines. */
  public Change {
    which = List.copyOf(which);
    losses = List.copyOf(losses);
  }

  /** A change of one thing. */
  public Change(String title, String text, String action, String name, Weight weight) {
    this(title, text, action, name, weight, 1, List.of(), List.of());
  }

  /** A change that creates or alters. */
  public static Change normal(String title, String text, String action, String name) {
    return new Change(title, text, action, name, Weight.NORMAL);
  }

  /** A change that destroys what can be brought back. */
  public static Change destructive(String title, String text, String action, String name) {
    return new Change(title, text, action, name, Weight.DESTRUCTIVE);
  }

  /** A change that cannot be undone. */
  public static Change irrevocable(String title, String text, String action, String name) {
    return new Change(title, text, action, name, Weight.FINAL);
  }

  /** Returns a copy that reaches so many things. */
  public Change reaching(long number) {
    return new Change(title, text, action, name, weight, number, which, losses);
  }

  /** Returns a copy that says what exactly it reaches. */
  public Change naming(List<String> lines) {
    return new Change(title, text, action, name, weight, count, lines, losses);
  }

  /** Returns a copy that says what is lost. */
  public Change losing(List<String> lines) {
    return new Change(title, text, action, name, weight, count, which, lines);
  }

  Confirmation question(boolean isTyped) {
    boolean destroys = weight == Weight.DESTRUCTIVE || weight == Weight.FINAL;
    return new Confirmation(
        title,
        text,
        which,
        losses,
        action,
        destroys,
        isTyped ? Optional.of(name) : Optional.empty());
  }
}
