package io.tenantry.app.screens.backups;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.lists.Chosen;
import io.tenantry.app.lists.FilterKey;
import io.tenantry.app.lists.FilterTerms;
import io.tenantry.app.lists.ListSummary;
import io.tenantry.app.lists.ListWork;
import io.tenantry.app.lists.PagedList;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.BackupCoverage;
import io.tenantry.contract.backups.BackupFleet;
import io.tenantry.contract.backups.BackupPolicy;
import io.tenantry.contract.backups.BackupRun;
import io.tenantry.contract.backups.BackupRunTenant;
import io.tenantry.contract.backups.BackupTotals;
import io.tenantry.contract.backups.ChangeBackupPolicy;
import io.tenantry.contract.backups.CoverageFilter.Sort;
import io.tenantry.contract.backups.StartBackups;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.Workspaces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How all tenants stand with their backups, and backups of many. UI thread. */
public final class BackupsViewModel {
  private static final Duration AT_WORK = Duration.ofSeconds(1);
  private static final Duration CALM = Duration.ofSeconds(10);
  private static final int PAGE = 1000;

  private final BackupFleet fleet;
  private final Workspaces workspaces;
  private final TaskRunner tasks;
  private final PagedList<BackupCoverage> list;
  private final ListSummary summary;
  private final FilterTerms language;
  private final BackupRunWatch watch;
  private final ReadOnlyObjectWrapper<Optional<FleetStanding>> standing =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Optional<BackupRun>> outcome =
      new SimpleObjectProperty<>(Optional.empty());
  private List<FilterKey.Value> blueprints = List.of();

  /** Creates it with what it uses. */
  public BackupsViewModel(
      BackupFleet fleet,
      Workspaces workspaces,
      TaskRunner tasks,
      ErrorPresenter errors,
      RunningWork work,
      Navigator navigator) {
    this.fleet = fleet;
    this.workspaces = workspaces;
    this.tasks = tasks;
    list =
        new PagedList<>(new CoverageQueries(fleet), row -> row.tenantId().value(), tasks, errors);
    watch = new BackupRunWatch(fleet, tasks, work, navigator, this::ended);
    list.follow(_ -> watch.running().get().isPresent() ? AT_WORK : CALM);
    language = CoverageTerms.language(() -> blueprints);
    summary = ListSummary.asking(list, "backups", this::summarise, tasks);
    watch.running().subscribe(this::showWork);
  }

  PagedList<BackupCoverage> list() {
    return list;
  }

  FilterTerms language() {
    return language;
  }

  /** One line about all tenants. */
  ReadOnlyStringProperty summary() {
    return summary.line();
  }

  /** How all tenants stand; empty as long as that is not known. */
  ReadOnlyObjectProperty<Optional<FleetStanding>> standing() {
    return standing.getReadOnlyProperty();
  }

  /** The run that has ended while the screen was looked at, to be told. */
  ObjectProperty<Optional<BackupRun>> outcome() {
    return outcome;
  }

  private FleetStanding readStanding() {
    return new FleetStanding(fleet.totals(), fleet.policy());
  }

  private String summarise() {
    FleetStanding now = readStanding();
    tasks.bring(() -> standing.set(Optional.of(now)));
    BackupTotals totals = now.totals();
    String nights =
        now.policy().nightly()
            ? Text.of("backups.nightly", now.policy().nightlyAt())
            : Text.of("backups.noNights");
    return Text.of(
        "backups.summary",
        Figures.count(totals.tenants(), "tenant", "tenants"),
        Figures.count(totals.backups(), "backup", "backups"),
        Figures.size(totals.totalBytes()),
        nights);
  }

  /** Learns what the filter may suggest, and takes up a run that goes on. */
  void shown() {
    watch.find();
    tasks
        .call("backups.blueprints", workspaces::list)
        .onSuccess(
            found ->
                blueprints =
                    found.stream()
                        .filter(each -> each.version().isPresent())
                        .map(each -> new FilterKey.Value(each.name().value(), ""))
                        .toList())
        .onFailure(_ -> {}) // nothing is suggested then
        .latest(this)
        .start();
  }

  /** Starts to back up what is chosen. */
  void backUp(Chosen<BackupCoverage> chosen) {
    tasks
        .call("backups.start", () -> fleet.start(request(chosen)))
        .onSuccess(watch::follow)
        .start();
  }

  private static StartBackups request(Chosen<BackupCoverage> chosen) {
    return switch (chosen) {
      case Chosen.Rows<BackupCoverage>(List<BackupCoverage> rows) ->
          StartBackups.of(rows.stream().map(BackupCoverage::tenantId).toList());
      case Chosen.Matching<BackupCoverage>(String filter, long _, Set<String> except) ->
          StartBackups.matching(
              CoverageTerms.parse(filter, Sort.AGE), except.stream().map(TenantId::new).toList());
    };
  }

  private void showWork(Optional<BackupRun> run) {
    list.work()
        .set(
            run.map(
                now ->
                    new ListWork(
                        Text.of("backups.goesOn"), now.through(), now.tenants(), watch::stop)));
  }

  /** Told when the figures beside the words are as new as they are. */
  private void ended(BackupRun run) {
    list.load();
    if (watch.isLookedAt()) {
      tasks
          .call("backups.standing", this::readStanding)
          .onSuccess(now -> standing.set(Optional.of(now)))
          .onFailure(_ -> {}) // asked again with the list
          .onDone(() -> outcome.set(Optional.of(run)))
          .start();
    }
  }

  /** Reads who was not backed up in a run, and why. */
  void leftOut(BackupRun run, Consumer<List<BackupRunTenant>> then) {
    tasks.call("backups.leftOut", () -> leftOut(run)).onSuccess(then).latest(this).start();
  }

  private List<BackupRunTenant> leftOut(BackupRun run) {
    List<BackupRunTenant> found = new ArrayList<>();
    for (BackupRunTenant.State state :
        List.of(
            BackupRunTenant.State.FAILED,
            BackupRunTenant.State.SKIPPED,
            BackupRunTenant.State.WAITING)) {
      Optional<String> cursor = Optional.empty();
      do {
        Page<BackupRunTenant> page =
            fleet.tenants(run.id(), Optional.of(state), new PageRequest(Optional.of(PAGE), cursor));
        found.addAll(page.items());
        cursor = page.nextCursor();
      } while (cursor.isPresent());
    }
    return found;
  }

  /** Asks what is done by itself now. */
  void policy(Consumer<BackupPolicy> then) {
    tasks.call("backups.askPolicy", fleet::policy).onSuccess(then).latest(this).start();
  }

  /** Changes what is done by itself. */
  void changePolicy(ChangeBackupPolicy change, Runnable then, Consumer<EngineException> onFailure) {
    tasks
        .call("backups.policy", () -> fleet.changePolicy(change))
        .onSuccess(
            policy -> {
              standing.set(
                  standing.get().map(before -> new FleetStanding(before.totals(), policy)));
              list.load();
              then.run();
            })
        .onFailure(onFailure)
        .start();
  }

  /** Drops what is still to come, when the screen is left; runs go on. */
  void leave() {
    list.leave();
    summary.leave();
    tasks.forget(this);
  }

  /** Ends for good. */
  void close() {
    watch.close();
  }
}
