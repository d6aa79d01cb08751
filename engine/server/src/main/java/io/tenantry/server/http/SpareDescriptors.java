package io.tenantry.server.http;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A few file descriptors that are kept back. When all others are used up, each that is given back
 * lets the listener take one more connection, to refuse it with a reason: a listener that cannot
 * take one ends for good. Used by one thread at a time.
 */
final class SpareDescriptors implements AutoCloseable {
  private static final int KEPT = 16;

  /** Others want some too, and the listener must not come too late for its own. */
  private static final int GIVEN_BACK = 8;

  /** So many must be left for the next connections, and for others who want one meanwhile. */
  private static final int LEFT = 3;

  private static final Path NOTHING = Path.of("/dev/null");

  private final boolean counts = Files.exists(NOTHING); // elsewhere they do not run out
  private final Deque<Closeable> kept = new ArrayDeque<>();

  SpareDescriptors() {
    boolean more = true;
    while (more && kept.size() < KEPT) {
      more = counts && !areUsedUp();
    }
  }

  /** Looks whether there are some more; if there are few, gives some of its own back. */
  boolean areUsedUp() {
    if (!counts) {
      return false;
    }
    List<Closeable> more = new ArrayList<>(LEFT + 1);
    try {
      while (more.size() <= LEFT) {
        more.add(FileChannel.open(NOTHING, StandardOpenOption.READ));
      }
      if (kept.size() < KEPT) {
        kept.push(more.removeLast());
      }
      return false;
    } catch (IOException _) {
      for (int i = 0; i < GIVEN_BACK; i++) {
        giveBack();
      }
      return true;
    } finally {
      more.forEach(SpareDescriptors::close);
    }
  }

  private static void close(Closeable one) {
    try {
      one.close();
    } catch (IOException _) {
      return; // nothing was written to it
    }
  }

  private void giveBack() {
    Closeable one = kept.poll();
    if (one != null) {
      close(one);
    }
  }

  @Override
  public void close() {
    while (!kept.isEmpty()) {
      giveBack();
    }
  }
}
