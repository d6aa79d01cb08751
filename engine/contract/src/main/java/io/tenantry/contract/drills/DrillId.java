package io.tenantry.contract.drills;

import io.tenantry.contract.error.EngineException;
import java.util.regex.Pattern;

/**
 * Id of a restore drill.
 *
 * @param value {@code drill_} and 4–32 characters {@code a-z 0-9}
 */
public record DrillId(String value) {
  private static final Pattern FORM = Pattern.compile("drill_[a-z0-9]{4,32}");

  /** Checks the form. */
  public DrillId {
    if (!FORM.matcher(value).matches()) {
      throw EngineException.notFound("Drill not found: " + value);
    }
  }

  /** Returns the id itself. */
  @Override
  public String toString() {
    return value;
  }
}
