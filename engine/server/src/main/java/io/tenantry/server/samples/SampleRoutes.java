package io.tenantry.server.samples;

import io.tenantry.server.http.RequestLane;
import io.tenantry.server.http.Router;
import io.tenantry.wire.samples.SampleEndpoints;
import io.tenantry.wire.samples.SampleParameters;
import io.tenantry.wire.samples.SampleReplies;

/** The calls of samples of tenants. */
public final class SampleRoutes {
  private SampleRoutes() {}

  /** Adds the calls. */
  public static void register(Router router) {
    router.on(
        SampleEndpoints.OF,
        RequestLane.FAST,
        (call, _) ->
            SampleReplies.Sampled.of(
                call.project().samples().of(SampleParameters.read(call.query()))));
  }
}
