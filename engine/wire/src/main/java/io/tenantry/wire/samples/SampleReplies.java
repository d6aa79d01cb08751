package io.tenantry.wire.samples;

import io.tenantry.contract.samples.TenantSample;
import java.util.List;

/** Replies of samples that say more than the contract's values. */
public final class SampleReplies {
  private SampleReplies() {}

  /**
   * Samples of tenants.
   *
   * @param count number of samples
   * @param samples in the order of the request
   */
  public record Sampled(int count, List<TenantSample> samples) {
    /** Counts the samples. */
    public static Sampled of(List<TenantSample> samples) {
      return new Sampled(samples.size(), samples);
    }
  }
}
