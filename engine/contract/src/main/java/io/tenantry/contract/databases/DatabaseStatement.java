package io.tenantry.contract.databases;

import io.tenantry.contract.Check;
import io.tenantry.contract.queries.Parameters;

/**
 * One statement for a session.
 *
 * @param sql exactly one SQL statement, at most 1,000,000 characters; BEGIN, COMMIT, END, ROLLBACK,
 *     SAVEPOINT and RELEASE control the transaction of the session
 * @param parameters values for its parameters; names may carry their prefix or not
 * @param wantRows whether rows are answered; without, the statement runs all the same
 */
public record DatabaseStatement(String sql, Parameters parameters, boolean wantRows) {
  /** Checks the length. */
  public DatabaseStatement {
    Check.text("sql", sql, 1_000_000);
  }

  /** A statement with values by position. */
  public DatabaseStatement(String sql, Parameters parameters) {
    this(sql, parameters, true);
  }

  /** A statement without parameters. */
  public DatabaseStatement(String sql) {
    this(sql, Parameters.none(), true);
  }
}
