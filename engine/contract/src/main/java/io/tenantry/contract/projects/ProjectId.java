package io.tenantry.contract.projects;

import io.tenantry.contract.error.EngineException;
import java.util.regex.Pattern;

/**
 * Id of a project.
 *
 * @param value {@code tdb_} and 8 hexadecimal digits
 */
public record ProjectId(String value) {
  private static final Pattern FORM = Pattern.compile("tdb_[0-9a-f]{8}");

  /** Checks the form. */
  public ProjectId {
    if (!FORM.matcher(value).matches()) {
      throw EngineException.notFound("Project not found: " + value);
    }
  }

  /** Returns the id itself. */
  @Override
  public String toString() {
    return value;
  }
}
