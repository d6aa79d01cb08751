package io.tenantry.server.http;

import java.util.Optional;

/** Keeps first replies for requests that may be sent again. Any thread. */
public interface ReplyStore {
  /**
   * What a request is told apart by.
   *
   * @param callerHash hash of the credential
   * @param target method and path
   * @param key as the caller gave it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Key(byte[] callerHash, String target, String key) {}

  /**
   * A first reply.
   *
   * @param requestHash hash of the request's body
   * @param status HTTP status
   * @param body JSON
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Kept(byte[] requestHash, int status, byte[] body) {}

  /** Returns the reply that was given within the last 24 hours. */
  Optional<Kept> find(Key key);

  /** Remembers a reply; durable on return. */
  void keep(Key key, Kept reply);

  /** Keeps nothing: every request is a first one. For engines without a store of their own. */
  static ReplyStore none() {
    return new ReplyStore() {
      @Override
      public Optional<Kept> find(Key key) {
        return Optional.empty();
      }

      @Override
      public void keep(Key key, Kept reply) {}
    };
  }
}
