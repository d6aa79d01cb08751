package io.tenantry.app.screens.overview;

import io.tenantry.contract.logs.LogSpan;
import io.tenantry.contract.logs.LogWindow;
import io.tenantry.contract.logs.Logs;
import io.tenantry.contract.logs.ProjectMetrics.TopTenant;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * Of the tenants that take most time, those whose queries are slowest.
 *
 * @param span the time that they were counted in, whole hours
 * @param tenants the slowest first
 */
record Slowest(LogSpan span, List<TopTenant> tenants) {
  private static final int MOST = 5;

  Slowest {
    tenants = List.copyOf(tenants);
  }

  /** Asks for them. */
  static Slowest before(Logs logs, Instant now) {
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    Instant from = hour.minus(LogWindow.DAY.length());
    return new Slowest(
        new LogSpan(from, hour.plus(Duration.ofHours(1))),
        logs.metrics(LogWindow.DAY).topTenants().stream()
            .sorted(Comparator.comparingDouble(TopTenant::p95Ms).reversed())
            .limit(MOST)
            .toList());
  }
}
