package io.tenantry.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The event streams that are open, so that the server does not wait for them when it stops. */
final class EventStreams implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);

  private final Set<Thread> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Sends a stream on the thread of its request; returns when it is over. */
  void send(EventStream stream, ServerResponse response) {
    response.header(HeaderNames.CONTENT_TYPE, "text/event-stream");
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    response.header(HeaderNames.create("X-Accel-Buffering"), "no");
    open.add(Thread.currentThread());
    try (OutputStream out = response.outputStream()) {
      if (closed) {
        Thread.currentThread().interrupt();
      }
      stream.writeTo(out);
    } catch (InterruptedException stopping) {
      LOG.debug("An event stream ends with the server");
    } catch (IOException | RuntimeException gone) {
      LOG.debug("The reader of an event stream is gone: {}", gone.toString());
    } finally {
      open.remove(Thread.currentThread());
    }
  }

  /** Ends all of them. */
  @Override
  public void close() {
    closed = true;
    open.forEach(Thread::interrupt);
  }
}
