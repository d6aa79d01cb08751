package io.tenantry.app.screens.tenants;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.lists.Chosen;
import io.tenantry.app.lists.FilterKey;
import io.tenantry.app.lists.FilterTerms;
import io.tenantry.app.lists.ListSummary;
import io.tenantry.app.lists.PagedList;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.samples.TenantSamples;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.tenants.Tenants;
import io.tenantry.contract.workspaces.WorkspaceSummary;
import io.tenantry.contract.workspaces.Workspaces;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;

/** The list of tenants, and actions on those that are selected. UI thread. */
public final class TenantsViewModel {
  private static final Duration AT_WORK = Duration.ofSeconds(1);
  private static final Duration CALM = Duration.ofSeconds(5);
  private static final int MOST_VERSIONS = 12;

  private final Tenants tenants;
  private final Workspaces workspaces;
  private final TaskRunner tasks;
  private final PagedList<ListedTenant> list;
  private final SampledTenants sampled;
  private final FilterTerms language;
  private final ListSummary summary;
  private final TenantDeeds deeds;
  private final ReadOnlyLongWrapper trashed = new ReadOnlyLongWrapper();
  private List<FilterKey.Value> blueprintNames = List.of();
  private int newest;

  /** Creates it with what it uses. */
  public TenantsViewModel(
      Tenants tenants,
      TenantSamples samples,
      Workspaces workspaces,
      TaskRunner tasks,
      ErrorPresenter errors,
      RunningWork work,
      Navigator navigator) {
    this.tenants = tenants;
    this.workspaces = workspaces;
    this.tasks = tasks;
    list = new PagedList<>(new TenantQueries(tenants), row -> row.id().value(), tasks, errors);
    list.follow(seen -> seen.stream().anyMatch(ListedTenant::isAtWork) ? AT_WORK : CALM);
    summary = ListSummary.asking(list, "tenants", this::summarise, tasks);
    list.readings().subscribe((_, _) -> countTrash());
    sampled = new SampledTenants(samples, list, tasks);
    language = TenantTerms.language(() -> blueprintNames, this::versions);
    deeds = new TenantDeeds(tenants, tasks, work, navigator, list.work(), list::load);
  }

  /** The tenants as they are shown. */
  PagedList<ListedTenant> list() {
    return list;
  }

  /** How large the tenants are and how they are used. */
  SampledTenants samples() {
    return sampled;
  }

  /** The segments of the list. */
  public SegmentsViewModel segments(ProjectMemory memory, Notices notices) {
    return new SegmentsViewModel(tenants, list, memory, tasks, notices);
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

  /** Counts to how many of the tenants under a filter something can be done. Worker thread. */
  OptionalLong reach(Predicate<TenantStatus> suits, Chosen.Matching<ListedTenant> matching) {
    return new TenantReach(tenants, suits).under(matching);
  }

  /** What is done to the chosen ones. */
  public TenantDeeds deeds() {
    return deeds;
  }

  /** Drops what is still to come, when the screen is left; actions go on. */
  void leave() {
    list.leave();
    sampled.leave();
    summary.leave();
    tasks.forget(this);
  }
}
