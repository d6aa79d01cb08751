package io.tenantry.core.tenants;

import io.tenantry.contract.tenants.ChangeIsolation;
import io.tenantry.contract.tenants.IsolationChange;
import io.tenantry.contract.tenants.IsolationStarted;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.access.Caller;
import java.util.List;
import java.util.Optional;

/** Where databases of tenants can live, and how they get there; implemented a layer above. */
public interface TenantHosts {
  /**
   * Returns the zone for a database that is to have an isolation level; see {@link
   * io.tenantry.core.hosts.Regions#zoneFor}.
   */
  Optional<String> zoneFor(int isolationLevel, String field, Optional<String> wanted);

  /** Starts a move; see {@link io.tenantry.contract.tenants.Tenants#changeIsolation}. */
  IsolationStarted start(Caller caller, TenantId tenant, ChangeIsolation request);

  /** Returns the moves of a tenant that a caller may see, newest first. */
  List<IsolationChange> changes(Caller caller, TenantId tenant);
}
