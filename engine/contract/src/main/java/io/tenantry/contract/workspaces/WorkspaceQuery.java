package io.tenantry.contract.workspaces;

import io.tenantry.contract.Check;
import io.tenantry.contract.queries.Parameters;

/**
 * SQL for a workspace.
 *
 * @param query one statement or a script, at most 10,000,000 characters
 * @param params values for the parameters; only with a single statement
 */
public record WorkspaceQuery(String query, Parameters params) {
  /** Checks the text. */
  public WorkspaceQuery {
    Check.text("query", query, 10_000_000);
  }

  /** SQL without parameters. */
  public WorkspaceQuery(String query) {
    this(query, Parameters.none());
  }
}
