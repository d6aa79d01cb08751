package io.tenantry.client.tenants;

import io.tenantry.client.http.HttpCalls;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.ChangeIsolation;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.CreatedTenants;
import io.tenantry.contract.tenants.IsolationChange;
import io.tenantry.contract.tenants.IsolationStarted;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantCounts;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantPosition;
import io.tenantry.contract.tenants.TenantState;
import io.tenantry.contract.tenants.Tenants;
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.tenants.TenantEndpoints;
import io.tenantry.wire.tenants.TenantFilters;
import java.util.List;
import java.util.Optional;

/** Tenants over HTTP. */
public final class RemoteTenants implements Tenants {
  private final HttpCalls calls;

  /** Uses the calls of one credential. */
  public RemoteTenants(HttpCalls calls) {
    this.calls = calls;
  }

  @Override
  public Page<Tenant> list(TenantFilter filter, PageRequest page) {
    return calls.call(TenantEndpoints.LIST, TenantFilters.write(filter).withPage(page)).page();
  }

  @Override
  public Optional<TenantPosition> position(TenantFilter filter, TenantId tenant) {
    return calls
        .call(TenantEndpoints.FIND, TenantFilters.write(filter).with("tenant_id", tenant))
        .found();
  }

  @Override
  public Optional<TenantPosition> firstStartingWith(TenantFilter filter, String prefix) {
    return calls
        .call(TenantEndpoints.FIND, TenantFilters.write(filter).with("prefix", prefix))
        .found();
  }

  @Override
  public TenantCounts counts() {
    return calls.call(TenantEndpoints.COUNTS);
  }

  @Override
  public Tenant create(CreateTenant request) {
    return calls.send(TenantEndpoints.CREATE, request);
  }

  @Override
  public CreatedTenants createMany(CreateTenants request) {
    return calls.sendLong(TenantEndpoints.CREATE_MANY, request).tenants();
  }

  @Override
  public Tenant get(TenantId id) {
    return calls.call(TenantEndpoints.GET, id);
  }

  @Override
  public TenantState delete(TenantId id, boolean hard) {
    QueryParameters query =
        hard ? QueryParameters.none().with("hard", true) : QueryParameters.none();
    return calls.call(TenantEndpoints.DELETE, query, id).tenant();
  }

  @Override
  public TenantState restore(TenantId id) {
    return calls.call(TenantEndpoints.RESTORE, id).tenant();
  }

  @Override
  public TenantState suspend(TenantId id) {
    return calls.call(TenantEndpoints.SUSPEND, id).tenant();
  }

  @Override
  public TenantState resume(TenantId id) {
    return calls.call(TenantEndpoints.RESUME, id).tenant();
  }

  @Override
  public Tenant rotatePassword(TenantId id) {
    return calls.call(TenantEndpoints.ROTATE_PASSWORD, id);
  }

  @Override
  public IsolationStarted changeIsolation(TenantId id, ChangeIsolation request) {
    return calls.send(TenantEndpoints.CHANGE_ISOLATION, request, id).started();
  }

  @Override
  public List<IsolationChange> isolationChanges(TenantId id) {
    return calls.call(TenantEndpoints.ISOLATION_CHANGES, id).changes();
  }
}
