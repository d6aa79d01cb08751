package io.tenantry.app.screens.deployments;

import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.tenants.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tenants that failed for the same reason.
 *
 * @param message the reason, as the database gave it
 * @param tenants in catalog order
 */
record FailureGroup(String message, List<TenantId> tenants) {
  FailureGroup {
    tenants = List.copyOf(tenants);
  }

  /** Groups failures by their message, the largest group first. */
  static List<FailureGroup> of(List<DeploymentTenant> failed) {
    Map<String, List<TenantId>> byMessage = new LinkedHashMap<>();
    for (DeploymentTenant tenant : failed) {
      byMessage
          .computeIfAbsent(tenant.error().orElse(""), _ -> new ArrayList<>())
          .add(tenant.tenantId());
    }
    return byMessage.entrySet().stream()
        .map(entry -> new FailureGroup(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt((FailureGroup group) -> -group.tenants().size()))
        .toList();
  }
}
