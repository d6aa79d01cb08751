package io.tenantry.contract.drift;

import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import java.util.Set;

/**
 * Drift (an extension): finds the tenant databases whose schema is not what their version says,
 * because somebody changed the file or put another one in its place, and brings both together
 * again.
 *
 * <p>A check compares the number of the version and the fingerprint that lie in the file with those
 * in the catalog. What it found stays until the next check of that tenant. Reading needs the role
 * read, everything else admin; SCOPE_DENIED outside the scope of the key. All calls about a
 * blueprint throw NOT_FOUND {@code Blueprint not found: x}, all calls about a tenant NOT_FOUND
 * {@code Tenant not found: x} or {@code Tenant 'x' does not have blueprint 'y'}.
 */
public interface Drift {

  /**
   * Starts to look into the files of tenants and returns at once. A check survives the end of the
   * engine: the next start goes on with it.
   *
   * @param tenants who is looked at; empty for all tenants of the blueprint, trash left out
   * @throws io.tenantry.contract.error.EngineException CONFLICT {@code A drift check of blueprint
   *     'x' is running}; NOT_FOUND for a named tenant
   */
  DriftCheck check(WorkspaceName blueprint, List<TenantId> tenants);

  /**
   * Returns the check that runs, or else the last one.
   *
   * @throws io.tenantry.contract.error.EngineException NOT_FOUND {@code Blueprint 'x' was never
   *     checked for drift}
   */
  DriftCheck lastCheck(WorkspaceName blueprint);

  /**
   * Lists what checks found, in the order in which the tenants were created, trash left out.
   *
   * @param states which; empty for all
   */
  Page<TenantDrift> list(WorkspaceName blueprint, Set<TenantDrift.State> states, PageRequest page);

  /**
   * Accepts the schema that was found: checks and deployments do not complain about it any more,
   * until it changes.
   *
   * @throws io.tenantry.contract.error.EngineException NOT_FOUND {@code Tenant 'x' has no drift}
   */
  TenantDrift accept(TenantId tenant, WorkspaceName blueprint);

  /**
   * Brings a database back to the schema of its version, in one transaction, after a safety backup.
   * Rows stay as far as that schema has a place for them. Statements of the tenant's users wait
   * meanwhile; returns when it is done. A crash leaves the database as it was or brought back.
   *
   * @throws io.tenantry.contract.error.EngineException NOT_FOUND {@code Tenant 'x' has no drift};
   *     CONFLICT when rows or values would be lost and {@code confirmLoss} is not set, with details
   *     {@code losses} and {@code statements}; CONFLICT when the file has changed since the check,
   *     when the tenant is not ready, when a row does not fit or would refer to nothing, or when
   *     there is no plan
   */
  ForcedBack forceBack(TenantId tenant, ForceBack request);

  /**
   * Makes the schema that was found a version of the blueprint and marks the tenant to be on it.
   * When it is the schema of a version already, that is the one. Otherwise the steps from the
   * version to the found schema run in the workspace and are recorded as its next version, which
   * can be deployed like any other. A crash leaves the drift as it was or adopted.
   *
   * @throws io.tenantry.contract.error.EngineException NOT_FOUND {@code Tenant 'x' has no drift};
   *     CONFLICT when a new version is needed and the tenant is not on the latest one, when the
   *     workspace cannot take the steps, when the file has changed since the check, or when the
   *     tenant is not ready
   */
  Adopted adopt(TenantId tenant, AdoptDrift request);
}
