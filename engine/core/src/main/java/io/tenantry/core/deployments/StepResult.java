package io.tenantry.core.deployments;

import io.tenantry.core.hosts.TenantPlace;

/** What became of a tenant's turn. */
sealed interface StepResult {
  /**
   * It is on its version.
   *
   * @param from the version its file was on
   * @param place where that file is
   */
  record Done(int from, TenantPlace place) implements StepResult {}

  /**
   * Something else is under way on it; its turn comes again.
   *
   * @param reason what, for people
   */
  record Busy(String reason) implements StepResult {}

  /** It was destroyed meanwhile. */
  record Gone() implements StepResult {}
}
