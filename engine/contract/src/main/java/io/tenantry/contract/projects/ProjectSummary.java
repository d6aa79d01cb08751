package io.tenantry.contract.projects;

import io.tenantry.contract.Secret;
import io.tenantry.contract.workspaces.DatabaseType;
import java.time.Instant;
import java.util.List;

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
 */
public record ProjectSummary(
    ProjectId projectId,
    String name,
    Secret apiKey,
    int apiKeyCount,
    int workspaces,
    long tenants,
    List<DatabaseType> databaseTypes,
    Instant createdAt) {
  /** Copies the types. */
  public ProjectSummary {
    databaseTypes = List.copyOf(databaseTypes);
  }
}
