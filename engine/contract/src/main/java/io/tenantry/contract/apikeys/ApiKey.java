package io.tenantry.contract.apikeys;

import io.tenantry.contract.Secret;
import io.tenantry.contract.projects.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A key in a list.
 *
 * @param id its number, unique in the engine
 * @param key its full value
 * @param projectId its project
 * @param projectName name of its project
 * @param keyName its label
 * @param tier tier of its project
 * @param isActive whether it is accepted
 * @param scopeType where it applies
 * @param scopeValues workspace names or tenant ids; empty for the whole project
 * @param role what it may do
 * @param createdAt UTC, whole seconds
 * @param lastUsedAt UTC, whole seconds, up to a minute old; absent when never used
 * @param oauthManaged whether an OAuth connection owns it
 */
public record ApiKey(
    long id,
    Secret key,
    ProjectId projectId,
    String projectName,
    String keyName,
    String tier,
    boolean isActive,
    ScopeType scopeType,
    List<String> scopeValues,
    Role role,
    Instant createdAt,
    Optional<Instant> lastUsedAt,
    boolean oauthManaged) {
  /** Copies the scope. */
  public ApiKey {
    scopeValues = List.copyOf(scopeValues);
  }
}
