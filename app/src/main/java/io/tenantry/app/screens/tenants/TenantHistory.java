package io.tenantry.app.screens.tenants;

import io.tenantry.contract.Project;
import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.Rollback;
import io.tenantry.contract.deployments.TenantDeployment;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.recovery.PastRecovery;
import io.tenantry.contract.tenants.IsolationChange;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;

/**
 * What the engine can tell of the life of a tenant.
 *
 * @param tenant as it is now
 * @param deployments that were to reach it
 * @param backups of its databases
 * @param rollbacks to one of these
 * @param moves between hosts
 * @param recoveries to a moment of its past
 */
record TenantHistory(
    Tenant tenant,
    List<TenantDeployment> deployments,
    List<Backup> backups,
    List<Rollback> rollbacks,
    List<IsolationChange> moves,
    List<PastRecovery> recoveries) {
  private static final int DEPLOYMENTS = 200;

  TenantHistory {
    deployments = List.copyOf(deployments);
    backups = List.copyOf(backups);
    rollbacks = List.copyOf(rollbacks);
    moves = List.copyOf(moves);
    recoveries = List.copyOf(recoveries);
  }

  /** Asks the engine. Worker thread. */
  static TenantHistory read(Project project, TenantId id) {
    Tenant tenant = project.tenants().get(id);
    boolean hasPast =
        tenant.databases().stream().anyMatch(database -> database.isolationLevel() > 1);
    return new TenantHistory(
        tenant,
        project.deployments().ofTenant(id, PageRequest.first(DEPLOYMENTS)).items(),
        project.backups().list(id),
        project.backups().rollbacks(id),
        project.tenants().isolationChanges(id),
        hasPast ? project.recovery().recoveries(id) : List.of());
  }
}
