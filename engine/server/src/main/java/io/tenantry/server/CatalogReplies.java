package io.tenantry.server;

import io.tenantry.core.users.StoredReplies;
import io.tenantry.server.http.ReplyStore;
import java.util.Optional;

/** Keeps first replies in the catalog of a local engine. */
record CatalogReplies(StoredReplies stored) implements ReplyStore {

  @Override
  public Optional<Kept> find(Key key) {
    return stored
        .find(stored(key))
        .map(reply -> new Kept(reply.requestHash(), reply.status(), reply.body()));
  }

  @Override
  public void keep(Key key, Kept reply) {
    stored.keep(
        stored(key), new StoredReplies.Reply(reply.requestHash(), reply.status(), reply.body()));
  }

  private static StoredReplies.Key stored(Key key) {
    return new StoredReplies.Key(key.callerHash(), key.target(), key.key());
  }
}
