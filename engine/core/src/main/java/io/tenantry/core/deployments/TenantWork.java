package io.tenantry.core.deployments;

/** What a deployment does to one tenant. Any thread. */
interface TenantWork {
  /**
   * Takes the tenant's turn.
   *
   * @throws io.tenantry.contract.error.EngineException why the tenant stays as it was
   */
  StepResult run(TargetTenant tenant);

  /** Interrupts what runs now, because the engine is closing. */
  void interrupt();
}
