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
 * @param file the database as its users address it
 * @param limits the limits of one statement
 */
public record TenantRoute(
    BlueprintHead blueprint,
    TenantTarget target,
    long asOf,
    DatabaseFile file,
    QueryLimits limits) {

  /** Works out file and limits. */
  public TenantRoute(BlueprintHead blueprint, TenantTarget target, long asOf) {
    this(blueprint, target, asOf, file(blueprint, target), limits(blueprint));
  }

  /** Returns whether the database is switching to another place, so that statements wait. */
  public boolean isMoving() {
    return target.status() == TenantStatus.MIGRATING;
  }

  private static DatabaseFile file(BlueprintHead blueprint, TenantTarget target) {
    return new DatabaseFile(target.file(), Profile.TENANT, blueprint.deployed().maxConnections());
  }

  private static QueryLimits limits(BlueprintHead blueprint) {
    return new QueryLimits(
        Duration.ofMillis(blueprint.deployed().queryTimeoutMs()),
        blueprint.deployed().maxRowsPerQuery());
  }
}
