package io.tenantry.app.screens.backups;

import io.tenantry.app.fx.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A look at a moment of the past. */
sealed interface PastLook {
  /** No moment is chosen. */
  record Nowhere() implements PastLook {}

  /** The engine is asked. */
  record Looking(Instant moment) implements PastLook {}

  /**
   * What was there.
   *
   * @param moment when
   * @param then rows of each table at that moment
   * @param now rows of each table now
   * @param took how long it took to make that state: so long recovering takes, too
   */
  record Seen(Instant moment, Map<String, Long> then, Map<String, Long> now, Duration took)
      implements PastLook {}

  /** It cannot be told. */
  record Unknown(Instant moment, Problem why) implements PastLook {}
}
