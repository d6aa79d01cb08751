package io.tenantry.contract.projects;

import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import java.util.List;
import java.util.Optional;

/**
 * Who is asking.
 *
 * @param email e-mail of the account; absent for the owner of a local data folder
 * @param projectId the project of the credential
 * @param projectName its name
 * @param role what the credential may do there (an extension, as what follows)
 * @param scopeType what it reaches: all of the project, some workspaces or some tenants
 * @param scopeValues names of those workspaces or ids of those tenants; empty for the project
 */
public record Whoami(
    Optional<String> email,
    ProjectId projectId,
    String projectName,
    Role role,
    ScopeType scopeType,
    List<String> scopeValues) {
  /** Copies the values. */
  public Whoami {
    scopeValues = List.copyOf(scopeValues);
  }
}
