package io.tenantry.contract.deployments;

import io.tenantry.contract.error.EngineException;
import java.util.regex.Pattern;

/**
 * Id of a deployment.
 *
 * @param value {@code dep_} and 4–16 characters {@code a-z 0-9}
 */
public record DeploymentId(String value) {
  private static final Pattern FORM = Pattern.compile("dep_[a-z0-9]{4,16}");

  /** Checks the form. */
  public DeploymentId {
    if (!FORM.matcher(value).matches()) {
      throw EngineException.notFound("Deployment not found: " + value);
    }
  }

  /** Returns the id itself. */
  @Override
  public String toString() {
    return value;
  }
}
