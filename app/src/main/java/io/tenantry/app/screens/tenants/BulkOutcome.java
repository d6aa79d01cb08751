package io.tenantry.app.screens.tenants;

import io.tenantry.contract.tenants.TenantId;
import java.util.List;

/**
 * What became of an action on many tenants.
 *
 * @param done those that took it
 * @param notReached how many were left when it was cancelled
 * @param failures one text per tenant that failed, {@code id: reason}
 */
record BulkOutcome(List<TenantId> done, int notReached, List<String> failures) {
  BulkOutcome {
    done = List.copyOf(done);
    failures = List.copyOf(failures);
  }
}
