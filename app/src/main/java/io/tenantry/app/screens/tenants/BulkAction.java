package io.tenantry.app.screens.tenants;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.outcomes.TenantOutcome;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.Tenants;
import java.util.ArrayList;
import java.util.List;

/** Does something to many tenants, one after the other. Worker thread. */
final class BulkAction {
  private final Tenants tenants;
  private final TenantVerb verb;
  private final BulkProgress progress;

  BulkAction(Tenants tenants, TenantVerb verb, BulkProgress progress) {
    this.tenants = tenants;
    this.verb = verb;
    this.progress = progress;
  }

  /** Does it. */
  BulkOutcome on(BulkTargets targets) {
    List<TenantOutcome> outcomes = new ArrayList<>();
    for (TenantId target : targets.ids()) {
      progress.reached(outcomes.size(), targets.ids().size());
      outcomes.add(
          progress.isCancelled()
              ? new TenantOutcome(target, TenantOutcome.State.NOT_REACHED, "")
              : on(target, targets.suspended().contains(target)));
    }
    return new BulkOutcome(outcomes);
  }

  private TenantOutcome on(TenantId target, boolean suspended) {
    try {
      return verb.run(tenants, target, suspended);
    } catch (EngineException e) {
      return new TenantOutcome(target, TenantOutcome.State.FAILED, ErrorPresenter.line(e));
    }
  }
}
