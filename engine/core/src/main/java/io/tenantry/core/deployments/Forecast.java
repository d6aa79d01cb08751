package io.tenantry.core.deployments;

import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.deployments.DataLoss;
import java.util.List;

/**
 * What is known of a deployment before it touches a tenant.
 *
 * @param losses what tenants lose, by version
 * @param warnings what else it does to databases with rows
 */
record Forecast(List<DataLoss> losses, List<ChangeWarning> warnings) {
  /** Copies the lists. */
  Forecast {
    losses = List.copyOf(losses);
    warnings = List.copyOf(warnings);
  }
}
