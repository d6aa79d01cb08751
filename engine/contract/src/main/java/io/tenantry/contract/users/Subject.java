package io.tenantry.contract.users;

import io.tenantry.contract.error.EngineException;

/**
 * Who a database is for, in the words of the caller: opaque, compared byte by byte, neither trimmed
 * nor folded.
 *
 * @param value 1–256 characters
 */
public record Subject(String value) {
  private static final int MAX_LENGTH = 256;

  /**
   * Checks the length.
   *
   * @throws EngineException BAD_REQUEST {@code subject is required}, or naming the limit
   */
  public Subject {
    if (value.isEmpty()) {
      throw EngineException.badField("subject", "subject is required");
    }
    if (value.length() > MAX_LENGTH) {
      throw EngineException.badField(
          "subject", "subject must have at most " + MAX_LENGTH + " characters");
    }
  }

  /** Returns the text itself. */
  @Override
  public String toString() {
    return value;
  }
}
