package io.tenantry.app.tasks;

import java.time.Duration;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Where screens tell of work that goes on while something else is looked at. UI thread. */
public interface RunningWork {
  /** Where work is at home. */
  interface Home {
    /** Goes to it. */
    void open();

    /** Says whether the user looks at it now. */
    boolean isLookedAt();

    /** Says whether an engine does it, which goes on with it whatever becomes of the window. */
    default boolean isOfEngine() {
      return false;
    }

    /** Returns what kind of work it is. */
    default WorkKind kind() {
      return WorkKind.SQL;
    }

    /** Returns what stops it; empty where that needs a look at it first. */
    default Optional<Runnable> stop() {
      return Optional.empty();
    }
  }

  /** Says whether work goes on for so long that it is worth telling of. */
  static boolean isLong(Duration elapsed) {
    return elapsed.compareTo(Duration.ofSeconds(1)) >= 0;
  }

  /** Shows work, or how far it is by now. */
  void show(Job job, Home home);

  /** Takes work away that has ended; says so where it is not looked at. */
  void ended(Job job, Home home);

  /** Takes work away without a word, because the user has ended it. */
  void dropped(String id);

  /** Returns what goes on here, and what went on lately, newest first; read-only. */
  default ObservableList<TrackedWork> tracked() {
    return FXCollections.emptyObservableList();
  }

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
