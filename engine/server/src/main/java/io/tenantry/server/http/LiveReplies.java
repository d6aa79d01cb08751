package io.tenantry.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The replies that go on, so that the server does not wait for them when it stops. A reader that
 * takes nothing for too long is dropped: what it follows, and its thread, are free again.
 */
final class LiveReplies implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveReplies.class);
  private static final int LOOKS_WITHIN_PATIENCE = 4;

  private final Set<Written> open = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("live-replies").factory());
  private final long patience;
  private volatile boolean closed;

  /** Starts to look after readers, who may be stuck for that long. */
  LiveReplies(Duration readerPatience) {
    patience = readerPatience.toNanos();
    long every = Math.max(1, readerPatience.toMillis() / LOOKS_WITHIN_PATIENCE);
    clock.scheduleWithFixedDelay(this::dropStuck, every, every, TimeUnit.MILLISECONDS);
  }

  /** Sends a reply on the thread of its request; returns when it is over. */
  void send(LiveReply reply, ServerResponse response) {
    response.header(HeaderNames.CONTENT_TYPE, reply.contentType());
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    response.header(HeaderNames.create("X-Accel-Buffering"), "no");
    Written written = new Written(response.outputStream(), Thread.currentThread());
    open.add(written);
    try (written) {
      if (closed) {
        Thread.currentThread().interrupt();
      }
      reply.writeTo(written);
    } catch (InterruptedException stopping) {
      LOG.debug("A live reply ends with the server");
    } catch (IOException | RuntimeException gone) {
      LOG.debug("The reader of a live reply is gone: {}", gone.toString());
    } finally {
      open.remove(written);
    }
  }

  private void dropStuck() {
    long now = System.nanoTime();
    for (Written written : open) {
      if (written.isStuck(now - patience)) {
        LOG.info("The reader of a live reply takes nothing and is dropped");
        written.writer.interrupt();
      }
    }
  }

  /** Ends all of them. */
  @Override
  public void close() {
    closed = true;
    clock.shutdownNow();
    open.forEach(written -> written.writer.interrupt());
  }

  /** Knows how long a piece of output waits for its reader. */
  private static final class Written extends FilterOutputStream {
    private static final long NOT_WRITING = Long.MIN_VALUE;

    private final Thread writer;
    private volatile long since = NOT_WRITING;

    Written(OutputStream out, Thread writer) {
      super(out);
      this.writer = writer;
    }

    boolean isStuck(long before) {
      long began = since;
      return began != NOT_WRITING && began - before < 0;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      since = System.nanoTime();
      try {
        out.write(bytes, from, count);
      } finally {
        since = NOT_WRITING;
      }
    }

    @Override
    public void flush() throws IOException {
      since = System.nanoTime();
      try {
        out.flush();
      } finally {
        since = NOT_WRITING;
      }
    }
  }
}
