package io.tenantry.contract.queries;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import java.util.Optional;

/**
 * What one tenant of a fan-out answered, as it comes.
 *
 * @param position place of the tenant in catalog order among those that are asked, from 0
 * @param answer its result or its error
 * @param failure the error with its code and details; present when the answer is an error and the
 *     engine tells more than the message
 */
public record FanOutAnswer(int position, TenantAnswer answer, Optional<EngineException> failure) {
  /** Checks the position. */
  public FanOutAnswer {
    if (position < 0) {
      throw new IllegalArgumentException("position " + position);
    }
  }

  /** A tenant answered a result. */
  public static FanOutAnswer of(int position, TenantId tenant, QueryResult result) {
    return new FanOutAnswer(
        position,
        new TenantAnswer(tenant, Optional.of(result), Optional.empty()),
        Optional.empty());
  }

  /** A tenant answered an error. */
  public static FanOutAnswer of(int position, TenantId tenant, EngineException failure) {
    return new FanOutAnswer(
        position,
        new TenantAnswer(tenant, Optional.empty(), Optional.of(failure.message())),
        Optional.of(failure));
  }
}
