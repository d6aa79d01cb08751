package io.tenantry.core.deployments;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.backups.PuttingBack;

/**
 * Undoes a deployment by putting the copy back that was made before it. A crash in between leaves a
 * tenant that is being restored; the next opening goes on with that, and this finds it done. Any
 * thread.
 */
final class RestoreStep implements TenantWork {
  private final TenantStep step;
  private final PuttingBack puttingBack;
  private final DatabaseChange change;
  private final boolean tries;

  /**
   * Prepares the steps of an undo.
   *
   * @param step looks at tenants
   * @param tries whether copies are only compared with their checksums
   */
  RestoreStep(TenantStep step, PuttingBack puttingBack, DatabaseChange change, boolean tries) {
    this.step = step;
    this.puttingBack = puttingBack;
    this.change = change;
    this.tries = tries;
  }

  @Override
  public StepResult run(TargetTenant tenant) {
    StepResult now = step.look(tenant);
    if (!(now instanceof StepResult.Done found) || found.from() == tenant.target()) {
      return now;
    }
    change.plan(found.from(), tenant.target()); // refuses what is not on the version to be undone
    String path =
        tenant
            .backup()
            .orElseThrow(
                () -> EngineException.conflict("no copy of it was made before the deployment"));
    if (tries) {
      puttingBack.requireWhole(tenant.place().project(), path);
      return now;
    }
    puttingBack.run(tenant.place().project(), path);
    return step.look(tenant) instanceof StepResult.Done after && after.from() == tenant.target()
        ? new StepResult.Done(found.from(), after.place())
        : new StepResult.Busy("was changed while it was put back; retry");
  }

  @Override
  public void interrupt() {
    step.interrupt();
  }
}
