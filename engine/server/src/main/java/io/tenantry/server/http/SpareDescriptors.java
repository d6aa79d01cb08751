package io.tenantry.server.http;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A few file descriptors that are kept back. When all others are used up, each that is given back
 * lets the listener take one more connection, to refuse it with a reason: a listener that cannot
 * take one ends for good. Used by one thread at a time.
 */
final class SpareDescriptors implements AutoCloseable {
  private static final int KEPT = 16;
  private static final Path NOTHING = Path.of("/dev/null");

  private final boolean counts = Files.exists(NOTHING); // elsewhere they do not run out
  private final Deque<Closeable> kept = new ArrayDeque<>();

  SpareDescriptors() {
    boolean more = true;
    while (more && kept.size() < KEPT) {
      more = counts && !areUsedUp();
    }
  }

  /** Looks whether there is another one; if there is none, gives one of its own back. */
  boolean areUsedUp() {
    if (!counts) {
      return false;
    }
    try {
      FileChannel another = FileChannel.open(NOTHING, StandardOpenOption.READ);
      if (kept.size() < KEPT) {
        kept.push(another);
      } else {
        another.close();
      }
      return false;
    } catch (IOException _) {
      giveBack();
      return true;
    }
  }

  private void giveBack() {
    Closeable one = kept.poll();
    if (one == null) {
      return;
    }
    try {
      one.close();
    } catch (IOException _) {
      kept.remove(one); // closed or not, it is of no use any more
    }
  }

  @Override
  public void close() {
    while (!kept.isEmpty()) {
      giveBack();
    }
  }
}
