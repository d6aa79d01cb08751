package io.tenantry.core.queries;

import io.tenantry.contract.tenants.TenantStatus;
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
 * @param asOf what {@link io.tenantry.core.catalog.Catalog#changes} said before it was found
 */
public record TenantRoute(BlueprintHead blueprint, TenantTarget target, long asOf) {
  /** Returns whether the database is switching to another place, so that statements wait. */
  public boolean isMoving() {
    return target.status() == TenantStatus.MIGRATING;
  }

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
