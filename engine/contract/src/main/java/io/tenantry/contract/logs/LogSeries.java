package io.tenantry.contract.logs;

import java.util.List;

/**
 * Queries over time. The steps are as fine as counts are kept: a minute over three hours at most,
 * five minutes otherwise, for the last 25 hours; an hour before that. For one tenant an hour for
 * the last 49 hours, a day before that. A time that reaches further back has the coarser steps.
 *
 * @param stepSeconds how long a step is
 * @param steps those that begin inside the time, oldest first; steps without queries are left out
 */
public record LogSeries(long stepSeconds, List<ProjectMetrics.Step> steps) {
  /** Copies the steps. */
  public LogSeries {
    steps = List.copyOf(steps);
  }
}
