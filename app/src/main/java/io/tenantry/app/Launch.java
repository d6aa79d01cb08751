package io.tenantry.app;

import io.tenantry.app.start.ConsoleStart;
import io.tenantry.app.start.Ring;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A start of the console: runs it, or hands over to the one that runs on the same folders and ends.
 */
final class Launch {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Folders folders;
  private final Ring ring;
  private final boolean exitAfterStart;

  /**
   * Prepares a start.
   *
   * @param ring what one that runs already is asked for
   */
  Launch(Folders folders, Ring ring, boolean exitAfterStart) {
    this.folders = folders;
    this.ring = ring;
    this.exitAfterStart = exitAfterStart;
  }

  /** Returns the exit code of the program. */
  int run() throws InterruptedException, IOException {
    ConsoleRun run = new ConsoleRun(folders, exitAfterStart);
    ConsoleStart start =
        ConsoleStart.at(folders.data(), folders.config(), ring, PATIENCE, run::rang);
    return switch (start) {
      case ConsoleStart.HandedOver _ -> 0;
      case ConsoleStart.Silent(Optional<Long> pid) -> {
        run.tellSilent(pid);
        yield 1;
      }
      case ConsoleStart.First first -> {
        try (first) {
          yield run.run();
        }
      }
    };
  }
}
