package io.tenantry.app.guard;

/**
 * What the user is about to change, as it is asked about.
 *
 * @param title the question: "Delete tenant wayne?"
 * @param text what happens and whether it can be undone
 * @param action what the button says: "Delete tenant"
 * @param name what has to be typed on a connection that asks for it: the tenant's or workspace's
 *     name
 * @param weight how much care it needs by itself
 */
public record Change(String title, String text, String action, String name, Weight weight) {
  /** How much care a change needs by itself, before the connection's own level. */
  public enum Weight {
    /** Creates or alters; can be undone. Not asked about on an open connection. */
    NORMAL,
    /** Destroys something that can be brought back (trash). Always asked about. */
    DESTRUCTIVE,
    /** Destroys for good, or reaches many tenants. Always asks for the typed name. */
    FINAL
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
}
