package io.tenantry.core.drills;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The key that signs reports, inside a transaction of the caller. */
final class SigningKeyRepository {
  private static final String FIND = "SELECT public_key, private_key FROM signing_key";
  private static final String INSERT =
      """
      INSERT INTO signing_key (id, public_key, private_key) VALUES (1, :public, :private)
      ON CONFLICT (id) DO NOTHING
      """;

  private SigningKeyRepository() {}

  /**
   * A pair of keys.
   *
   * @param publicKey X.509
   * @param sealed PKCS #8 in Base64, sealed
   */
  record Keys(byte[] publicKey, byte[] sealed) {}

  static Optional<Keys> find(Handle handle) {
    return handle
        .createQuery(FIND)
        .map((row, _) -> new Keys(row.getBytes("public_key"), row.getBytes("private_key")))
        .findOne();
  }

  /** Keeps a pair unless there is one already; returns the one that counts. */
  static Keys keepFirst(Handle handle, Keys made) {
    handle
        .createUpdate(INSERT)
        .bind("public", made.publicKey())
        .bind("private", made.sealed())
        .execute();
    return find(handle).orElseThrow();
  }
}
