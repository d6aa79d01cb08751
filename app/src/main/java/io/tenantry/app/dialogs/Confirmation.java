package io.tenantry.app.dialogs;

import java.util.List;
import java.util.Optional;

/**
 * A question before something happens.
 *
 * @param title the question, with number and object: "Suspend 300 tenants?"
 * @param text what will happen, and whether it can be undone
 * @param which what exactly it is about, a line each: names of tenants, a filter
 * @param more how many more lines there would be
 * @param losses what is lost, a line each
 * @param action what the button says: the act, never "Yes"
 * @param destructive whether the button is marked as dangerous
 * @param typed what has to be typed exactly before the button can be pressed
 */
public record Confirmation(
    String title,
    String text,
    List<String> which,
    long more,
    List<String> losses,
    String action,
    boolean destructive,
    Optional<String> typed) {
  /** Copies the lines. */
  public Confirmation {
    which = List.copyOf(which);
    losses = List.copyOf(losses);
  }

  /** A question about something that can be undone. */
  public static Confirmation of(String title, String text, String action) {
    return new Confirmation(title, text, List.of(), 0, List.of(), action, false, Optional.empty());
  }

  /** A question about something that destroys data. */
  public static Confirmation destructive(String title, String text, String action) {
    return new Confirmation(title, text, List.of(), 0, List.of(), action, true, Optional.empty());
  }
}
