package io.tenantry.contract.samples;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;

/**
 * How large tenants are and how they are used, for lists (an extension). Needs the role read
 * (ROLE_REQUIRED). Keys with a scope see what they reach: with a workspace scope the databases of
 * its blueprint.
 */
public interface TenantSamples {
  /** How many tenants are looked at with one call at most. */
  int MOST = 100;

  /**
   * Looks at tenants. Cheap: no database is opened for it. Rows are counted in the background, with
   * little of the machine, and only for tenants that were asked for; so they come with a later
   * call.
   *
   * @param tenants which ones, at most {@link #MOST}
   * @return in the order of the request; those that do not exist, that are out of reach, or that
   *     have no database yet are left out
   * @throws EngineException BAD_REQUEST {@code tenant_ids must have 1 to 100 entries}
   */
  List<TenantSample> of(List<TenantId> tenants);
}
