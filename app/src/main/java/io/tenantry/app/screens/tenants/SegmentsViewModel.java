package io.tenantry.app.screens.tenants;

import io.tenantry.app.lists.ListModel;
import io.tenantry.app.notices.Notice;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.Tenants;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

/**
 * The segments of the list of tenants, with how many tenants each has: counted by the engine when
 * the list was read, as long as it is shown. UI thread.
 */
public final class SegmentsViewModel {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Tenants tenants;
  private final ListModel<?> list;
  private final SegmentBook book;
  private final TaskRunner tasks;
  private final Notices notices;
  private final ReadOnlyObjectWrapper<List<TenantSegment>> all =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Map<String, Long>> counts =
      new ReadOnlyObjectWrapper<>(Map.of());
  private Subscription following = Subscription.EMPTY;
  private TaskRunner.Handle soon = () -> {};
  private boolean due;

  /** Creates it with the list that it filters. */
  SegmentsViewModel(
      Tenants tenants, ListModel<?> list, ProjectMemory memory, TaskRunner tasks, Notices notices) {
    this.tenants = tenants;
    this.list = list;
    this.book = new SegmentBook(memory);
    this.tasks = tasks;
    this.notices = notices;
  }

  /** The segments in their order. */
  ReadOnlyObjectProperty<List<TenantSegment>> all() {
    return all.getReadOnlyProperty();
  }

  /** How many tenants the filters of the segments let through, as far as that is known. */
  ReadOnlyObjectProperty<Map<String, Long>> counts() {
    return counts.getReadOnlyProperty();
  }

  /** The filter of the list. */
  StringProperty filter() {
    return list.filterProperty();
  }

  /** Says how many tenants a segment has; empty until it was counted. */
  OptionalLong count(TenantSegment segment) {
    Long known = counts.get().get(segment.filter());
    return known == null ? OptionalLong.empty() : OptionalLong.of(known);
  }

  /** Returns the segment whose filter the list has now. */
  Optional<TenantSegment> current() {
    return all.get().stream().filter(each -> each.isFor(filter().get())).findFirst();
  }

  /** Follows the segments and the list while the screen is shown. */
  void shown() {
    following.unsubscribe();
    following =
        Subscription.combine(
            book.follow(this::changed), list.readings().subscribe((_, _) -> countSoon()));
  }

  /** Drops what is still to come. */
  void leave() {
    following.unsubscribe();
    following = Subscription.EMPTY;
    soon.close();
    due = false;
    tasks.forget(this);
  }

  private void changed(List<TenantSegment> now) {
    all.set(now);
    count();
  }

  private void countSoon() {
    if (!due && !all.get().isEmpty()) {
      due = true;
      soon = tasks.after(SOON, this::count);
    }
  }

  private void count() {
    soon.close();
    due = false;
    List<TenantSegment> wanted = all.get();
    if (wanted.isEmpty()) {
      return;
    }
    tasks
        .call("tenants.segments", () -> counted(wanted))
        .onSuccess(counts::set)
        .onFailure(_ -> {}) // counted again after the next reading
        .latest(this)
        .start();
  }

  private Map<String, Long> counted(List<TenantSegment> segments) {
    Map<String, Long> found = new HashMap<>();
    for (TenantSegment each : segments) {
      understood(each)
          .ifPresent(
              filter ->
                  found.put(each.filter(), tenants.list(filter, PageRequest.at(0, 1)).total()));
    }
    return Map.copyOf(found);
  }

  /** What a later version does not understand has no number. */
  private static Optional<TenantFilter> understood(TenantSegment segment) {
    try {
      return Optional.of(TenantTerms.parse(segment.filter(), TenantFilter.Sort.ID));
    } catch (EngineException notUnderstood) {
      return Optional.empty();
    }
  }

  /** Shows a segment in the list; the one that is shown already no more. */
  void show(TenantSegment segment) {
    filter().set(segment.isFor(filter().get()) ? "" : segment.filter());
  }

  /** Says whether the filter of the list can become a segment. */
  boolean canSave() {
    return list.isFiltered()
        && list.problem().get().isEmpty()
        && current().isEmpty()
        && !book.isFull();
  }

  /** Says whether a name is free and short enough. */
  static boolean isName(String name) {
    return SegmentBook.isName(name);
  }

  boolean isTaken(String name) {
    return book.isTaken(name);
  }

  /** Makes a segment of the filter. */
  void save(String name) {
    book.add(TenantSegment.of(name, filter().get()));
  }

  void rename(TenantSegment segment, String name) {
    book.rename(segment, name);
  }

  /** Deletes a segment and offers to bring it back; the list stays as it is. */
  void delete(TenantSegment segment) {
    int place = book.remove(segment);
    notices.success(
        Text.of("segments.deleted", segment.name()),
        "",
        new Notice.Action(Text.of("segments.undo"), () -> book.put(Math.max(0, place), segment)));
  }
}
