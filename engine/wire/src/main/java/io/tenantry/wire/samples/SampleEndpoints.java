package io.tenantry.wire.samples;

import io.tenantry.wire.Endpoint;
import io.tenantry.wire.Nothing;

/** The calls of samples of tenants. */
public final class SampleEndpoints {
  /** Looks at the tenants that {@code tenant_ids} names, separated by commas (an extension). */
  public static final Endpoint<Nothing, SampleReplies.Sampled> OF =
      Endpoint.get("/tenants/all/samples", SampleReplies.Sampled.class);

  private SampleEndpoints() {}
}
