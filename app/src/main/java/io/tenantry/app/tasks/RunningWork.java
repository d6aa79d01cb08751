package io.tenantry.app.tasks;

import java.util.Optional;

/** Where screens tell of work that goes on while something else is looked at. UI thread. */
public interface RunningWork {
  /** Where work is at home. */
  interface Home {
    /** Goes to it. */
    void open();

    /** Says whether the user looks at it now. */
    boolean isLookedAt();

    /** Returns what stops it; empty where that needs a look at it first. */
    default Optional<Runnable> stop() {
      return Optional.empty();
    }
  }

  /** Shows work, or how far it is by now. */
  void show(Job job, Home home);

  /** Takes work away that has ended; says so where it is not looked at. */
  void ended(Job job, Home home);

  /** Takes work away without a word, because the user has ended it. */
  void dropped(String id);

  /** For a screen that stands alone. */
  static RunningWork untold() {
    return new RunningWork() {
      @Override
      public void show(Job job, Home home) {}

      @Override
      public void ended(Job job, Home home) {}

      @Override
      public void dropped(String id) {}
    };
  }
}
