package io.tenantry.core.tenants;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.access.Secrets;

/** A tenant about to be announced, with its own password. */
record NewTenant(TenantId name, TenantPassword password) {
  /** Gives it a password. */
  static NewTenant of(Secrets secrets, ProjectId project, TenantId name) {
    return new NewTenant(name, TenantPassword.make(secrets, project, name));
  }
}
