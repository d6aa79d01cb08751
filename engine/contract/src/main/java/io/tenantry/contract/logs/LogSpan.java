package io.tenantry.contract.logs;

import io.tenantry.contract.error.EngineException;
import java.time.Instant;

/**
 * A time to look at.
 *
 * @param from where it begins
 * @param until where it ends, not included
 */
public record LogSpan(Instant from, Instant until) {
  /**
   * Checks the order.
   *
   * @throws EngineException BAD_REQUEST {@code until must be after from}
   */
  public LogSpan {
    if (!until.isAfter(from)) {
      throw EngineException.badField("until", "until must be after from");
    }
  }
}
