package io.tenantry.contract.tenants;

import io.tenantry.contract.Check;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.Optional;

/**
 * Where a database of a tenant is to live.
 *
 * @param blueprint which of its databases
 * @param isolationLevel 1 for the shared host, 2 for a host of its own
 * @param region zone of that host, with level 2 only; empty for the default zone, or, when it is on
 *     level 2 already, the one where it is
 */
public record ChangeIsolation(
    WorkspaceName blueprint, int isolationLevel, Optional<String> region) {
  /** Checks the level. */
  public ChangeIsolation {
    Check.range("isolation_level", isolationLevel, 1, 2);
  }

  /** To the shared host. */
  public static ChangeIsolation toShared(WorkspaceName blueprint) {
    return new ChangeIsolation(blueprint, 1, Optional.empty());
  }

  /** To a host of its own in a region. */
  public static ChangeIsolation toRegion(WorkspaceName blueprint, String region) {
    return new ChangeIsolation(blueprint, 2, Optional.of(region));
  }
}
