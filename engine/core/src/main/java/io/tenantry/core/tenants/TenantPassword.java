package io.tenantry.core.tenants;

import io.tenantry.contract.Secret;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.access.Secrets;

/**
 * The password of a tenant in the two forms the catalog keeps.
 *
 * @param sealed to be shown again
 * @param hash to be recognised by
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TenantPassword(byte[] sealed, byte[] hash) {
  /** Makes a new one. */
  static TenantPassword make(Secrets secrets, ProjectId project, TenantId tenant) {
    Secret password = secrets.newProxyPassword();
    return new TenantPassword(
        secrets.seal(password, owner(project, tenant)), Secrets.hash(password));
  }

  /** Returns it in clear. */
  static Secret open(Secrets secrets, byte[] sealed, ProjectId project, TenantId tenant) {
    return secrets.open(sealed, owner(project, tenant));
  }

  private static String owner(ProjectId project, TenantId tenant) {
    return "tenant:" + project.value() + ":" + tenant.value();
  }
}
