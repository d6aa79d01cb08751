package io.tenantry.contract.users;

import io.tenantry.contract.queries.Parameters;

/**
 * One statement for a database of the {@code /v1} surface.
 *
 * @param sql one statement; DDL is refused
 * @param params values for its parameters
 */
public record UserStatement(String sql, Parameters params) {
  /** A statement without parameters. */
  public UserStatement(String sql) {
    this(sql, Parameters.none());
  }
}
