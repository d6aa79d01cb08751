package io.tenantry.contract.recovery;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantState;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;

/**
 * Point-in-time recovery of databases with isolation level 2: every commit of the last days can be
 * had back. A look at the past without changing anything is a query with {@code asOf}. Reading
 * needs the role read, everything else admin (ROLE_REQUIRED) and a scope that includes the whole
 * tenant (SCOPE_DENIED). Every call on an id that does not exist is NOT_FOUND {@code Tenant not
 * found: x}; on a tenant without a database of level 2 it is FORBIDDEN {@code PITR is only
 * available for L2 (dedicated) tenants}.
 */
public interface PointInTimeRecovery {

  /**
   * Starts to bring databases of a tenant back to what was committed at a time, and returns at
   * once. The tenant is {@code recovering} meanwhile and then ready: with the state of that time,
   * or unchanged if that failed. A crash of the engine resumes it at the next opening. The state
   * from before is kept for a while, see {@link #undo}.
   *
   * @throws EngineException BAD_REQUEST for a time that cannot be recovered, naming the window
   *     (details {@code window_start}, {@code window_end}); NOT_FOUND when the tenant does not have
   *     the blueprint; CONFLICT unless the tenant is ready, or while a deployment to it is running
   */
  RecoveringTenant recover(RecoverTenant request);

  /**
   * Brings back the state from before the last recovery; what was written since is dropped from the
   * tenant, but can be recovered.
   *
   * @return the tenant, ready
   * @throws EngineException CONFLICT {@code Nothing to undo for tenant 'x'} when there was no
   *     recovery, its time to undo is over, or the database was moved or rolled back since;
   *     CONFLICT unless the tenant is ready
   */
  TenantState undo(TenantId tenant);

  /**
   * Says which times of a database can be recovered, and how many commits they hold (an extension).
   *
   * @param blueprint which database of the tenant
   * @param buckets into how many parts the window is divided, 1 to 1000
   * @throws EngineException BAD_REQUEST for {@code buckets}; NOT_FOUND when the tenant does not
   *     have the blueprint
   */
  RecoveryWindow window(TenantId tenant, WorkspaceName blueprint, int buckets);

  /**
   * Lists what became of the newest 100 recoveries of a tenant, newest first, one per database (an
   * extension).
   */
  List<PastRecovery> recoveries(TenantId tenant);

  /**
   * Makes a new tenant with one database on the shared host, which has the content and the version
   * that a database had at a time, and a password of its own (an extension). The tenant whose past
   * it is stays as it is. All or nothing, also after a crash; returns when it is done.
   *
   * @return the new tenant with its connection
   * @throws EngineException BAD_REQUEST for a time that cannot be recovered, naming the window;
   *     NOT_FOUND when the tenant does not have the blueprint; CONFLICT {@code Tenant 'x' already
   *     exists}, or when the id is in the trash; FORBIDDEN when the tier does not allow another
   *     tenant
   */
  Tenant fork(ForkTenant request);
}
