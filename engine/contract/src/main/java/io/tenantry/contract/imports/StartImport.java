package io.tenantry.contract.imports;

import io.tenantry.contract.Check;
import io.tenantry.contract.workspaces.SourceConnection;

/**
 * A wanted data import.
 *
 * @param connection where the shared database is
 * @param routingField the column that says which tenant a row belongs to, 1–200 characters; upper
 *     and lower case do not matter
 * @param dropRoutingColumn whether tenants get their rows without that column, where their schema
 *     allows it
 * @param createTenants whether tenants that do not exist, or do not have the blueprint, are made;
 *     otherwise they fail
 */
public record StartImport(
    SourceConnection connection,
    String routingField,
    boolean dropRoutingColumn,
    boolean createTenants) {
  /** Checks the name of the column. */
  public StartImport {
    Check.text("routing_field", routingField, 200);
  }

  /** An import with the default options: the column goes, missing tenants are made. */
  public StartImport(SourceConnection connection, String routingField) {
    this(connection, routingField, true, true);
  }
}
