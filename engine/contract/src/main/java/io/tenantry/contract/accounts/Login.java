package io.tenantry.contract.accounts;

import io.tenantry.contract.Check;
import io.tenantry.contract.Secret;

/**
 * Who logs in.
 *
 * @param email address of the account, in any case
 * @param password its password
 */
public record Login(String email, Secret password) {
  /** Checks that both are there. */
  public Login {
    Check.text("email", email, 254);
    Check.text("password", password.value(), 200);
  }
}
