package io.tenantry.client.recovery;

import io.tenantry.client.http.HttpCalls;
import io.tenantry.contract.recovery.ForkTenant;
import io.tenantry.contract.recovery.PastRecovery;
import io.tenantry.contract.recovery.PointInTimeRecovery;
import io.tenantry.contract.recovery.RecoverTenant;
import io.tenantry.contract.recovery.RecoveringTenant;
import io.tenantry.contract.recovery.RecoveryWindow;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantState;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.recovery.ForkBody;
import io.tenantry.wire.recovery.RecoverBody;
import io.tenantry.wire.recovery.RecoveryEndpoints;
import java.util.List;

/** Point-in-time recovery over HTTP. */
public final class RemotePointInTimeRecovery implements PointInTimeRecovery {
  private final HttpCalls calls;

  /** Uses the calls of one credential. */
  public RemotePointInTimeRecovery(HttpCalls calls) {
    this.calls = calls;
  }

  @Override
  public RecoveringTenant recover(RecoverTenant request) {
    return calls
        .sendLong(RecoveryEndpoints.RECOVER, RecoverBody.of(request), request.tenant())
        .started();
  }

  @Override
  public TenantState undo(TenantId tenant) {
    return calls.call(RecoveryEndpoints.UNDO, tenant).tenant();
  }

  @Override
  public List<PastRecovery> recoveries(TenantId tenant) {
    return calls.call(RecoveryEndpoints.RECOVERIES, tenant).list();
  }

  @Override
  public Tenant fork(ForkTenant request) {
    return calls.sendLong(RecoveryEndpoints.FORK, ForkBody.of(request), request.tenant());
  }

  @Override
  public RecoveryWindow window(TenantId tenant, WorkspaceName blueprint, int buckets) {
    QueryParameters query =
        QueryParameters.none().with("blueprint", blueprint).with("buckets", buckets);
    return calls.call(RecoveryEndpoints.WINDOW, query, tenant).value();
  }
}
