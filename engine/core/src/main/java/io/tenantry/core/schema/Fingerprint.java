package io.tenantry.core.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names one schema: the number of the algorithm and a SHA-256 over the normalised schema text.
 * Stored as {@code 2:9f86d0…}; a later algorithm gets a new number, so old values can be told.
 */
public record Fingerprint(String value) {
  private static final String ALGORITHM = "2:";

  /** Checks the form. */
  public Fingerprint {
    if (!value.matches("[1-9][0-9]*:[0-9a-f]{64}")) {
      throw new IllegalArgumentException("Not a schema fingerprint: " + value);
    }
  }

  /** Returns the fingerprint of a normalised schema text. */
  static Fingerprint ofText(String normalised) {
    return new Fingerprint(ALGORITHM + HexFormat.of().formatHex(sha256(normalised)));
  }

  /** Returns whether a stored value comes of the algorithm that is in use. */
  public static boolean isCurrent(String stored) {
    return stored.startsWith(ALGORITHM);
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java platform has SHA-256", missing);
    }
  }

  /** Returns the form in which it is stored. */
  @Override
  public String toString() {
    return value;
  }
}
