package io.tenantry.client.http;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.events.Listener;
import io.tenantry.contract.events.Subscription;
import io.tenantry.wire.json.JsonException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows something on a remote engine: by its event stream, again and again when that breaks, and
 * by asking where there is none. What happened in between is asked for, so nothing is missed
 * without a word or told twice. A virtual thread per feed.
 */
final class EventFeed<T> implements Subscription {
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

  private final Supplier<EventReader> stream;
  private final Followed<T> followed;
  private final Listener<T> listener;
  private final Runnable afterwards;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean closed;
  private volatile boolean finishing;
  private volatile @Nullable EventReader open;

  EventFeed(
      Supplier<EventReader> stream,
      Followed<T> followed,
      Listener<T> listener,
      Consumer<EventFeed<T>> afterwards) {
    this.stream = stream;
    this.followed = followed;
    this.listener = listener;
    this.afterwards = () -> afterwards.accept(this);
  }

  void start() {
    Thread.ofVirtual().name("event-feed").start(this::run);
  }

  private void run() {
    Optional<EngineException> reason =
        Optional.of(EngineException.internal("The subscription ended by a fault", null));
    try {
      reason = follow();
    } finally {
      afterwards.run();
      if (!closed) {
        listener.ended(reason);
      }
    }
  }

  private boolean isRunning() {
    return !closed && !finishing;
  }

  private Optional<EngineException> follow() {
    boolean over = tell(followed.known());
    while (!over && isRunning()) {
      try {
        over = readStream() || tellMissed(followed.missed());
      } catch (Refused refused) {
        return Optional.of(refused.error());
      } catch (EngineException e) {
        if (isFinal(e)) {
          return isRunning() ? Optional.of(e) : Optional.empty();
        }
      }
      if (!over) {
        pause();
      }
    }
    return Optional.empty();
  }

  /** Reads events until the stream breaks; true when the last one came. */
  private boolean readStream() {
    try (EventReader reader = stream.get()) {
      open = reader;
      boolean over = !isRunning() || tellMissed(followed.gap());
      while (!over && isRunning()) {
        Optional<EventReader.Frame> frame = reader.next();
        if (frame.isEmpty()) {
          return false;
        }
        over = tell(frame.get());
      }
      return over;
    } catch (EngineException | JsonException broken) {
      return false; // asking tells whether it may go on
    } finally {
      open = null;
    }
  }

  private boolean tell(EventReader.Frame frame) {
    return switch (frame.name()) {
      case "message" -> tell(List.of(followed.read(frame.data())));
      case "dropped" -> {
        listener.dropped(frame.dropped());
        yield false;
      }
      case "failure" -> throw new Refused(frame.failure());
      default -> false;
    };
  }

  /** Tells what was missed, after how many that are older are left out of it. */
  private boolean tellMissed(List<T> events) {
    if (!events.isEmpty() && isRunning() && followed.leftOut() > 0) {
      listener.dropped(followed.leftOut());
    }
    return tell(events);
  }

  /** Tells what is new; true when it was the last. */
  private boolean tell(List<T> events) {
    for (T event : events) {
      if (isRunning() && followed.isNew(event)) {
        listener.event(event);
      }
      if (followed.isLast(event)) {
        return true;
      }
    }
    return false;
  }

  private void pause() {
    try {
      stopped.await(AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException notOurs) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isFinal(EngineException error) {
    return switch (error.code()) {
      case NOT_FOUND,
          UNAUTHORIZED,
          AUTH_REQUIRED,
          FORBIDDEN,
          ROLE_REQUIRED,
          SCOPE_DENIED,
          PERMISSION_DENIED,
          OAUTH_MANAGED,
          BAD_REQUEST ->
          true;
      case CONFLICT, RATE_LIMITED, INTERNAL_ERROR -> false;
    };
  }

  /** Ends it because the client is being closed; the listener is told. */
  void finish() {
    finishing = true;
    stop();
  }

  @Override
  public void close() {
    closed = true;
    stop();
  }

  /** Never by interrupting: a call under way would not stand it. */
  private void stop() {
    stopped.countDown();
    EventReader reading = open;
    if (reading != null) {
      reading.cancel();
    }
  }

  /** The engine says why it ends the stream. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient EngineException error;

    Refused(EngineException error) {
      super(error.message(), null, false, false);
      this.error = error;
    }

    EngineException error() {
      return error;
    }
  }
}
