package io.tenantry.server.http;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.events.Listener;
import io.tenantry.contract.events.Subscription;
import io.tenantry.wire.ErrorBody;
import io.tenantry.wire.HttpStatusOf;
import io.tenantry.wire.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A reply that goes on: server-sent events, written by the virtual thread of the request. The
 * subscription hands over one event at a time, so a slow reader slows down nothing but itself.
 */
public final class EventStream implements LiveReply {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final byte[] HELLO = utf8("retry: 2000\n\n");
  private static final byte[] ALIVE = utf8(": alive\n\n");

  private final SynchronousQueue<Event> events = new SynchronousQueue<>();
  private final Subscription subscription;

  private <T> EventStream(
      Function<Listener<T>, Subscription> subscribe, Function<T, Event> toEvent) {
    subscription = subscribe.apply(new Handing<>(toEvent));
  }

  /**
   * Starts to follow something.
   *
   * @param subscribe subscribes the listener that it is given
   * @param toEvent writes what happened
   */
  public static <T> EventStream of(
      Function<Listener<T>, Subscription> subscribe, Function<T, Event> toEvent) {
    return new EventStream(subscribe, toEvent);
  }

  /**
   * An event as it is sent.
   *
   * @param name {@code message} for what is followed
   * @param id what a reader remembers; empty for none
   * @param data one line of JSON
   * @param isLast whether nothing comes after it
   */
  public record Event(String name, String id, String data, boolean isLast) {
    private static final String MESSAGE = "message";
    private static final Event END = new Event(MESSAGE, "", "", true);

    /** What is followed. */
    public static Event of(String id, Object data) {
      return new Event(MESSAGE, id, Json.text(data), false);
    }

    private static Event dropped(long count) {
      return new Event("dropped", "", "{\"dropped\":" + count + "}", false);
    }

    private static Event failure(EngineException error) {
      Object body = ErrorBody.of(error, HttpStatusOf.error(error.code()));
      return new Event("failure", "", Json.text(body), true);
    }

    private byte[] bytes() {
      StringBuilder text = new StringBuilder();
      if (!name.equals(MESSAGE)) {
        text.append("event: ").append(name).append('\n');
      }
      if (!id.isEmpty()) {
        text.append("id: ").append(id).append('\n');
      }
      return utf8(text.append("data: ").append(data).append("\n\n").toString());
    }
  }

  /** Waits until the request's thread takes each event. */
  private final class Handing<T> implements Listener<T> {
    private final Function<T, Event> toEvent;

    Handing(Function<T, Event> toEvent) {
      this.toEvent = toEvent;
    }

    @Override
    public void event(T event) {
      hand(toEvent.apply(event));
    }

    @Override
    public void dropped(long count) {
      hand(Event.dropped(count));
    }

    @Override
    public void ended(Optional<EngineException> reason) {
      hand(reason.map(Event::failure).orElse(Event.END));
    }

    private void hand(Event event) {
      try {
        events.put(event);
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public String contentType() {
    return "text/event-stream";
  }

  /** Writes events until the last one, the reader is gone, or this thread is interrupted. */
  @Override
  public void writeTo(OutputStream out) throws IOException, InterruptedException {
    try (subscription) {
      write(out, HELLO);
      boolean over = false;
      while (!over) {
        Event next = events.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
        over = next != null && next.isLast();
        if (next == null) {
          write(out, ALIVE);
        } else if (!next.data().isEmpty()) {
          write(out, next.bytes());
        }
      }
    }
  }

  private static void write(OutputStream out, byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
