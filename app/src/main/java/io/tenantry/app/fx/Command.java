package io.tenantry.app.fx;

/**
 * Something the user can do here: listed by the palette and by the key help, and run by its keys.
 *
 * @param title what it does, as a verb: "Deploy this version"
 * @param keys the keys in the toolkit's notation, for example {@code Shortcut+Enter}; empty for
 *     none
 * @param run does it, on the UI thread
 * @param isBoundByShell whether its keys work wherever the focus is; plain ones like Delete only in
 *     the screen, outside of texts. Otherwise a part of the screen follows its keys itself
 * @param isPossible whether it can be done now; else it is only listed with its keys
 */
public record Command(
    String title, String keys, Runnable run, boolean isBoundByShell, boolean isPossible) {
  /** A command whose keys the shell follows. */
  public Command(String title, String keys, Runnable run) {
    this(title, keys, run, true, true);
  }

  /** A command without keys. */
  public static Command of(String title, Runnable run) {
    return new Command(title, "", run);
  }

  /** A command whose keys work only in one part of the screen, which follows them itself. */
  public static Command inPart(String title, String keys, Runnable run) {
    return new Command(title, keys, run, false, true);
  }

  /** A command of a part of the screen that cannot be done now, for example to what is selected. */
  public static Command later(String title, String keys) {
    return new Command(title, keys, () -> {}, false, false);
  }
}
