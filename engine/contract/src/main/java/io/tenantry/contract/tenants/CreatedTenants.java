package io.tenantry.contract.tenants;

import io.tenantry.contract.error.PartFailure;
import java.util.List;

/**
 * What became of many wanted tenants.
 *
 * @param created those that exist now, in the order of the request, with connections
 * @param failed those that do not, in the order of the request
 */
public record CreatedTenants(List<Tenant> created, List<Refused> failed) {
  /** Copies the lists. */
  public CreatedTenants {
    created = List.copyOf(created);
    failed = List.copyOf(failed);
  }

  /**
   * A tenant that could not be created.
   *
   * @param tenantId the id as given
   * @param failure why
   */
  public record Refused(String tenantId, PartFailure failure) {}
}
