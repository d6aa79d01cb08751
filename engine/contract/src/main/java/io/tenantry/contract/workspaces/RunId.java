package io.tenantry.contract.workspaces;

import io.tenantry.contract.error.EngineException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names SQL that runs in a workspace, so that {@link Workspaces#cancel} reaches it. Whoever runs
 * the SQL chooses it (an extension).
 *
 * @param value {@code run_} and 8–40 characters {@code a-z 0-9}
 */
public record RunId(String value) {
  private static final Pattern FORM = Pattern.compile("run_[a-z0-9]{8,40}");

  /**
   * Checks the form.
   *
   * @throws EngineException BAD_REQUEST naming the form
   */
  public RunId {
    if (!FORM.matcher(value).matches()) {
      throw EngineException.badField(
          "run_id", "run_id must be 'run_' and 8 to 40 lowercase letters and digits");
    }
  }

  /** Returns one that nobody else has. */
  public static RunId random() {
    return new RunId("run_" + UUID.randomUUID().toString().replace("-", ""));
  }

  /** Returns the id itself. */
  @Override
  public String toString() {
    return value;
  }
}
