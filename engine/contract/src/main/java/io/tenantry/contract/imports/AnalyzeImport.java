package io.tenantry.contract.imports;

import io.tenantry.contract.Check;
import io.tenantry.contract.workspaces.SourceConnection;

/**
 * A wanted look at a shared database.
 *
 * @param connection where it is
 * @param routingField the column that says which tenant a row belongs to, 1–200 characters; upper
 *     and lower case do not matter
 */
public record AnalyzeImport(SourceConnection connection, String routingField) {
  /** The column when a request names none. */
  public static final String DEFAULT_ROUTING_FIELD = "tenant_id";

  /** Checks the name of the column. */
  public AnalyzeImport {
    Check.text("routing_field", routingField, 200);
  }
}
