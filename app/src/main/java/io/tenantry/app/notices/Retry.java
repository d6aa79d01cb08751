package io.tenantry.app.notices;

/** Something that failed and is tried again; its notice stays until that has ended. UI thread. */
@FunctionalInterface
public interface Retry {
  /**
   * Tries again.
   *
   * @param onWorked is to be run when it worked this time
   * @param onFailed is to be run when it failed again, before that is told
   */
  void start(Runnable onWorked, Runnable onFailed);
}
