package io.tenantry.core.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.projects.ProjectId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the API requests of projects whose tier limits them. Any thread. */
public final class RequestRates {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TimeMeter meter;
  private final Map<ProjectId, Rate> rates = new ConcurrentHashMap<>();

  /** The bucket of a project, and the limit that it was made for. */
  private record Rate(int perMinute, Bucket bucket) {}

  /** Measures time with a clock. */
  public RequestRates(Clock clock) {
    this.meter = new ClockMeter(clock);
  }

  /**
   * Counts one request.
   *
   * @throws EngineException RATE_LIMITED {@code rate limit exceeded: max 60 requests per minute}
   */
  public void count(Caller caller) {
    caller.tier().requestsPerMinute().ifPresent(limit -> count(caller.projectId(), limit));
  }

  private void count(ProjectId project, int perMinute) {
    Rate rate =
        rates.compute(
            project,
            (_, known) -> known != null && known.perMinute == perMinute ? known : rate(perMinute));
    if (!rate.bucket.tryConsume(1)) {
      throw new EngineException(
          ErrorCode.RATE_LIMITED,
          "rate limit exceeded: max " + perMinute + " requests per minute",
          Map.of("retry_after_seconds", 1),
          null);
    }
  }

  private Rate rate(int perMinute) {
    Bucket bucket =
        Bucket.builder()
            .withCustomTimePrecision(meter)
            .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
            .build();
    return new Rate(perMinute, bucket);
  }

  /** Reads the engine's clock. */
  private record ClockMeter(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return clock.millis() * 1_000_000;
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
