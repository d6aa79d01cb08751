package io.tenantry.app.fx;

/**
 * Something the user can do here: listed by the palette and by the key help, and run by its keys.
 *
 * @param title what it does, as a verb: "Deploy this version"
 * @param keys the keys in the toolkit's notation, for example {@code Shortcut+Enter}; empty for
 *     none
 * @param run does it, on the UI thread
 */
public record Command(String title, String keys, Runnable run) {
  /** A command without keys. */
  public static Command of(String title, Runnable run) {
    return new Command(title, "", run);
  }
}
