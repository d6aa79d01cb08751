package io.tenantry.app.shell;

import io.tenantry.contract.info.EngineStatus;
import java.util.Optional;

/**
 * How the open engine is, as header and status bar say it.
 *
 * @param online whether it answered last time
 * @param latency how long it took to answer, with its unit; empty for the local engine
 * @param figures what it said of itself last; empty before its first answer
 */
record Status(boolean online, String latency, Optional<EngineStatus> figures) {
  static final Status NONE = new Status(false, "", Optional.empty());

  /** The same while the engine does not answer. */
  Status offline() {
    return new Status(false, "", figures);
  }

  /** Says whether the engine has answered yet. */
  boolean isKnown() {
    return figures.isPresent();
  }

  /** Says whether the engine has answered but does not any more. */
  boolean isLost() {
    return isKnown() && !online;
  }

  /**
   * Says whether it tells something that a user who only looks wants to know: the line, tenants,
   * deployments. Memory and open connections move by themselves, and wait until the user does.
   */
  boolean isNewsAfter(Status before) {
    return online != before.online
        || isKnown() != before.isKnown()
        || !figures.map(EngineStatus::tenants).equals(before.figures.map(EngineStatus::tenants))
        || !figures
            .map(EngineStatus::runningDeployments)
            .equals(before.figures.map(EngineStatus::runningDeployments));
  }
}
