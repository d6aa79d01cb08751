package io.tenantry.server.limits;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slows down those who try passwords. After a few failures, the next attempt has to wait, each time
 * twice as long: for the same account from the same address, for all accounts from one address, and
 * a little for one account from anywhere, so that nobody can lock its owner out for long. Any
 * thread.
 */
public final class LoginBrake {
  private static final Logger LOG = LoggerFactory.getLogger(LoginBrake.class);
  private static final int REMEMBERED = 10_000;
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

  private static final Rule PAIR = new Rule(5, Duration.ofMinutes(5));
  private static final Rule ADDRESS = new Rule(20, Duration.ofMinutes(5));
  private static final Rule ACCOUNT = new Rule(20, Duration.ofSeconds(10));

  private final LongSupplier nanos;
  private final Map<Object, Failures> failures =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Starts without any failure. */
  public LoginBrake() {
    this(System::nanoTime);
  }

  /**
   * As {@link #LoginBrake()}, with another clock.
   *
   * @param nanos tells monotonic time
   */
  LoginBrake(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * How failures count.
   *
   * @param free so many need no waiting
   * @param longest how long the next attempt has to wait at most
   */
  private record Rule(int free, Duration longest) {
    long waitNanos(int failed) {
      int over = failed - free;
      return over < 0
          ? 0
          : Math.min(longest.toNanos(), TimeUnit.SECONDS.toNanos(1) << Math.min(over, 20));
    }
  }

  private record Pair(String account, InetAddress address) {}

  private record Counted(Object key, Rule rule) {}

  private record Failures(int count, long lastNanos) {}

  /**
   * Lets an attempt to log in pass.
   *
   * @param attempt throws UNAUTHORIZED when the password is wrong
   * @throws EngineException RATE_LIMITED with detail {@code retry_after_seconds} when it comes too
   *     soon after too many failures; else what the attempt throws
   */
  public <T> T attempt(String email, InetAddress address, Supplier<T> attempt) {
    String account = email.strip().toLowerCase(Locale.ROOT);
    List<Counted> all =
        List.of(
            new Counted(new Pair(account, address), PAIR),
            new Counted(address, ADDRESS),
            new Counted(account, ACCOUNT));
    requireWaited(all);
    try {
      T result = attempt.get();
      succeeded(all);
      return result;
    } catch (EngineException e) {
      if (e.code() == ErrorCode.UNAUTHORIZED) {
        failed(all, address);
      }
      throw e;
    }
  }

  private synchronized void requireWaited(List<Counted> all) {
    long now = nanos.getAsLong();
    long wait = 0;
    for (Counted each : all) {
      int count = recent(each.key(), now);
      if (count > 0) {
        wait = Math.max(wait, each.rule().waitNanos(count) - sinceLast(each.key(), now));
      }
    }
    if (wait > 0) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(wait + 999_999_999);
      throw new EngineException(
          ErrorCode.RATE_LIMITED,
          "too many failed logins: try again in " + seconds + " s",
          Map.of("retry_after_seconds", seconds),
          null);
    }
  }

  /** Returns how often it failed of late. */
  private int recent(Object key, long now) {
    Failures known = failures.get(key);
    return known != null && now - known.lastNanos() < FORGOTTEN_AFTER.toNanos() ? known.count() : 0;
  }

  private long sinceLast(Object key, long now) {
    Failures known = failures.get(key);
    return known == null ? Long.MAX_VALUE : now - known.lastNanos();
  }

  private synchronized void failed(List<Counted> all, InetAddress address) {
    long now = nanos.getAsLong();
    int most = 0;
    for (Counted each : all) {
      int count = recent(each.key(), now) + 1;
      failures.put(each.key(), new Failures(count, now));
      most = Math.max(most, count);
    }
    LOG.warn("A login from {} failed; it is number {} of late", address.getHostAddress(), most);
  }

  private synchronized void succeeded(List<Counted> all) {
    failures.remove(all.getFirst().key());
  }
}
