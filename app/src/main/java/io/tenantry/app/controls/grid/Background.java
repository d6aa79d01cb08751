package io.tenantry.app.controls.grid;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Works off the UI thread and brings what came of it back there. */
@FunctionalInterface
public interface Background {
  /** Works here and now, for what is little. */
  Background NONE = (work, then) -> then.accept(work.get());

  /**
   * Does work.
   *
   * @param work runs on another thread
   * @param then takes what it returned, on the UI thread
   */
  void run(Supplier<int[]> work, Consumer<int[]> then);
}
