package io.tenantry.core.queries;

import io.tenantry.core.blueprints.BlueprintHead;
import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.databases.QueryLimits;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.tenants.TenantTarget;
import java.time.Duration;

/**
 * The database that a statement is for, and the limits it runs in.
 *
 * @param blueprint its blueprint
 * @param target its tenant and place
 */
public record TenantRoute(BlueprintHead blueprint, TenantTarget target) {
  /** Returns the database as its users address it. */
  public DatabaseFile file() {
    return new DatabaseFile(target.file(), Profile.TENANT, blueprint.deployed().maxConnections());
  }

  /** Returns the limits of one statement. */
  public QueryLimits limits() {
    return new QueryLimits(
        Duration.ofMillis(blueprint.deployed().queryTimeoutMs()),
        blueprint.deployed().maxRowsPerQuery());
  }
}
