package io.tenantry.client.drift;

import io.tenantry.client.http.HttpCalls;
import io.tenantry.contract.drift.AdoptDrift;
import io.tenantry.contract.drift.Adopted;
import io.tenantry.contract.drift.Drift;
import io.tenantry.contract.drift.DriftCheck;
import io.tenantry.contract.drift.ForceBack;
import io.tenantry.contract.drift.ForcedBack;
import io.tenantry.contract.drift.TenantDrift;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.drift.DriftEndpoints;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Drift over HTTP. */
public final class RemoteDrift implements Drift {
  private final HttpCalls calls;

  /** Uses the calls of one credential. */
  public RemoteDrift(HttpCalls calls) {
    this.calls = calls;
  }

  @Override
  public DriftCheck check(WorkspaceName blueprint, List<TenantId> tenants) {
    return calls.send(DriftEndpoints.CHECK, new DriftEndpoints.Tenants(tenants), blueprint).check();
  }

  @Override
  public DriftCheck lastCheck(WorkspaceName blueprint) {
    return calls.call(DriftEndpoints.LAST_CHECK, blueprint).check();
  }

  @Override
  public Page<TenantDrift> list(
      WorkspaceName blueprint, Set<TenantDrift.State> states, PageRequest page) {
    QueryParameters query = QueryParameters.none().withPage(page);
    String filter =
        states.stream().map(TenantDrift.State::code).sorted().collect(Collectors.joining(","));
    return calls
        .call(
            DriftEndpoints.LIST, filter.isEmpty() ? query : query.with("state", filter), blueprint)
        .page();
  }

  @Override
  public TenantDrift accept(TenantId tenant, WorkspaceName blueprint) {
    return calls.send(DriftEndpoints.ACCEPT, new DriftEndpoints.Accept(blueprint), tenant).drift();
  }

  @Override
  public ForcedBack forceBack(TenantId tenant, ForceBack request) {
    return calls.sendLong(DriftEndpoints.FORCE_BACK, request, tenant).forcedBack();
  }

  @Override
  public Adopted adopt(TenantId tenant, AdoptDrift request) {
    return calls.sendLong(DriftEndpoints.ADOPT, request, tenant).adopted();
  }
}
