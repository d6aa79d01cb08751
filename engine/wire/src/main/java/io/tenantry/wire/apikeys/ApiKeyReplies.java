package io.tenantry.wire.apikeys;

import io.tenantry.contract.Secret;
import io.tenantry.contract.apikeys.ApiKey;
import io.tenantry.contract.apikeys.CreatedApiKey;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.projects.ProjectId;
import java.util.List;

/** Replies of API keys that say more than the contract's values. */
public final class ApiKeyReplies {
  private ApiKeyReplies() {}

  /**
   * Keys.
   *
   * @param count number of keys
   * @param apiKeys oldest first
   */
  public record Listed(int count, List<ApiKey> apiKeys) {
    /** Counts the keys. */
    public static Listed of(List<ApiKey> keys) {
      return new Listed(keys.size(), keys);
    }
  }

  /**
   * A created key.
   *
   * @param apiKey for HTTP
   * @param proxyPassword for database connections
   * @param projectId its project
   * @param name its label
   * @param scopeType where it applies
   * @param scopeValues workspace names or tenant ids
   * @param role what it may do
   * @param note which secret is for what
   */
  public record Created(
      Secret apiKey,
      Secret proxyPassword,
      ProjectId projectId,
      String name,
      ScopeType scopeType,
      List<String> scopeValues,
      Role role,
      String note) {
    /** Adds the note. */
    public static Created of(CreatedApiKey key) {
      return new Created(
          key.apiKey(),
          key.proxyPassword(),
          key.projectId(),
          key.name(),
          key.scopeType(),
          key.scopeValues(),
          key.role(),
          "Use api_key for HTTP API, proxy_password for database connections");
    }

    /** Returns the contract's value. */
    public CreatedApiKey key() {
      return new CreatedApiKey(
          apiKey, proxyPassword, projectId, name, scopeType, scopeValues, role);
    }
  }
}
