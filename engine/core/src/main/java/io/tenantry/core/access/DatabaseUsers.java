package io.tenantry.core.access;

import io.tenantry.contract.Secret;
import io.tenantry.contract.error.EngineException;
import io.tenantry.core.access.CallerRepository.KeyCaller;
import io.tenantry.core.catalog.Catalog;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Recognises database passwords by their hashes, so nothing is compared digit by digit. What the
 * catalog said is remembered until it changes in any way. Any thread.
 */
final class DatabaseUsers {
  private static final int REMEMBERED = 20_000;
  private static final String API_KEY = "tdb_sk_";

  private final Catalog catalog;
  private final LastUsed lastUsed;
  private final Map<ByteBuffer, Known> known = new ConcurrentHashMap<>();

  private record Known(long changes, KeyCaller user) {}

  DatabaseUsers(Catalog catalog, LastUsed lastUsed) {
    this.catalog = catalog;
    this.lastUsed = lastUsed;
  }

  /** Returns who it belongs to without asking the catalog; empty when only the catalog knows. */
  Optional<Caller> known(Secret password) {
    Known found = known.get(ByteBuffer.wrap(Secrets.hash(password)));
    if (found == null || found.changes != catalog.changes()) {
      return Optional.empty();
    }
    return Optional.of(used(found.user));
  }

  /**
   * Returns who it belongs to.
   *
   * @throws EngineException UNAUTHORIZED
   */
  Caller find(Secret password) {
    if (password.value().startsWith(API_KEY)) {
      throw EngineException.unauthorized(
          "An API key (tdb_sk_…) opens the HTTP API, not databases. Use the proxy_password of the"
              + " key, or the auth_token of the tenant");
    }
    byte[] hash = Secrets.hash(password);
    long changes = catalog.changes(); // before the read: a change in between makes it stale
    KeyCaller user =
        catalog
            .read(handle -> CallerRepository.byPassword(handle, hash))
            .orElseThrow(() -> EngineException.unauthorized("Invalid database password"));
    if (known.size() >= REMEMBERED) {
      known.clear();
    }
    known.put(ByteBuffer.wrap(hash), new Known(changes, user));
    return used(user);
  }

  private Caller used(KeyCaller user) {
    if (user.keyId() > 0) {
      lastUsed.key(user.keyId());
    }
    return user.caller();
  }
}
