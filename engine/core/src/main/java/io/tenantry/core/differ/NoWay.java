package io.tenantry.core.differ;

import io.tenantry.contract.error.EngineException;
import java.io.Serial;

/** An approach did not lead to the target; never leaves the package. */
final class NoWay extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient EngineException reason;

  NoWay(EngineException reason) {
    super(reason);
    this.reason = reason;
  }

  EngineException reason() {
    return reason;
  }
}
