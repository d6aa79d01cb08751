package io.tenantry.core.logs;

import io.tenantry.contract.logs.ProjectLogs;
import io.tenantry.contract.logs.ProjectPattern;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Groups entries of a project whose texts differ in values only. One thread. */
final class ProjectPatterns {
  private final LastDay day;
  private final ToLongFunction<ProjectLogReader.Found> tenant;
  private final PatternGroups<Group> groups = new PatternGroups<>(Group::new);

  /**
   * Begins without any.
   *
   * @param tenant tells the row of the tenant that an entry is of
   */
  ProjectPatterns(LastDay day, ToLongFunction<ProjectLogReader.Found> tenant) {
    this.day = day;
    this.tenant = tenant;
  }

  private static final class Group {
    private final PatternGroup figures;
    private final Set<Long> tenants = new HashSet<>();
    private final long[] hours = new long[LastDay.HOURS];

    Group(String pattern) {
      figures = new PatternGroup(pattern);
    }

    PatternGroup figures() {
      return figures;
    }

    ProjectPattern view() {
      return new ProjectPattern(
          figures.view(), tenants.size(), Arrays.stream(hours).boxed().toList());
    }
  }

  void add(ProjectLogReader.Found found) {
    Noted entry = found.entry();
    Group group = groups.of(entry.query());
    int hour = day.hourOf(entry);
    if (hour >= 0) {
      group.hours[hour]++;
    }
    if (day.isWanted(entry)) {
      group.figures.add(entry);
      group.tenants.add(tenant.applyAsLong(found));
    }
  }

  /** Returns the patterns, those that took most time first. */
  List<ProjectPattern> view() {
    return groups.all().stream()
        .filter(group -> !group.figures().isEmpty())
        .sorted(Comparator.comparing(Group::figures, Patterns.HEAVIEST))
        .limit(ProjectLogs.MAX_PATTERNS)
        .map(Group::view)
        .toList();
  }
}
