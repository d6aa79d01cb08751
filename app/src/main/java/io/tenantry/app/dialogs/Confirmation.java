package io.tenantry.app.dialogs;

/**
 * A question before something happens.
 *
 * @param title the question
 * @param text what will happen, and what cannot be undone
 * @param action what the button says: the act, never "Yes"
 * @param destructive whether the button is marked as dangerous
 */
public record Confirmation(String title, String text, String action, boolean destructive) {
  /** A question about something that can be undone. */
  public static Confirmation of(String title, String text, String action) {
    return new Confirmation(title, text, action, false);
  }

  /** A question about something that destroys data. */
  public static Confirmation destructive(String title, String text, String action) {
    return new Confirmation(title, text, action, true);
  }
}
