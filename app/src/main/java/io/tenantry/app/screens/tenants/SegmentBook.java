package io.tenantry.app.screens.tenants;

import io.tenantry.app.settings.ProjectMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.util.Subscription;

/** The segments of one project, in the order in which they were made. UI thread. */
final class SegmentBook {
  static final int LONGEST_NAME = 40;
  static final int MOST = 30;
  private static final String KEY = "tenants.segments";
  private static final String BETWEEN = "\t"; // in no name and no filter, as no end of line is

  private final ProjectMemory memory;

  SegmentBook(ProjectMemory memory) {
    this.memory = memory;
  }

  List<TenantSegment> all() {
    return memory
        .value(KEY)
        .lines()
        .map(line -> line.split(BETWEEN, 2))
        .filter(parts -> parts.length == 2)
        .map(parts -> new TenantSegment(parts[0], parts[1]))
        .toList();
  }

  /** Calls back at once and whenever they change, until it is ended. */
  Subscription follow(Consumer<List<TenantSegment>> told) {
    told.accept(all());
    return memory.follow(KEY, () -> told.accept(all()));
  }

  boolean isTaken(String name) {
    return all().stream().anyMatch(each -> each.isCalled(name));
  }

  boolean isFull() {
    return all().size() >= MOST;
  }

  static boolean isName(String name) {
    String plain = TenantSegment.plain(name);
    return !plain.isEmpty() && plain.length() <= LONGEST_NAME;
  }

  void add(TenantSegment segment) {
    put(all().size(), segment);
  }

  /** Puts one where it was; at the end when there are fewer now. */
  void put(int place, TenantSegment segment) {
    List<TenantSegment> now = new ArrayList<>(all());
    now.add(Math.min(place, now.size()), segment);
    keep(now);
  }

  /** Returns where it was; negative when it was gone. */
  int remove(TenantSegment segment) {
    List<TenantSegment> now = new ArrayList<>(all());
    int place = now.indexOf(segment);
    now.remove(segment);
    keep(now);
    return place;
  }

  void rename(TenantSegment segment, String name) {
    keep(all().stream().map(each -> each.equals(segment) ? each.called(name) : each).toList());
  }

  private void keep(List<TenantSegment> segments) {
    memory.keep(
        KEY,
        segments.stream()
            .map(each -> each.name() + BETWEEN + each.filter())
            .collect(Collectors.joining("\n")));
  }
}
