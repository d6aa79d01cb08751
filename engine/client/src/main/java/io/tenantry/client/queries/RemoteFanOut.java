package io.tenantry.client.queries;

import io.tenantry.client.http.HttpCalls;
import io.tenantry.client.http.Lines;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.FailureReason;
import io.tenantry.contract.queries.FanOut;
import io.tenantry.contract.queries.FanOutAnswer;
import io.tenantry.contract.queries.FanOutProgress;
import io.tenantry.wire.ErrorBody;
import io.tenantry.wire.json.Json;
import io.tenantry.wire.json.JsonException;
import io.tenantry.wire.queries.FanOutReplies;
import io.tenantry.wire.queries.QueryEndpoints;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A fan-out whose answers come line by line. */
final class RemoteFanOut implements FanOut {
  private static final int STATUS_OF_FAILURE = 500;

  private final HttpCalls calls;
  private final Lines lines;
  private final String queryId;
  private volatile FanOutProgress progress;
  private volatile boolean over;
  private volatile boolean closed;
  private final Lock reading = new ReentrantLock();

  private RemoteFanOut(HttpCalls calls, Lines lines, FanOutReplies.Head head) {
    this.calls = calls;
    this.lines = lines;
    this.queryId = head.queryId();
    this.progress = FanOutProgress.of(head.total());
  }

  /** Reads the head; closes the lines when there is none. */
  static RemoteFanOut begin(HttpCalls calls, Lines lines) {
    boolean begun = false;
    try {
      byte[] head = lines.next().orElseThrow(RemoteFanOut::brokenOff);
      RemoteFanOut fanOut =
          new RemoteFanOut(calls, lines, Json.read(head, FanOutReplies.Head.class));
      begun = true;
      return fanOut;
    } catch (JsonException malformed) {
      throw unexpected(malformed);
    } finally {
      if (!begun) {
        lines.close();
      }
    }
  }

  @Override
  public FanOutProgress progress() {
    return progress;
  }

  @Override
  public Optional<FanOutAnswer> next(Duration patience) {
    reading.lock();
    try {
      return isOver() ? Optional.empty() : read(lines.next().orElseThrow(RemoteFanOut::brokenOff));
    } catch (EngineException broken) {
      if (closed) {
        return Optional.empty();
      }
      throw broken;
    } catch (JsonException malformed) {
      throw unexpected(malformed);
    } finally {
      if (isOver()) {
        lines.close();
      }
      reading.unlock();
    }
  }

  private Optional<FanOutAnswer> read(byte[] json) {
    FanOutReplies.Line line = Json.read(json, FanOutReplies.Line.class);
    Optional<FanOutAnswer> answer = line.answer();
    answer.ifPresent(given -> progress = progress.plus(given.answer()));
    over = line.summary().isPresent();
    if (answer.isEmpty() && line.error().isPresent()) {
      throw ErrorBody.read(json, STATUS_OF_FAILURE).orElseThrow(RemoteFanOut::brokenOff);
    }
    return answer;
  }

  @Override
  public boolean isOver() {
    return over || closed;
  }

  /** When the engine cannot be told, hanging up tells it. */
  @Override
  public void cancel() {
    if (isOver()) {
      return;
    }
    try {
      calls.call(QueryEndpoints.CANCEL, queryId);
    } catch (EngineException e) {
      switch (e.code()) {
        case NOT_FOUND -> {} // over already; the summary is on its way
        default -> lines.cancel();
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    lines.cancel(); // which lets go whoever reads
    if (reading.tryLock()) {
      try {
        lines.close();
      } finally {
        reading.unlock();
      }
    }
  }

  private static EngineException brokenOff() {
    return EngineException.internal("The answers broke off before the last one", null)
        .because(FailureReason.UNREACHABLE);
  }

  private static EngineException unexpected(JsonException malformed) {
    return EngineException.internal("The engine's answers cannot be read", malformed)
        .because(FailureReason.UNEXPECTED_REPLY);
  }
}
