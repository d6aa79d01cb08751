package io.tenantry.server.databases;

import io.tenantry.contract.Engine;
import io.tenantry.contract.databases.DatabaseLogin;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The streams between their requests, each under a random baton that is good for one request of the
 * same credential on the same database. How many there are and how long they live is the engine's
 * rule for sessions. Any thread.
 */
final class Streams implements AutoCloseable {
  private static final int BATON_BYTES = 24;
  private static final long SWEEP_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private final Engine engine;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Stream> waiting = new ConcurrentHashMap<>();
  private final AtomicLong sweptNanos = new AtomicLong(System.nanoTime());

  Streams(Engine engine) {
    this.engine = engine;
  }

  /**
   * Takes the stream of a baton, or starts one.
   *
   * @throws EngineException BAD_REQUEST with detail {@code reason=session_expired} for a baton that
   *     is unknown, used, expired, or somebody else's
   */
  Stream take(Optional<String> baton, DatabaseLogin login) {
    if (baton.isEmpty()) {
      return new Stream(login, engine.database(login));
    }
    Stream stream = waiting.get(baton.get());
    if (stream == null || !stream.isOf(login) || !waiting.remove(baton.get(), stream)) {
      throw expired();
    }
    if (!stream.session().isOpen()) {
      throw expired();
    }
    return stream;
  }

  private static EngineException expired() {
    return EngineException.of(
        ErrorCode.BAD_REQUEST,
        FailureReason.SESSION_EXPIRED,
        "The stream has expired, or the baton is not valid here",
        null);
  }

  /** Keeps a stream for its next request; empty when it has ended. */
  Optional<String> keep(Stream stream) {
    if (!stream.session().isOpen()) {
      return Optional.empty();
    }
    sweep();
    byte[] bytes = new byte[BATON_BYTES];
    random.nextBytes(bytes);
    String baton = TEXT.encodeToString(bytes);
    waiting.put(baton, stream);
    return Optional.of(baton);
  }

  /** The engine ends sessions that nobody uses; here only their batons are left. */
  private void sweep() {
    long swept = sweptNanos.get();
    long now = System.nanoTime();
    if (now - swept >= SWEEP_NANOS && sweptNanos.compareAndSet(swept, now)) {
      waiting.values().removeIf(stream -> !stream.session().isOpen());
    }
  }

  /** Ends all streams; what they did not commit is rolled back. */
  @Override
  public void close() {
    waiting.values().forEach(Stream::close);
    waiting.clear();
  }
}
