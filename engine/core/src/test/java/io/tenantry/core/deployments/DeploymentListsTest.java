package io.tenantry.core.deployments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.DeploymentTenant.State;
import io.tenantry.contract.deployments.TenantDeployment;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Scope;
import io.tenantry.core.access.Tier;
import io.tenantry.core.tenants.Fleet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What deployments show afterwards: lists, pages, filters, and to whom. */
class DeploymentListsTest {
  private static final WorkspaceName SHOP = new WorkspaceName("shop");
  private static final String UNIQUE = "CREATE UNIQUE INDEX users_email ON users (email)";

  @TempDir Path data;
  private Fleet fleet;

  @BeforeEach
  void open() {
    fleet =
        new Fleet(data)
            .blueprint("shop", "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT)");
    fleet.createMany(List.of("wayne", "stark", "globex"), "shop");
  }

  @AfterEach
  void close() {
    fleet.close();
  }

  @Test
  void showsDeploymentsOfATenantNewestFirst() {
    DeploymentId first = ended(create()).jobId();
    fleet.version("shop", "ALTER TABLE users ADD COLUMN age INTEGER");
    DeploymentId second = ended(create()).jobId();

    Page<TenantDeployment> page =
        fleet.deployments().ofTenant(new TenantId("wayne"), PageRequest.first(1));

    assertThat(page.total()).isEqualTo(2);
    assertThat(page.items()).extracting(TenantDeployment::jobId).containsExactly(second);
    assertThat(page.items().getFirst().durationMs()).isPresent();
    assertThat(
            fleet
                .deployments()
                .ofTenant(
                    new TenantId("wayne"), PageRequest.after(page.nextCursor().orElseThrow(), 1))
                .items())
        .extracting(TenantDeployment::jobId, TenantDeployment::status)
        .containsExactly(tuple(first, State.SKIPPED));
    assertThat(fleet.deployments().list())
        .extracting(Deployment::jobId)
        .containsExactly(second, first);
  }

  @Test
  void pagesAndFiltersTheTenantsOfADeployment() {
    duplicateEmails("stark");
    fleet.version("shop", UNIQUE);
    DeploymentId id = ended(create()).jobId();

    Page<DeploymentTenant> failed =
        fleet.deployments().tenants(id, Set.of(State.FAILED), PageRequest.all());
    Page<DeploymentTenant> first = fleet.deployments().tenants(id, Set.of(), PageRequest.first(2));
    Page<DeploymentTenant> second =
        fleet
            .deployments()
            .tenants(id, Set.of(), PageRequest.after(first.nextCursor().orElseThrow(), 2));

    assertThat(failed.items())
        .extracting(tenant -> tenant.tenantId().value(), DeploymentTenant::error)
        .containsExactly(tuple("stark", Optional.of("UNIQUE constraint failed: users.email")));
    assertThat(first.total()).isEqualTo(3);
    assertThat(second.items())
        .extracting(tenant -> tenant.tenantId().value())
        .containsExactly("globex");
    assertThat(second.nextCursor()).isEmpty();
  }

  @Test
  void staysInScope() {
    DeploymentId id = ended(create()).jobId();
    DeploymentService crm =
        fleet.deployments(
            Fleet.caller(
                Role.ADMIN, new Scope(ScopeType.WORKSPACE, List.of("crm")), Tier.ENTERPRISE));
    DeploymentService writer =
        fleet.deployments(Fleet.caller(Role.WRITE, Scope.PROJECT, Tier.ENTERPRISE));

    assertThat(crm.list()).isEmpty();
    assertError(
        () -> crm.get(id),
        ErrorCode.SCOPE_DENIED,
        "credential scoped to workspaces [crm], attempted \"shop\"");
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> writer.create(new CreateDeployment(SHOP)))
        .returns(ErrorCode.ROLE_REQUIRED, EngineException::code);
  }

  private void duplicateEmails(String tenant) {
    fleet.inFile(tenant, "shop", "INSERT INTO users VALUES (1, 'a@b.c'), (2, 'a@b.c')");
  }

  private Deployment create() {
    return fleet.deployments().create(new CreateDeployment(SHOP));
  }

  private Deployment ended(Deployment deployment) {
    fleet.await(deployment.jobId());
    return fleet.deployments().get(deployment.jobId());
  }

  private static void assertError(ThrowingCallable call, ErrorCode code, String message) {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(call)
        .withMessage(message)
        .returns(code, EngineException::code);
  }
}
