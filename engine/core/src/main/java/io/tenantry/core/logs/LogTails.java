package io.tenantry.core.logs;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Those who follow a query log. Any thread. */
final class LogTails {
  private final Map<ProjectId, List<LogTail<?>>> tails = new ConcurrentHashMap<>();

  void add(LogTail<?> tail) {
    tails.compute(
        tail.project(),
        (_, known) -> {
          List<LogTail<?>> all = known == null ? new CopyOnWriteArrayList<>() : known;
          all.add(tail);
          return all;
        });
  }

  void remove(LogTail<?> tail) {
    tails.computeIfPresent(
        tail.project(),
        (_, known) -> {
          known.remove(tail);
          return known.isEmpty() ? null : known;
        });
  }

  /** Gives a new entry to those who want it; never waits. */
  void publish(QueryEvent event, Noted entry) {
    if (!tails.isEmpty()) {
      of(event.place().project()).forEach(tail -> tail.offer(event, entry));
    }
  }

  /** Ends those who follow a tenant that is being destroyed. */
  void endTenant(ProjectId project, TenantId tenant) {
    of(project).stream().filter(tail -> tail.isOf(tenant)).forEach(LogTail::end);
  }

  /** Ends those who follow a tenant of a project that is being deleted. */
  void endProject(ProjectId project) {
    of(project).forEach(LogTail::end);
  }

  private List<LogTail<?>> of(ProjectId project) {
    return tails.getOrDefault(project, List.of());
  }
}
