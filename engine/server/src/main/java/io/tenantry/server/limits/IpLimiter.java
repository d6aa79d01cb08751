package io.tenantry.server.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Counts requests by address before anybody is known: a token bucket per address. A second in which
 * requests were refused is a violation, however many there were; it is forgotten after a minute;
 * the fifth brings a ban. Of the addresses seen, those of late are remembered. Any thread.
 */
public final class IpLimiter {
  private static final int REMEMBERED = 50_000;
  private static final long MEMORY_SECONDS = 60;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final IpLimits limits;
  private final LongSupplier nanos;
  private final Map<InetAddress, Sender> senders =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Sender> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Starts without any address. */
  public IpLimiter(IpLimits limits) {
    this(limits, System::nanoTime);
  }

  /**
   * As {@link #IpLimiter(IpLimits)}, with another clock.
   *
   * @param nanos tells monotonic time
   */
  IpLimiter(IpLimits limits, LongSupplier nanos) {
    this.limits = limits;
    this.nanos = nanos;
  }

  /**
   * Counts one request.
   *
   * @throws EngineException RATE_LIMITED with detail {@code retry_after_seconds}: 1, or what is
   *     left of a ban
   */
  public void count(InetAddress address) {
    if (isCounted(address)) {
      sender(address).count();
    }
  }

  private boolean isCounted(InetAddress address) {
    return switch (limits.mode()) {
      case ON -> true;
      case OFF -> false;
      case AUTO -> !address.isLoopbackAddress();
    };
  }

  private Sender sender(InetAddress address) {
    synchronized (senders) {
      return senders.computeIfAbsent(address, _ -> new Sender());
    }
  }

  /** One address. */
  private final class Sender {
    private final Bucket bucket =
        Bucket.builder()
            .withCustomTimePrecision(new Meter(nanos))
            .addLimit(
                limit ->
                    limit
                        .capacity(limits.requestsPerSecond())
                        .refillGreedy(limits.requestsPerSecond(), SECOND))
            .build();

    /** Seconds in which requests were refused. */
    private final LinkedHashMap<Long, Boolean> violations = new LinkedHashMap<>();

    private long bannedUntil = Long.MIN_VALUE;

    synchronized void count() {
      long now = nanos.getAsLong();
      if (bannedUntil != Long.MIN_VALUE && now - bannedUntil < 0) {
        throw banned(bannedUntil - now);
      }
      if (bucket.tryConsume(1)) {
        return;
      }
      long second = TimeUnit.NANOSECONDS.toSeconds(now);
      violations.keySet().removeIf(before -> second - before >= MEMORY_SECONDS);
      violations.put(second, true);
      if (violations.size() >= limits.violations()) {
        violations.clear();
        bannedUntil = now + limits.ban().toNanos();
        throw banned(limits.ban().toNanos());
      }
      throw refused(
          "rate limit exceeded: max " + limits.requestsPerSecond() + " requests per second", 1);
    }

    private EngineException banned(long leftNanos) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(leftNanos + 999_999_999);
      return refused("too many requests: this address is refused for a while", seconds);
    }
  }

  private static EngineException refused(String message, long retryAfterSeconds) {
    return new EngineException(
        ErrorCode.RATE_LIMITED, message, Map.of("retry_after_seconds", retryAfterSeconds), null);
  }

  /** Reads the limiter's clock. */
  private record Meter(LongSupplier nanos) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return nanos.getAsLong();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
