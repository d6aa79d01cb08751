package io.tenantry.core.accounts;

import io.tenantry.contract.Coded;

/** Who may create an account. */
public enum SignupMode implements Coded {
  /** Anyone, while no account exists. */
  FIRST,
  /** Anyone. */
  OPEN,
  /** Nobody. */
  CLOSED
}
