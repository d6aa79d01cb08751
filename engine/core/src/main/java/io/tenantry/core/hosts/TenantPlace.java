package io.tenantry.core.hosts;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.Optional;

/**
 * Where the catalog says the database of a tenant is. Moving it, putting a backup back and
 * recovering a point in time all make a file at another place first; the one catalog transaction
 * that changes the place is the switch, so a crash leaves the old or the new, never both.
 *
 * @param project its project
 * @param blueprint its blueprint
 * @param tenant its tenant
 * @param isolationLevel 1 on the shared host, 2 on a host of its own
 * @param region zone of that host; level 2 only
 * @param generation counts the files the database has had, from 0
 */
public record TenantPlace(
    ProjectId project,
    WorkspaceName blueprint,
    TenantId tenant,
    int isolationLevel,
    Optional<String> region,
    int generation) {

  /** The first file of a database. */
  public static TenantPlace first(
      ProjectId project,
      WorkspaceName blueprint,
      TenantId tenant,
      int isolationLevel,
      Optional<String> region) {
    return new TenantPlace(project, blueprint, tenant, isolationLevel, region, 0);
  }

  /** Returns whether the database has a host of its own. */
  public boolean isDedicated() {
    return isolationLevel == 2;
  }

  /** Returns the place of a new file on the same host. */
  public TenantPlace withGeneration(int next) {
    return new TenantPlace(project, blueprint, tenant, isolationLevel, region, next);
  }

  /** Returns the name of the database for its users: {@code {blueprint}__{tenant}}. */
  public String database() {
    return blueprint + "__" + tenant;
  }
}
