package io.tenantry.core.accounts;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.tenantry.contract.Secret;
import java.util.concurrent.Semaphore;

/**
 * Hashes account passwords with Argon2id. Any thread; only a few hashes are computed at a time, as
 * each takes its memory.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">
 *     OWASP password storage</a> (source of the parameters)
 */
final class Passwords {
  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int AT_A_TIME = 4;

  private final Semaphore permits = new Semaphore(AT_A_TIME);

  /** Returns hash, salt and parameters as one text. */
  String hash(Secret password) {
    permits.acquireUninterruptibly();
    try {
      return Password.hash(password.value()).addRandomSalt(SALT_BYTES).with(function()).getResult();
    } finally {
      permits.release();
    }
  }

  /** The library keeps 19 MB for it from the first call on, which most engines never make. */
  private static Argon2Function function() {
    return Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, LANES, HASH_BYTES, Argon2.ID);
  }

  /** Returns whether the password is the one of the hash. */
  boolean matches(Secret password, String hash) {
    permits.acquireUninterruptibly();
    try {
      return Password.check(password.value(), hash).with(Argon2Function.getInstanceFromHash(hash));
    } finally {
      permits.release();
    }
  }
}
