package io.tenantry.app.screens.tenants;

import java.util.List;

/**
 * What became of an action on many tenants.
 *
 * @param done how many took it
 * @param passedOver how many could not take it because of their status
 * @param failures one text per tenant that failed, {@code id: reason}
 */
record BulkOutcome(int done, int passedOver, List<String> failures) {
  BulkOutcome {
    failures = List.copyOf(failures);
  }
}
