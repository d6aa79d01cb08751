package io.tenantry.client.deployments;

import io.tenantry.client.http.HttpCalls;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentEvent;
import io.tenantry.contract.deployments.DeploymentFilter;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentStates;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.deployments.TenantDeployment;
import io.tenantry.contract.deployments.UndoDeployment;
import io.tenantry.contract.deployments.UndoOutlook;
import io.tenantry.contract.events.Listener;
import io.tenantry.contract.events.Subscription;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.deployments.DeploymentEndpoints;
import io.tenantry.wire.deployments.DeploymentFilters;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Deployments over HTTP. */
public final class RemoteDeployments implements Deployments {
  private final HttpCalls calls;

  /** Uses the calls of one credential. */
  public RemoteDeployments(HttpCalls calls) {
    this.calls = calls;
  }

  @Override
  public Page<Deployment> list(DeploymentFilter filter, PageRequest page) {
    return calls
        .call(DeploymentEndpoints.LIST, DeploymentFilters.write(filter).withPage(page))
        .page();
  }

  @Override
  public Deployment create(CreateDeployment request) {
    return calls.send(DeploymentEndpoints.CREATE, request).deployment().deployment();
  }

  @Override
  public Deployment get(DeploymentId id) {
    return calls.call(DeploymentEndpoints.GET, id).deployment();
  }

  @Override
  public Page<DeploymentTenant> tenants(
      DeploymentId id, Set<DeploymentTenant.State> states, PageRequest page) {
    QueryParameters query = QueryParameters.none().withPage(page);
    String filter =
        states.stream().map(DeploymentTenant.State::code).sorted().collect(Collectors.joining(","));
    return calls
        .call(
            DeploymentEndpoints.TENANTS, filter.isEmpty() ? query : query.with("state", filter), id)
        .page();
  }

  @Override
  public DeploymentStates states(DeploymentId id) {
    return calls.call(DeploymentEndpoints.STATES, id).letters();
  }

  @Override
  public List<DeploymentEvent> log(DeploymentId id) {
    return calls.call(DeploymentEndpoints.LOG, id).events();
  }

  @Override
  public Deployment retry(DeploymentId id) {
    return calls.call(DeploymentEndpoints.RETRY, id).deployment();
  }

  @Override
  public Deployment pause(DeploymentId id) {
    return calls.call(DeploymentEndpoints.PAUSE, id).deployment();
  }

  @Override
  public Deployment resume(DeploymentId id) {
    return calls.call(DeploymentEndpoints.RESUME, id).deployment();
  }

  @Override
  public Deployment cancel(DeploymentId id) {
    return calls.call(DeploymentEndpoints.CANCEL, id).deployment();
  }

  @Override
  public Deployment width(DeploymentId id, int workers) {
    return calls.send(DeploymentEndpoints.WIDTH, workers, id).deployment();
  }

  @Override
  public Deployment undo(DeploymentId id, UndoDeployment request) {
    return calls.send(DeploymentEndpoints.UNDO, request, id).deployment().deployment();
  }

  @Override
  public UndoOutlook undoOutlook(DeploymentId id) {
    return calls.call(DeploymentEndpoints.UNDO_OUTLOOK, id).outlook();
  }

  @Override
  public Page<TenantDeployment> ofTenant(TenantId tenant, PageRequest page) {
    return calls
        .call(DeploymentEndpoints.OF_TENANT, QueryParameters.none().withPage(page), tenant)
        .page();
  }

  @Override
  public Subscription watch(DeploymentId id, Listener<Deployment> listener) {
    return calls.follow(
        DeploymentEndpoints.EVENTS,
        QueryParameters.none(),
        new FollowedDeployment(get(id), () -> get(id)),
        listener,
        id);
  }
}
