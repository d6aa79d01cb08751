package io.tenantry.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallerTest {
  private static final WorkspaceName MAIN = new WorkspaceName("main");
  private static final WorkspaceName ORDERS = new WorkspaceName("orders");
  private static final TenantId WAYNE = new TenantId("wayne");
  private static final TenantId GLOBEX = new TenantId("globex");

  @Test
  void aReadKeyMayNotAdministrate() {
    EngineException denied = denied(() -> caller(Role.READ, Scope.PROJECT).requireAdmin());

    assertThat(denied.code()).isEqualTo(ErrorCode.ROLE_REQUIRED);
    assertThat(denied).hasMessage("this endpoint requires one of the following roles: admin");
    assertThat(denied.details())
        .containsEntry("required_roles", List.of("admin"))
        .containsEntry("current_role", "read");
  }

  @Test
  void rolesIncludeTheOnesBelow() {
    caller(Role.ADMIN, Scope.PROJECT).requireRead();
    caller(Role.ADMIN, Scope.PROJECT).requireWrite();
    caller(Role.WRITE, Scope.PROJECT).requireRead();
    caller(Role.READ, Scope.PROJECT).requireRead();

    assertThat(denied(() -> caller(Role.READ, Scope.PROJECT).requireWrite()))
        .hasMessage("this endpoint requires one of the following roles: admin, write");
    assertThat(denied(() -> caller(Role.WRITE, Scope.PROJECT).requireAdmin()).code())
        .isEqualTo(ErrorCode.ROLE_REQUIRED);
  }

  @Test
  void aTenantScopeReachesItsTenantsOnly() {
    Caller caller = caller(Role.ADMIN, tenants("globex"));

    caller.requireTenant(GLOBEX, List.of());
    EngineException denied = denied(() -> caller.requireTenant(WAYNE, List.of(MAIN)));
    assertThat(denied.code()).isEqualTo(ErrorCode.SCOPE_DENIED);
    assertThat(denied).hasMessage("credential scoped to tenants [globex], attempted \"wayne\"");
    assertThat(denied(() -> caller.requireWorkspace(MAIN)))
        .hasMessage("credential scoped to tenants [globex], attempted \"main\"");
  }

  @Test
  void aWorkspaceScopeReachesItsWorkspaceAndTheTenantsOfItsBlueprint() {
    Caller caller = caller(Role.ADMIN, workspaces("orders", "billing"));

    caller.requireWorkspace(ORDERS);
    caller.requireTenant(WAYNE, List.of(MAIN, ORDERS));
    assertThat(caller.reachable(List.of(MAIN, ORDERS))).containsExactly(ORDERS);
    assertThat(denied(() -> caller.requireWorkspace(MAIN)))
        .hasMessage("credential scoped to workspaces [orders, billing], attempted \"main\"");
    assertThat(denied(() -> caller.requireTenant(WAYNE, List.of(MAIN))))
        .hasMessage("credential scoped to workspaces [orders, billing], attempted \"wayne\"");
  }

  @Test
  void theAccountNeedsAnAdministratorOfTheWholeProject() {
    caller(Role.ADMIN, Scope.PROJECT).requireAccountLevel();
    assertThat(denied(() -> caller(Role.WRITE, Scope.PROJECT).requireAccountLevel()).code())
        .isEqualTo(ErrorCode.ROLE_REQUIRED);
    assertThat(denied(() -> caller(Role.ADMIN, workspaces("orders")).requireAccountLevel()))
        .hasMessage("credential scoped to workspaces [orders], attempted \"tdb_0123abcd\"");
  }

  @Test
  void aScopeSurvivesItsColumns() {
    for (Scope scope : List.of(Scope.PROJECT, tenants("a-b", "c"), workspaces("main"))) {
      assertThat(Scope.stored(scope.type().code(), scope.storedValues())).isEqualTo(scope);
    }
  }

  @Test
  void tiersNameTheirLimit() {
    Tier.FREE.requireTenants(5);
    Tier.ENTERPRISE.requireTenants(1_000_000);
    assertThatThrownBy(() -> Tier.FREE.requireTenants(6))
        .hasMessage("Tier limit reached: tier 'free' allows 5 tenants per project");
    assertThat(Tier.STARTER.requestsPerMinute()).hasValue(300);
    assertThat(Tier.ENTERPRISE.requestsPerMinute()).isEmpty();
  }

  private static EngineException denied(Runnable call) {
    return catchThrowableOfType(EngineException.class, call::run);
  }

  private static Scope tenants(String... ids) {
    return new Scope(ScopeType.TENANT, List.of(ids));
  }

  private static Scope workspaces(String... names) {
    return new Scope(ScopeType.WORKSPACE, List.of(names));
  }

  private static Caller caller(Role role, Scope scope) {
    return new Caller(
        1, new ProjectId("tdb_0123abcd"), "My Project", role, scope, "key", Tier.ENTERPRISE);
  }
}
