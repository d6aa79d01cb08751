package io.tenantry.core.inspection;

import io.tenantry.contract.Coded;

/** How bad a finding is. */
public enum Severity implements Coded {
  /** Data is damaged or missing, or open to others. */
  ERROR("error"),
  /** Something is not as it should be, but all data is there. */
  WARNING("warning"),
  /** Nothing is wrong: what the next start does by itself, for example. */
  NOTE("note");

  private final String code;

  Severity(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
