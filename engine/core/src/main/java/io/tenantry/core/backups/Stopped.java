package io.tenantry.core.backups;

import java.io.Serial;
import java.util.concurrent.CancellationException;

/** The engine is closing; what was under way is taken up, or cleared away, at the next start. */
final class Stopped extends CancellationException {
  @Serial private static final long serialVersionUID = 1L;

  Stopped() {
    super("the engine is closing");
  }
}
