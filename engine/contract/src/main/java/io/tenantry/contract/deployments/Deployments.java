package io.tenantry.contract.deployments;

import io.tenantry.contract.error.EngineException;
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

  /** Lists the deployments of the project, newest first, without their errors. */
  List<Deployment> list();

  /**
   * Starts bringing tenants to a version and returns at once. Each tenant is one transaction: a
   * failing tenant is rolled back whole and does not stop the others. A crash of the engine resumes
   * it at the next open with the same outcome.
   *
   * @return the deployment, running
   * @throws EngineException NOT_FOUND {@code Blueprint not found: x}, {@code Version not found: x}
   *     or {@code Tenant not found: x}; BAD_REQUEST for a control-mode workspace or a tenant
   *     without the blueprint; CONFLICT when a named tenant is in the trash, on a newer version, or
   *     another deployment of the blueprint is running
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
   * Runs the failed tenants of an ended deployment again (an extension).
   *
   * @return the same deployment, running
   * @throws EngineException CONFLICT unless it ended and has failed tenants, or when another
   *     deployment of the blueprint is running
   */
  Deployment retry(DeploymentId id);

  /**
   * Lists the deployments of a tenant, newest first.
   *
   * @throws EngineException NOT_FOUND {@code Tenant not found: x}
   */
  Page<TenantDeployment> ofTenant(TenantId tenant, PageRequest page);
}
