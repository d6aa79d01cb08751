package io.tenantry.core.deployments;

import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.deployments.TenantDeployment;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.access.Caller;
import io.tenantry.core.tenants.TenantAccess;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The deployments of a project as one caller may see and start them. Any thread. */
public final class DeploymentService implements Deployments {
  private static final int ID_BYTES = 4;

  private final DeploymentEngine engine;
  private final Caller caller;
  private final ProjectId project;

  /** Creates the service for a caller; cheap. */
  public DeploymentService(DeploymentEngine engine, Caller caller) {
    this.engine = engine;
    this.caller = caller;
    this.project = caller.projectId();
  }

  @Override
  public List<Deployment> list() {
    caller.requireRead();
    return engine.catalog().read(handle -> DeploymentRepository.list(handle, project)).stream()
        .filter(row -> caller.canReach(row.blueprint()))
        .map(row -> row.view(List.of()))
        .toList();
  }

  @Override
  public Deployment create(CreateDeployment request) {
    caller.requireAdmin();
    caller.requireWorkspace(request.blueprintId());
    DeploymentId id = new DeploymentId("dep_" + engine.secrets().hex(ID_BYTES));
    Instant now = engine.clock().instant();
    DeploymentRow started =
        engine
            .catalog()
            .write(
                handle -> {
                  new DeploymentStart(caller, request, now).write(handle, id);
                  return get(handle, id);
                });
    engine.start(started);
    return started.view(List.of());
  }

  @Override
  public Deployment get(DeploymentId id) {
    caller.requireRead();
    return engine
        .catalog()
        .read(
            handle -> {
              DeploymentRow row = get(handle, id);
              return row.view(
                  row.failed() == 0 ? List.of() : DeploymentRepository.errors(handle, id));
            });
  }

  @Override
  public Page<DeploymentTenant> tenants(
      DeploymentId id, Set<DeploymentTenant.State> states, PageRequest page) {
    caller.requireRead();
    return engine
        .catalog()
        .read(
            handle -> {
              get(handle, id);
              return DeploymentPageRepository.tenants(handle, id, states, page);
            });
  }

  @Override
  public Deployment retry(DeploymentId id) {
    caller.requireAdmin();
    DeploymentRow started =
        engine
            .catalog()
            .write(
                handle -> {
                  DeploymentRow row = get(handle, id);
                  requireRetry(handle, row);
                  DeploymentRepository.runAgain(handle, id, engine.clock().instant());
                  return get(handle, id);
                });
    engine.start(started);
    return started.view(List.of());
  }

  private static void requireRetry(Handle handle, DeploymentRow row) {
    if (!row.status().ended()) {
      throw EngineException.conflict("Deployment " + row.id() + " is running");
    }
    if (row.failed() == 0) {
      throw EngineException.conflict("Deployment " + row.id() + " has no failed tenants");
    }
    DeploymentStart.requireWhole(handle, row.blueprintId(), row.minor());
    DeploymentStart.requireNoOther(handle, row.blueprintId(), row.blueprint());
  }

  @Override
  public Page<TenantDeployment> ofTenant(TenantId tenant, PageRequest page) {
    caller.requireRead();
    return engine
        .catalog()
        .read(
            handle -> {
              TenantAccess reached = TenantAccess.of(handle, caller, tenant);
              return DeploymentPageRepository.ofTenant(
                  handle, reached.tenantId(), reached.blueprints(), page);
            });
  }

  private DeploymentRow get(Handle handle, DeploymentId id) {
    DeploymentRow row =
        DeploymentRepository.find(handle, project, id)
            .orElseThrow(() -> EngineException.notFound("Deployment not found: " + id));
    caller.requireWorkspace(row.blueprint());
    return row;
  }
}
