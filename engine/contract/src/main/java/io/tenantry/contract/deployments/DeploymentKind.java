package io.tenantry.contract.deployments;

import io.tenantry.contract.Coded;

/** What a deployment is for. */
public enum DeploymentKind implements Coded {
  /** It brings tenants to a version. */
  DEPLOY,
  /** It takes another deployment back, tenant by tenant. */
  UNDO
}
