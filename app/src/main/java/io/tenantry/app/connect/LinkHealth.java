package io.tenantry.app.connect;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.info.EngineStatus;
import java.time.Duration;
import java.time.Instant;

/** How the open engine is, as far as it was asked. */
public sealed interface LinkHealth {
  /** It was not asked yet, or nothing is open. */
  record Unknown() implements LinkHealth {}

  /**
   * It answers.
   *
   * @param status its figures
   * @param latency how long it took to answer
   */
  record Up(EngineStatus status, Duration latency) implements LinkHealth {}

  /**
   * It does not answer, or refuses to; it is asked again by itself.
   *
   * @param reason why; {@code EngineException.connectionFailure} tells what is wrong with the line
   * @param since when the first question failed
   * @param nextTry when it is asked again
   */
  record Down(EngineException reason, Instant since, Instant nextTry) implements LinkHealth {}
}
