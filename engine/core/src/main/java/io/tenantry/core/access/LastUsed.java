package io.tenantry.core.access;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.catalog.Catalog;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes when keys and sessions were used, at most once a minute each and never in the way of the
 * call that used them. Any thread.
 */
final class LastUsed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LastUsed.class);
  private static final Duration INTERVAL = Duration.ofMinutes(1);
  private static final int REMEMBERED = 10_000;

  private static final String KEY = "UPDATE api_key SET last_used_at = :now WHERE id = :id";
  private static final String TOKEN = "UPDATE user_token SET last_used_at = :now WHERE id = :id";
  private static final String SESSION =
      "UPDATE session SET last_used_at = :now WHERE token_hash = :hash";

  private final Catalog catalog;
  private final Clock clock;
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("catalog-last-used").factory());
  private final Map<Long, Long> writtenAt = new Oldest();

  LastUsed(Catalog catalog, Clock clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  void key(long id) {
    note(KEY, id, id);
  }

  /** Negative numbers keep tokens apart from keys. */
  void userToken(long id) {
    note(TOKEN, id, -id);
  }

  private void note(String sql, long id, long remembered) {
    long now = clock.millis();
    if (isDue(remembered, now)) {
      later(
          () ->
              catalog.execute(
                  handle -> handle.createUpdate(sql).bind("now", now).bind("id", id).execute()));
    }
  }

  void session(byte[] hash, long lastUsedAt) {
    long now = clock.millis();
    if (now - lastUsedAt >= INTERVAL.toMillis()) {
      later(
          () ->
              catalog.execute(
                  handle ->
                      handle.createUpdate(SESSION).bind("now", now).bind("hash", hash).execute()));
    }
  }

  /** Waits until what was noted before is written, so that it can be shown. */
  void settle() {
    if (executor.isShutdown()) {
      return;
    }
    try {
      executor.submit(() -> {}).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("an empty task failed", e);
    }
  }

  /** Waits until what was noted is written. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("Some times of last use were not written");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isDue(long id, long now) {
    synchronized (writtenAt) {
      Long before = writtenAt.get(id);
      if (before != null && now - before < INTERVAL.toMillis()) {
        return false;
      }
      writtenAt.put(id, now);
      return true;
    }
  }

  private void later(Runnable write) {
    if (executor.isShutdown()) {
      return; // the engine is closing; a minute more or less does not matter
    }
    executor.execute(
        () -> {
          try {
            write.run();
          } catch (EngineException e) {
            LOG.warn("Cannot note the time of last use", e);
          }
        });
  }

  /** Forgets those that were used longest ago. */
  private static final class Oldest extends LinkedHashMap<Long, Long> {
    private static final long serialVersionUID = 1L;

    Oldest() {
      super(64, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
      return size() > REMEMBERED;
    }
  }
}
