package io.tenantry.contract.imports;

import io.tenantry.contract.error.EngineException;
import java.util.regex.Pattern;

/**
 * Id of a data import.
 *
 * @param value {@code imp_} and 4–16 characters {@code a-z 0-9}
 */
public record ImportId(String value) {
  private static final Pattern FORM = Pattern.compile("imp_[a-z0-9]{4,16}");

  /** Checks the form. */
  public ImportId {
    if (!FORM.matcher(value).matches()) {
      throw EngineException.notFound("Import not found: " + value);
    }
  }

  /** Returns the id itself. */
  @Override
  public String toString() {
    return value;
  }
}
