package io.tenantry.contract.projects;

import io.tenantry.contract.Secret;
import io.tenantry.contract.workspaces.DatabaseType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A project in a list.
 *
 * @param projectId its id
 * @param name its name
 * @param apiKey its complete administrator key
 * @param apiKeyCount how many keys it has
 * @param workspaces how many workspaces it has
 * @param tenants how many tenants it has, those in the trash left out
 * @param databaseTypes the distinct types of its workspaces, sorted
 * @param createdAt UTC, whole seconds
 * @param account e-mail of the account it belongs to, for the owner of the data folder, who sees
 *     those of all accounts; absent for own projects and for every other caller
 */
public record ProjectSummary(
    ProjectId projectId,
    String name,
    Secret apiKey,
    int apiKeyCount,
    int workspaces,
    long tenants,
    List<DatabaseType> databaseTypes,
    Instant createdAt,
    Optional<String> account) {
  /** Copies the types. */
  public ProjectSummary {
    databaseTypes = List.copyOf(databaseTypes);
  }
}
