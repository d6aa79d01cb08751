package io.tenantry.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A secret text: API key, password or token. It prints masked, and compares in constant time.
 *
 * @param value the secret itself
 */
public record Secret(String value) {

  /** Compares in a time that does not depend on where the texts differ. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret(String theirs)
        && MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8), theirs.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns a mask, so that no log or message can show the secret. */
  @Override
  public String toString() {
    return "••••••••";
  }
}
