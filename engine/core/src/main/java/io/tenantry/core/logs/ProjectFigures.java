package io.tenantry.core.logs;

import io.tenantry.contract.logs.LogWindow;
import io.tenantry.contract.logs.ProjectMetrics;
import io.tenantry.contract.logs.ProjectMetrics.Step;
import io.tenantry.contract.logs.ProjectMetrics.TopTenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The counts of a project over a window. */
final class ProjectFigures {
  private static final int TOP = 10;
  private static final double MICROS_PER_MILLI = 1000;

  private final LogWindow window;
  private final Instant now;
  private final Predicate<WorkspaceName> reach;
  private final long dropped;

  ProjectFigures(LogWindow window, Instant now, Predicate<WorkspaceName> reach, long dropped) {
    this.window = window;
    this.now = now;
    this.reach = reach;
    this.dropped = dropped;
  }

  ProjectMetrics none() {
    return view(new Tally(), 0, 0, List.of(), List.of());
  }

  ProjectMetrics read(TallyReader reader) {
    List<Long> blueprints = reader.blueprints(reach);
    Span span = window == LogWindow.HOUR ? Span.MINUTE : Span.HOUR;
    TreeMap<Long, Tally> series = reader.series(blueprints, span, from(span, window.length()));
    Tally total = new Tally();
    series.values().forEach(total::add);
    TreeMap<Long, Tally> minutes =
        reader.series(blueprints, Span.MINUTE, from(Span.MINUTE, Duration.ofHours(1)));
    long lastFull = from(Span.MINUTE, Duration.ofMinutes(1));
    return view(
        total,
        minutes.containsKey(lastFull) ? minutes.get(lastFull).queries() : 0,
        minutes.values().stream().mapToLong(Tally::queries).sum(),
        topTenants(reader),
        series.entrySet().stream().map(ProjectFigures::step).toList());
  }

  private long from(Span span, Duration before) {
    return span.startOf(now.minus(before).toEpochMilli());
  }

  private ProjectMetrics view(
      Tally total, long lastMinute, long lastHour, List<TopTenant> top, List<Step> series) {
    return new ProjectMetrics(
        total.queries(),
        total.failed(),
        total.slow(),
        TenantFigures.percent(total.failed(), total.queries()),
        lastMinute,
        lastHour,
        total.avgMs(),
        total.percentileMs(0.5),
        total.percentileMs(0.95),
        total.percentileMs(0.99),
        total.maxMs(),
        dropped,
        top,
        series);
  }

  private static Step step(Map.Entry<Long, Tally> each) {
    return each.getValue().step(Instant.ofEpochSecond(each.getKey()));
  }

  private List<TopTenant> topTenants(TallyReader reader) {
    boolean hours = window == LogWindow.HOUR || window == LogWindow.DAY;
    Span span = hours ? Span.HOUR : Span.DAY;
    long since = from(span, window.length());
    return reader.tenants(span, since, reach).stream()
        .sorted(Comparator.comparingLong(TallyReader.Used::micros).reversed())
        .limit(TOP)
        .map(used -> top(reader, used, span, since))
        .toList();
  }

  private TopTenant top(TallyReader reader, TallyReader.Used used, Span span, long since) {
    List<Long> subjects = reader.subjects(used.tenantId(), reach);
    return new TopTenant(
        new TenantId(used.tenant()),
        used.queries(),
        used.failed(),
        used.micros() / MICROS_PER_MILLI,
        reader.total(subjects, span, since).percentileMs(0.95));
  }
}
