package io.tenantry.contract.tenants;

import java.util.List;

/**
 * What became of many wanted tenants.
 *
 * @param created those that exist now, in the order of the request, with connections
 * @param failed those that do not, in the order of the request
 */
public record CreatedTenants(List<Tenant> created, List<Failure> failed) {
  /** Copies the lists. */
  public CreatedTenants {
    created = List.copyOf(created);
    failed = List.copyOf(failed);
  }

  /**
   * A tenant that could not be created.
   *
   * @param tenantId the id as given
   * @param code error code as the wire spells it
   * @param error why
   */
  public record Failure(String tenantId, String code, String error) {}
}
