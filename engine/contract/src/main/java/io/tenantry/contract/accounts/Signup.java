package io.tenantry.contract.accounts;

import io.tenantry.contract.Check;
import io.tenantry.contract.Secret;
import io.tenantry.contract.error.EngineException;

/**
 * A new account.
 *
 * @param email address with one {@code @}, at most 254 characters; stored in lower case
 * @param password 8–200 characters
 * @param projectName name of the first project, 1–100 characters
 */
public record Signup(String email, Secret password, String projectName) {
  /** Name of the first project when none is given. */
  public static final String DEFAULT_PROJECT_NAME = "My Project";

  /** Checks the fields. */
  public Signup {
    Check.text("email", email, 254);
    if (!email.matches("[^@\\s]+@[^@\\s]+")) {
      throw EngineException.badField("email", "email is not a valid address");
    }
    Check.text("password", password.value(), 200);
    if (password.value().length() < 8) {
      throw EngineException.badField("password", "password must have at least 8 characters");
    }
    Check.text("project_name", projectName, 100);
  }
}
