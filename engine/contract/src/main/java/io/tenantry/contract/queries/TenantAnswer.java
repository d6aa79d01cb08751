package io.tenantry.contract.queries;

import io.tenantry.contract.tenants.TenantId;
import java.util.Optional;

/**
 * What one tenant of a fan-out answered: a result, or an error; never both.
 *
 * @param tenant the tenant
 * @param result its rows
 * @param error why it failed
 */
public record TenantAnswer(TenantId tenant, Optional<QueryResult> result, Optional<String> error) {}
