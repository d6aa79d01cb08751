package io.tenantry.contract.queries;

import io.tenantry.contract.error.PartFailure;
import io.tenantry.contract.tenants.TenantId;
import java.util.Optional;

/**
 * What one tenant of a fan-out answered: a result, or an error; never both.
 *
 * @param tenant the tenant
 * @param result its rows
 * @param failure why it failed
 */
public record TenantAnswer(
    TenantId tenant, Optional<QueryResult> result, Optional<PartFailure> failure) {
  /** A tenant answered a result. */
  public static TenantAnswer of(TenantId tenant, QueryResult result) {
    return new TenantAnswer(tenant, Optional.of(result), Optional.empty());
  }

  /** A tenant answered an error. */
  public static TenantAnswer of(TenantId tenant, PartFailure failure) {
    return new TenantAnswer(tenant, Optional.empty(), Optional.of(failure));
  }
}
