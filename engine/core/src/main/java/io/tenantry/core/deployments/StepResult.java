package io.tenantry.core.deployments;

import io.tenantry.core.hosts.TenantPlace;
import java.util.List;

/** What became of a tenant's turn. */
sealed interface StepResult {
  /**
   * It is on its version.
   *
   * @param from the version its file was on
   * @param place where that file is
   * @param lost what it lost on the way
   */
  record Done(int from, TenantPlace place, List<Lost> lost) implements StepResult {
    /** Nothing was lost. */
    Done(int from, TenantPlace place) {
      this(from, place, List.of());
    }
  }

  /**
   * Something else is under way on it; its turn comes again.
   *
   * @param reason what, for people
   */
  record Busy(String reason) implements StepResult {}

  /** It was destroyed meanwhile. */
  record Gone() implements StepResult {}
}
