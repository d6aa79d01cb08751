package io.tenantry.contract;

import io.tenantry.contract.error.EngineException;

/** Checks that the records of the contract share: each names the field and the reason. */
public final class Check {
  private Check() {}

  /**
   * Requires a text that is not blank and not longer than allowed.
   *
   * @return the text, unchanged
   * @throws EngineException BAD_REQUEST {@code field is required} or naming the limit
   */
  public static String text(String field, String value, int maxLength) {
    if (value.isBlank()) {
      throw EngineException.badField(field, field + " is required");
    }
    if (value.length() > maxLength) {
      throw EngineException.badField(
          field, field + " must have at most " + maxLength + " characters");
    }
    return value;
  }

  /**
   * Requires a number inside a closed range.
   *
   * @return the number, unchanged
   * @throws EngineException BAD_REQUEST {@code field must be between a and b}
   */
  public static int range(String field, int value, int min, int max) {
    if (value < min || value > max) {
      throw EngineException.badField(field, field + " must be between " + min + " and " + max);
    }
    return value;
  }
}
