package io.tenantry.contract.backups;

import io.tenantry.contract.error.EngineException;
import java.util.regex.Pattern;

/**
 * Id of a backup run.
 *
 * @param value {@code run_} and 4–32 characters {@code a-z 0-9}
 */
public record BackupRunId(String value) {
  private static final Pattern FORM = Pattern.compile("run_[a-z0-9]{4,32}");

  /** Checks the form. */
  public BackupRunId {
    if (!FORM.matcher(value).matches()) {
      throw EngineException.notFound("Backup run not found: " + value);
    }
  }

  /** Returns the id itself. */
  @Override
  public String toString() {
    return value;
  }
}
