package io.tenantry.client.samples;

import io.tenantry.client.http.HttpCalls;
import io.tenantry.contract.samples.TenantSample;
import io.tenantry.contract.samples.TenantSamples;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.wire.samples.SampleEndpoints;
import io.tenantry.wire.samples.SampleParameters;
import java.util.List;

/** Samples of tenants over HTTP. */
public final class RemoteSamples implements TenantSamples {
  private final HttpCalls calls;

  /** Uses the calls of one credential. */
  public RemoteSamples(HttpCalls calls) {
    this.calls = calls;
  }

  @Override
  public List<TenantSample> of(List<TenantId> tenants) {
    return calls.call(SampleEndpoints.OF, SampleParameters.write(tenants)).samples();
  }
}
