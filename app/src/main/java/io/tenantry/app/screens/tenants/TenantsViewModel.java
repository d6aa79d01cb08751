package io.tenantry.app.screens.tenants;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.lists.Chosen;
import io.tenantry.app.lists.FilterKey;
import io.tenantry.app.lists.FilterTerms;
import io.tenantry.app.lists.ListSummary;
import io.tenantry.app.lists.ListWork;
import io.tenantry.app.lists.PagedList;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.Tenants;
import io.tenantry.contract.workspaces.WorkspaceSummary;
import io.tenantry.contract.workspaces.Workspaces;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;

/** The list of tenants, and actions on those that are selected. UI thread. */
public final class TenantsViewModel {
  private static final Duration AT_WORK = Duration.ofSeconds(1);
  private static final Duration CALM = Duration.ofSeconds(5);
  private static final long TOLD_NANOS = Duration.ofMillis(200).toNanos();
  private static final int MOST_VERSIONS = 12;

  private final Tenants tenants;
  private final Workspaces workspaces;
  private final TaskRunner tasks;
  private final PagedList<TenantRow> list;
  private final FilterTerms language;
  private final ListSummary summary;
  private final ReadOnlyLongWrapper trashed = new ReadOnlyLongWrapper();
  private List<FilterKey.Value> blueprintNames = List.of();
  private int newest;

  /** Creates it with what it uses. */
  public TenantsViewModel(
      Tenants tenants, Workspaces workspaces, TaskRunner tasks, ErrorPresenter errors) {
    this.tenants = tenants;
    this.workspaces = workspaces;
    this.tasks = tasks;
    list = new PagedList<>(new TenantQueries(tenants), row -> row.id().value(), tasks, errors);
    list.follow(seen -> seen.stream().anyMatch(TenantRow::isAtWork) ? AT_WORK : CALM);
    summary = ListSummary.asking(list, "tenants", this::summarise, tasks);
    list.readings().subscribe((_, _) -> countTrash());
    language = TenantTerms.language(() -> blueprintNames, this::versions);
  }

  /** The tenants as they are shown. */
  PagedList<TenantRow> list() {
    return list;
  }

  /** What the filter understands. */
  FilterTerms language() {
    return language;
  }

  /** One line about all tenants. */
  ReadOnlyStringProperty summary() {
    return summary.line();
  }

  /** How many are in the trash, where only a filter shows them. */
  ReadOnlyLongProperty trashed() {
    return trashed.getReadOnlyProperty();
  }

  private void countTrash() {
    tasks
        .call("tenants.trash", () -> count(TenantTerms.IN_TRASH))
        .onSuccess(trashed::set)
        .onFailure(_ -> {}) // counted again after the next reading
        .latest(this)
        .start();
  }

  /**
   * Learns what the filter may suggest: from the workspaces, because a list of blueprints names
   * every tenant.
   */
  void learn() {
    tasks
        .call("tenants.blueprints", workspaces::list)
        .onSuccess(this::learned)
        .onFailure(_ -> {}) // nothing is suggested then
        .latest(this)
        .start();
  }

  private void learned(List<WorkspaceSummary> found) {
    blueprintNames =
        found.stream()
            .flatMap(each -> each.version().stream().map(latest -> suggested(each, latest)))
            .toList();
    newest =
        found.stream()
            .flatMap(each -> each.version().stream())
            .mapToInt(Version::minor)
            .max()
            .orElse(0);
  }

  private static FilterKey.Value suggested(WorkspaceSummary workspace, Version latest) {
    return new FilterKey.Value(workspace.name().value(), Text.of("tenants.filter.latest", latest));
  }

  private List<FilterKey.Value> versions() {
    return IntStream.rangeClosed(0, newest)
        .mapToObj(back -> new Version(Version.EMPTY.major(), newest - back))
        .limit(MOST_VERSIONS)
        .map(version -> new FilterKey.Value(version.toString(), ""))
        .toList();
  }

  private String summarise() {
    return Text.of("tenants.summary", count(""), count("state:suspended"));
  }

  private long count(String filter) {
    return tenants
        .list(TenantTerms.parse(filter, TenantFilter.Sort.ID), PageRequest.at(0, 1))
        .total();
  }

  /** Counts to how many of the tenants under a filter an action applies. Worker thread. */
  OptionalLong reach(TenantAction action, Chosen.Matching<TenantRow> matching) {
    return new TenantReach(tenants, action).under(matching);
  }

  /** Finds out which of the chosen tenants an action is for; calls back unless it is cancelled. */
  void choose(TenantAction action, Chosen<TenantRow> chosen, Consumer<BulkTargets> then) {
    Told progress = new Told(Text.of("tenants.action.counting"));
    progress.tell(0, chosen.count());
    tasks
        .call("tenants.choose", () -> new BulkAction(tenants, action, progress).targets(chosen))
        .onSuccess(
            targets -> {
              list.work().set(Optional.empty());
              if (!progress.isCancelled()) {
                then.accept(targets);
              }
            })
        .onDone(() -> list.work().set(Optional.empty()))
        .start();
  }

  /** Runs an action on tenants that can take it. */
  void act(TenantAction action, BulkTargets targets, Consumer<BulkOutcome> then) {
    Told progress = new Told(Text.of(action.key() + ".goesOn"));
    progress.tell(0, targets.ids().size());
    tasks
        .call("tenants." + action, () -> new BulkAction(tenants, action, progress).on(targets))
        .onSuccess(then)
        .onDone(
            () -> {
              list.work().set(Optional.empty());
              list.load();
            })
        .start();
  }

  /** Brings progress to the UI thread, a few times a second. */
  private final class Told implements BulkAction.Progress {
    private final String words;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicLong told = new AtomicLong(System.nanoTime());

    Told(String words) {
      this.words = words;
    }

    void tell(long done, long total) {
      list.work().set(Optional.of(new ListWork(words, done, total, () -> cancelled.set(true))));
    }

    @Override
    public void reached(long done, long total) {
      long now = System.nanoTime();
      if (now - told.get() > TOLD_NANOS) {
        told.set(now);
        tasks.bring(() -> tellWhileItGoesOn(done, total));
      }
    }

    private void tellWhileItGoesOn(long done, long total) {
      if (list.work().get().isPresent()) {
        tell(done, total);
      }
    }

    @Override
    public boolean isCancelled() {
      return cancelled.get();
    }
  }

  /** Drops what is still to come, when the screen is left; actions go on. */
  void leave() {
    list.leave();
    summary.leave();
    tasks.forget(this);
  }
}
