package io.tenantry.server.queries;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.FanOut;
import io.tenantry.contract.queries.FanOutAnswer;
import io.tenantry.server.http.LiveReply;
import io.tenantry.wire.Envelope;
import io.tenantry.wire.ErrorBody;
import io.tenantry.wire.HttpStatusOf;
import io.tenantry.wire.json.Json;
import io.tenantry.wire.queries.FanOutReplies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/**
 * Writes the answers of a fan-out as lines of JSON. Lines that come close together are sent
 * together; silence is broken every second, which also shows when the reader hung up.
 */
final class FanOutLines implements LiveReply {
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);
  private static final Duration GATHERING = Duration.ofMillis(20);
  private static final int FULL = 64 * 1024;

  private final FanOut run;
  private final String queryId;
  private final Runnable afterwards;
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private long firstLine;

  FanOutLines(FanOut run, String queryId, Runnable afterwards) {
    this.run = run;
    this.queryId = queryId;
    this.afterwards = afterwards;
  }

  @Override
  public String contentType() {
    return FanOutReplies.MEDIA_TYPE;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException, InterruptedException {
    try (run) {
      int total = run.progress().total();
      add(
          new Envelope(
              true, 200, HttpStatusOf.success(200), new FanOutReplies.Head(queryId, total)));
      send(out);
      writeAnswers(out);
      send(out);
    } finally {
      afterwards.run();
    }
  }

  private void writeAnswers(OutputStream out) throws IOException, InterruptedException {
    try {
      while (!run.isOver()) {
        Optional<FanOutAnswer> answer = run.next(patience());
        if (answer.isPresent()) {
          add(FanOutReplies.Answer.of(answer.get()));
        } else if (lines.size() == 0 && !run.isOver()) {
          add(new FanOutReplies.Alive(progress()));
        }
        if (lines.size() >= FULL || lines.size() > 0 && patience().isZero()) {
          send(out);
        }
      }
      add(new FanOutReplies.End(progress()));
    } catch (EngineException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("the server stops");
      }
      add(ErrorBody.of(e, HttpStatusOf.error(e.code())));
    }
  }

  private FanOutReplies.Progress progress() {
    return FanOutReplies.Progress.of(run.progress());
  }

  /** Returns how long the next line may keep those waiting that are there already. */
  private Duration patience() {
    if (lines.size() == 0) {
      return HEARTBEAT;
    }
    Duration left = GATHERING.minusNanos(System.nanoTime() - firstLine);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private void add(Object line) {
    if (lines.size() == 0) {
      firstLine = System.nanoTime();
    }
    Json.write(lines, line);
    lines.write('\n');
  }

  private void send(OutputStream out) throws IOException {
    lines.writeTo(out);
    lines.reset();
    out.flush();
  }
}
