package io.tenantry.contract.apikeys;

import io.tenantry.contract.Secret;
import io.tenantry.contract.projects.ProjectId;
import java.util.List;

/**
 * A created key with both secrets.
 *
 * @param apiKey {@code tdb_sk_} and 64 hexadecimal digits, for HTTP
 * @param proxyPassword {@code tdb_} and 16 hexadecimal digits, for database connections
 * @param projectId its project
 * @param name its label
 * @param scopeType where it applies
 * @param scopeValues workspace names or tenant ids
 * @param role what it may do
 */
public record CreatedApiKey(
    Secret apiKey,
    Secret proxyPassword,
    ProjectId projectId,
    String name,
    ScopeType scopeType,
    List<String> scopeValues,
    Role role) {
  /** Copies the scope. */
  public CreatedApiKey {
    scopeValues = List.copyOf(scopeValues);
  }
}
