package io.tenantry.testkit;

/** Who may create an account on the engine of a fixture. */
public enum SignupRule {
  /** Anyone, while no account exists. */
  FIRST,
  /** Anyone. */
  OPEN,
  /** Nobody. */
  CLOSED
}
