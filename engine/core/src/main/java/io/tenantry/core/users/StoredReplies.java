package io.tenantry.core.users;

import io.tenantry.core.catalog.Catalog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Keeps the first reply to a request that carried an idempotency key, for 24 hours, also over a
 * restart. Any thread.
 */
public final class StoredReplies {
  private static final Duration KEPT = Duration.ofHours(24);

  private final Catalog catalog;
  private final InstantSource clock;

  /** Keeps replies in a catalog. */
  public StoredReplies(Catalog catalog, InstantSource clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  /**
   * What a request is told apart by.
   *
   * @param callerHash hash of the credential
   * @param target method and path
   * @param key as the caller gave it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Key(byte[] callerHash, String target, String key) {}

  /**
   * A reply.
   *
   * @param requestHash hash of the request's body
   * @param status HTTP status
   * @param body JSON
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Reply(byte[] requestHash, int status, byte[] body) {}

  /** Returns the reply that was given first. */
  public Optional<Reply> find(Key key) {
    long from = clock.instant().minus(KEPT).toEpochMilli();
    return catalog.read(handle -> StoredReplyRepository.find(handle, key, from));
  }

  /** Remembers a reply; durable on return. */
  public void keep(Key key, Reply reply) {
    catalog.execute(handle -> StoredReplyRepository.keep(handle, key, reply, clock.millis()));
  }

  static void forget(Handle handle, Instant now) {
    StoredReplyRepository.forget(handle, now.minus(KEPT).toEpochMilli());
  }
}
