package io.tenantry.app.screens.tenants;

import io.tenantry.app.outcomes.TenantOutcome;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.Tenants;
import java.util.Optional;

/** What is done to tenants, one after the other. */
interface TenantVerb {
  /** Key of its words in the texts: a title, and below it {@code goesOn} and {@code done}. */
  String key();

  /** Returns what takes it back, if anything does. */
  Optional<? extends TenantVerb> undo();

  /**
   * Does it; returns when it is done. Worker thread.
   *
   * @param suspended whether the tenant is suspended, or was before it went to the trash
   * @throws EngineException when the engine refuses it
   */
  TenantOutcome run(Tenants tenants, TenantId id, boolean suspended);
}
