package io.tenantry.contract.deployments;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.events.Listener;
import io.tenantry.contract.events.Subscription;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;
import java.util.Set;

/**
 * Deployments. Reading needs the role read, everything else admin (ROLE_REQUIRED). Keys with a
 * workspace scope reach deployments of its blueprint (SCOPE_DENIED); lists are filtered to the
 * scope. Every call on an id that does not exist is NOT_FOUND {@code Deployment not found: x}.
 */
public interface Deployments {

  /** Lists all deployments of the project, newest first, without their errors. */
  default List<Deployment> list() {
    return list(DeploymentFilter.none(), PageRequest.all()).items();
  }

  /**
   * Lists deployments of the project without their errors.
   *
   * @throws EngineException BAD_REQUEST for a cursor that is not of this list
   */
  Page<Deployment> list(DeploymentFilter filter, PageRequest page);

  /**
   * Starts bringing tenants to a version and returns at once. Each tenant is one transaction: a
   * failing tenant is rolled back whole and does not stop the others. A crash of the engine resumes
   * it at the next open with the same outcome. Tenants stay readable and writable; one that is
   * being moved, restored or recovered is taken when that is over, or fails after 30 s.
   *
   * @return the deployment, running; {@link DeploymentDetail#losses()} says what would be lost
   * @throws EngineException NOT_FOUND {@code Blueprint not found: x}, {@code Version not found: x}
   *     or {@code Tenant not found: x}; BAD_REQUEST for a control-mode workspace or a tenant
   *     without the blueprint; CONFLICT when a named tenant is in the trash, on a newer version
   *     without {@code allow_downgrade}, or another deployment of the blueprint has not ended
   */
  Deployment create(CreateDeployment request);

  /** Returns a deployment with its progress and errors. */
  Deployment get(DeploymentId id);

  /**
   * Lists the tenants of a deployment in catalog order (an extension).
   *
   * @param states only those in these states; empty for all
   */
  Page<DeploymentTenant> tenants(
      DeploymentId id, Set<DeploymentTenant.State> states, PageRequest page);

  /**
   * Tells how far each tenant of a deployment is, a letter a tenant, in the order of {@link
   * #tenants} (an extension). One of 100,000 tenants takes 100 kB and some milliseconds.
   */
  DeploymentStates states(DeploymentId id);

  /**
   * Tells what happened to a deployment as a whole, oldest first, at most the last 1000 (an
   * extension). Of what happened before the engine kept such a log only begin and end are known.
   */
  List<DeploymentEvent> log(DeploymentId id);

  /**
   * Runs the failed tenants of an ended deployment again, and those that it did not reach (an
   * extension). Its failure budget begins anew.
   *
   * @return the same deployment, running
   * @throws EngineException CONFLICT unless it failed and has such tenants that still exist, when
   *     it was cancelled, or when another deployment of the blueprint has not ended
   */
  Deployment retry(DeploymentId id);

  /**
   * Begins no further tenant until {@link #resume}; those in work end. Survives a restart (an
   * extension).
   *
   * @return the same deployment, paused
   * @throws EngineException CONFLICT unless it is running
   */
  Deployment pause(DeploymentId id);

  /**
   * Goes on with a deployment that is paused, or that its failure budget stopped; the failures so
   * far are accepted then and do not count any more (an extension).
   *
   * @return the same deployment, running
   * @throws EngineException CONFLICT when there is nothing to go on with, or another deployment of
   *     the blueprint has not ended
   */
  Deployment resume(DeploymentId id);

  /**
   * Ends a deployment for good: tenants in work end, those that were not reached stay as they are
   * (an extension).
   *
   * @return the same deployment, cancelled
   * @throws EngineException CONFLICT unless it is running or paused
   */
  Deployment cancel(DeploymentId id);

  /**
   * Changes how many tenants are worked on at a time, also while it is running (an extension).
   *
   * @param workers 1–64
   * @return the same deployment
   * @throws EngineException BAD_REQUEST {@code workers must be between 1 and 64}; CONFLICT when it
   *     has ended
   */
  Deployment width(DeploymentId id, int workers);

  /**
   * Takes a deployment back for the tenants it changed: each goes back to the version it was on (an
   * extension). This is a deployment of its own, of kind undo, with progress, retry and all.
   *
   * @return the undo, running; {@link DeploymentDetail#losses()} says what is lost
   * @throws EngineException NOT_FOUND; BAD_REQUEST when a named tenant was not changed by it;
   *     CONFLICT when it has not ended, was a dry run or an undo, changed no tenant, made no copies
   *     (mode backup), when something would be lost and that is not confirmed (details {@code
   *     losses}), or when another deployment of the blueprint has not ended
   */
  Deployment undo(DeploymentId id, UndoDeployment request);

  /**
   * Tells what an undo of a deployment would do, without doing it (an extension).
   *
   * @throws EngineException NOT_FOUND; CONFLICT when it has not ended, was a dry run or an undo,
   *     changed no tenant, or another deployment of the blueprint has not ended
   */
  UndoOutlook undoOutlook(DeploymentId id);

  /**
   * Lists the deployments of a tenant, newest first, without dry runs.
   *
   * @throws EngineException NOT_FOUND {@code Tenant not found: x}
   */
  Page<TenantDeployment> ofTenant(TenantId tenant, PageRequest page);

  /**
   * Tells about every change of a deployment, at most ten times a second (an extension): at once
   * how it is, and at the end how it ended; then the subscription ends by itself. It also ends when
   * the credential is revoked or the engine is closed.
   *
   * @param listener gets the deployment with its errors; one that is slow misses states in between
   * @return to end it earlier
   */
  Subscription watch(DeploymentId id, Listener<Deployment> listener);
}
