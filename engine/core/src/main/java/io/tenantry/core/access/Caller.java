package io.tenantry.core.access;

import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who is asking, in which project, and what they may do there. Services call the checks first, role
 * before scope.
 *
 * @param customerId row of the account
 * @param projectId the project of the credential
 * @param projectName its name
 * @param role what it may do
 * @param scope where it applies
 * @param author how its changes are signed: {@code owner}, an e-mail, or the name of an API key
 * @param tier limits of the project
 */
public record Caller(
    long customerId,
    ProjectId projectId,
    String projectName,
    Role role,
    Scope scope,
    String author,
    Tier tier) {

  Caller withTier(Tier other) {
    return new Caller(customerId, projectId, projectName, role, scope, author, other);
  }

  /** Lets everyone pass who may read. */
  public void requireRead() {
    require(Role.ADMIN, Role.WRITE, Role.READ);
  }

  /** Lets those pass who may write tenant data. */
  public void requireWrite() {
    require(Role.ADMIN, Role.WRITE);
  }

  /** Lets administrators pass. */
  public void requireAdmin() {
    require(Role.ADMIN);
  }

  /**
   * Lets the given roles pass.
   *
   * @throws EngineException ROLE_REQUIRED with the documented text
   */
  public void require(Role... allowed) {
    List<Role> roles = List.of(allowed);
    if (!roles.contains(role)) {
      throw EngineException.roleRequired(roles.stream().map(Role::code).toList(), role.code());
    }
  }

  /** Returns whether it may write tenant data. */
  public boolean canWrite() {
    return role == Role.ADMIN || role == Role.WRITE;
  }

  /**
   * Lets administrators of the whole project pass: for projects, API keys, and what concerns all
   * tenants.
   *
   * @throws EngineException ROLE_REQUIRED or SCOPE_DENIED
   */
  public void requireAccountLevel() {
    requireAdmin();
    requireProjectScope(projectId.value());
  }

  /**
   * Lets those pass whose scope is the whole project.
   *
   * @param attempted what the error names
   */
  public void requireProjectScope(String attempted) {
    if (!scope.isProject()) {
      throw scope.denied(attempted);
    }
  }

  /**
   * Lets those pass whose scope includes the workspace, or the blueprint of that name.
   *
   * @throws EngineException SCOPE_DENIED with the documented text
   */
  public void requireWorkspace(WorkspaceName name) {
    if (!canReach(name)) {
      throw scope.denied(name.value());
    }
  }

  /**
   * Lets those pass whose scope includes the tenant. For a tenant scope the blueprints do not
   * matter, so it can be checked with an empty collection before the tenant is looked up.
   *
   * @param blueprints the blueprints of that tenant
   * @throws EngineException SCOPE_DENIED with the documented text
   */
  public void requireTenant(TenantId id, Collection<WorkspaceName> blueprints) {
    if (!canReach(id, blueprints)) {
      throw scope.denied(id.value());
    }
  }

  /** Returns whether the scope includes a workspace, or the blueprint of that name. */
  public boolean canReach(WorkspaceName name) {
    return scope.isProject() || scope.isWorkspace(name.value());
  }

  /**
   * Returns whether the scope includes a tenant.
   *
   * @param blueprints the blueprints of that tenant
   */
  public boolean canReach(TenantId id, Collection<WorkspaceName> blueprints) {
    return scope.isProject()
        || scope.isTenant(id.value())
        || blueprints.stream().anyMatch(blueprint -> scope.isWorkspace(blueprint.value()));
  }

  /**
   * Returns the blueprints of a tenant whose databases the caller reaches: with a workspace scope
   * only those of its workspaces, otherwise all.
   */
  public Stream<WorkspaceName> reachable(Collection<WorkspaceName> blueprints) {
    return blueprints.stream()
        .filter(
            blueprint ->
                scope.type() != ScopeType.WORKSPACE || scope.isWorkspace(blueprint.value()));
  }
}
