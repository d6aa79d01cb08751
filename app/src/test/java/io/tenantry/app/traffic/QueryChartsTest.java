package io.tenantry.app.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.controls.charts.TimeRange;
import io.tenantry.contract.logs.LogSeries;
import io.tenantry.contract.logs.LogSpan;
import io.tenantry.contract.logs.ProjectMetrics.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryChartsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final LogSpan DAY = new LogSpan(NOW.minus(Duration.ofDays(1)), NOW);

  @Test
  void theTimeBeginsWhereTheFirstQueriesAre() {
    Instant first = NOW.minus(Duration.ofHours(3));
    assertThat(ranges(first, NOW.minus(STEP))).containsOnly(TimeRange.between(first, NOW));
  }

  @Test
  void aSingleStepHasRoomBesideIt() {
    assertThat(ranges(NOW.minus(STEP)))
        .containsOnly(TimeRange.between(NOW.minus(STEP.multipliedBy(12)), NOW));
  }

  @Test
  void withoutQueriesAndWithThoseOfAllTheTimeItIsWhole() {
    TimeRange whole = TimeRange.between(DAY.from(), NOW);
    assertThat(ranges()).containsOnly(whole);
    assertThat(ranges(DAY.from().minusSeconds(10), NOW.minus(STEP))).containsOnly(whole);
  }

  private static List<TimeRange> ranges(Instant... starts) {
    List<Step> steps =
        List.of(starts).stream().map(start -> new Step(start, 4, 1, 0, 1, 2, 3)).toList();
    QueryCharts charts = new QueryCharts(DAY, new LogSeries(STEP.toSeconds(), steps));
    return List.of(charts.rate().range(), charts.latency().range(), charts.errors().range());
  }
}
