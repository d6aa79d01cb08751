package io.tenantry.app.screens.overview;

import io.tenantry.contract.logs.LogSeries;
import io.tenantry.contract.logs.LogSpan;
import io.tenantry.contract.logs.ProjectLogs;
import io.tenantry.contract.logs.ProjectMetrics.Step;
import java.time.Duration;
import java.time.Instant;

/**
 * The queries of the last 24 hours, in the steps that they are counted in: a log of the same time
 * has as many.
 *
 * @param span the time, whole steps
 * @param series the values
 */
record Traffic(LogSpan span, LogSeries series) {
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final Duration DAY = Duration.ofDays(1);

  /** Asks for it. */
  static Traffic before(ProjectLogs logs, Instant now) {
    LogSpan span = spanBefore(now);
    return new Traffic(span, logs.series(span));
  }

  private static LogSpan spanBefore(Instant now) {
    long step = STEP.toMillis();
    Instant end = Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), step) * step).plus(STEP);
    return new LogSpan(end.minus(DAY), end);
  }

  long queries() {
    return series.steps().stream().mapToLong(Step::queries).sum();
  }

  long failed() {
    return series.steps().stream().mapToLong(Step::failed).sum();
  }

  /** Returns the step that an instant lies in. */
  LogSpan stepAt(Instant instant) {
    Duration step = Duration.ofSeconds(series.stepSeconds());
    long start = Math.floorDiv(instant.toEpochMilli(), step.toMillis()) * step.toMillis();
    return new LogSpan(Instant.ofEpochMilli(start), Instant.ofEpochMilli(start).plus(step));
  }
}
