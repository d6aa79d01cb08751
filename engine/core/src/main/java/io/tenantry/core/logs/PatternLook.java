package io.tenantry.core.logs;

import io.tenantry.contract.logs.PatternDetail;
import io.tenantry.contract.logs.ProjectEntry;
import io.tenantry.contract.logs.ProjectLogs;
import io.tenantry.contract.logs.ProjectMetrics.Step;
import io.tenantry.contract.tenants.TenantId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Function;

/** Adds up the entries of one pattern. One thread. */
final class PatternLook {
  private static final double MICROS_PER_MILLI = 1000;

  private final LastDay day;
  private final PatternGroup figures;
  private final Map<Long, Share> tenants = new HashMap<>();
  private final TreeMap<Integer, Tally> hours = new TreeMap<>();
  private final Best slowest = new Best(Comparator.comparingLong(each -> each.entry().micros()));
  private final Best failures = new Best(Comparator.comparingLong(each -> each.entry().id()));

  PatternLook(String pattern, LastDay day) {
    this.day = day;
    figures = new PatternGroup(pattern);
  }

  /** What one tenant has of it. */
  private static final class Share {
    private final String tenant;
    private long count;
    private long failed;
    private long micros;
    private long most;

    Share(String tenant) {
      this.tenant = tenant;
    }

    void add(Noted entry) {
      count++;
      failed += entry.failed() ? 1 : 0;
      micros += entry.micros();
      most = Math.max(most, entry.micros());
    }

    long micros() {
      return micros;
    }

    PatternDetail.Share view() {
      return new PatternDetail.Share(
          new TenantId(tenant), count, failed, micros / MICROS_PER_MILLI, most / MICROS_PER_MILLI);
    }
  }

  /** The few entries that come first in an order. */
  private static final class Best {
    private final Comparator<ProjectLogReader.Found> order;
    private final PriorityQueue<ProjectLogReader.Found> kept;

    Best(Comparator<ProjectLogReader.Found> order) {
      this.order = order;
      kept = new PriorityQueue<>(order);
    }

    void offer(ProjectLogReader.Found found) {
      kept.add(found);
      if (kept.size() > ProjectLogs.MAX_SAMPLES) {
        kept.remove();
      }
    }

    List<ProjectEntry> view(Function<ProjectLogReader.Found, ProjectEntry> view) {
      return kept.stream().sorted(order.reversed()).map(view).toList();
    }
  }

  void add(ProjectLogReader.Found found, LogSubject subject) {
    Noted entry = found.entry();
    int hour = day.hourOf(entry);
    if (hour >= 0) {
      hours.computeIfAbsent(hour, _ -> new Tally()).add(entry);
    }
    if (day.isWanted(entry)) {
      figures.add(entry);
      tenants.computeIfAbsent(subject.tenantId(), _ -> new Share(subject.tenant())).add(entry);
      slowest.offer(found);
      if (entry.failed()) {
        failures.offer(found);
      }
    }
  }

  PatternDetail view(Function<ProjectLogReader.Found, ProjectEntry> view) {
    return new PatternDetail(
        figures.isEmpty() ? Optional.empty() : Optional.of(figures.view()),
        tenants.size(),
        tenants.values().stream()
            .sorted(Comparator.comparingLong(Share::micros).reversed())
            .limit(ProjectLogs.MAX_TENANTS)
            .map(Share::view)
            .toList(),
        slowest.view(view),
        failures.view(view),
        hours.entrySet().stream().map(this::step).toList());
  }

  private Step step(Map.Entry<Integer, Tally> hour) {
    return hour.getValue().step(day.startOf(hour.getKey()));
  }
}
