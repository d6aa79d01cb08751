package io.tenantry.app.start;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What becomes of a start of the console. */
public sealed interface ConsoleStart {
  /** This is the only console on its folders, as long as this is not closed. */
  final class First implements ConsoleStart, AutoCloseable {
    private final ConsoleLock lock;
    private final Doorbell bell;

    private First(ConsoleLock lock, Doorbell bell) {
      this.lock = lock;
      this.bell = bell;
    }

    @Override
    public void close() {
      bell.close();
      lock.close();
    }
  }

  /** Another console runs on the folders and has taken over. */
  record HandedOver() implements ConsoleStart {}

  /**
   * Another console has the settings folder and does not answer.
   *
   * @param pid its process, as far as it is known
   */
  record Silent(Optional<Long> pid) implements ConsoleStart {}

  /**
   * Finds out which it is; a console that is still starting is waited for.
   *
   * @param data the data folder that this start would open
   * @param settings the settings folder
   * @param ring what the other one is asked for
   * @param patience how long one that does not answer is waited for
   * @param onRing called for each later start, when this is the first
   */
  static ConsoleStart at(
      Path data, Path settings, Ring ring, Duration patience, Consumer<Ring> onRing)
      throws IOException, InterruptedException {
    Optional<Path> holder =
        FolderMark.read(data).filter(other -> !other.equals(settings)).filter(ConsoleLock::isHeld);
    if (holder.isPresent() && Doorbell.ring(holder.get(), ring)) {
      return new HandedOver();
    }
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<ConsoleLock> lock = ConsoleLock.take(settings);
      if (lock.isPresent()) {
        return first(lock.get(), settings, onRing);
      }
      if (Doorbell.ring(settings, ring)) {
        return new HandedOver();
      }
      if (System.nanoTime() > end) {
        return new Silent(Doorbell.holder(settings));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static First first(ConsoleLock lock, Path settings, Consumer<Ring> onRing)
      throws IOException {
    boolean done = false;
    try {
      First first = new First(lock, Doorbell.hang(settings, onRing));
      done = true;
      return first;
    } finally {
      if (!done) {
        lock.close();
      }
    }
  }
}
