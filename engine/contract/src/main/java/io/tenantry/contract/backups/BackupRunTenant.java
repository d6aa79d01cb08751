package io.tenantry.contract.backups;

import io.tenantry.contract.Coded;
import io.tenantry.contract.tenants.TenantId;
import java.util.Optional;

/**
 * What became of one tenant in a backup run.
 *
 * @param tenantId the tenant
 * @param state how far it is
 * @param reason why it failed or was skipped
 */
public record BackupRunTenant(TenantId tenantId, State state, Optional<String> reason) {

  /** How far a tenant is. */
  public enum State implements Coded {
    /** Its turn has not come; in a run that was stopped, it never will. */
    WAITING,
    /** Each of its databases has a new backup. */
    DONE,
    /** A backup failed. */
    FAILED,
    /** It could not be backed up as it was. */
    SKIPPED
  }
}
