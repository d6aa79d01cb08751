package io.tenantry.app.screens.overview;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.Project;
import io.tenantry.contract.backups.BackupTotals;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentFilter;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantCounts;
import io.tenantry.contract.tenants.TenantCounts.OfBlueprint;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** How the open project is doing, part by part. UI thread. */
public final class OverviewViewModel {
  private static final Duration AT_WORK = Duration.ofSeconds(1);
  private static final Duration CALM = Duration.ofSeconds(10);
  private static final Duration SELDOM = Duration.ofSeconds(60);
  private static final int MOST = 50;

  private final LivePart<TenantCounts> tenants;
  private final LivePart<List<Deployment>> running;
  private final LivePart<BackupTotals> backups;
  private final LivePart<Traffic> traffic;
  private final LivePart<Slowest> slowest;
  private final ReadOnlyObjectWrapper<Optional<Beginning>> beginning =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper summary =
      new ReadOnlyStringWrapper(Text.of("overview.loading"));

  /** Creates it with what it uses. */
  public OverviewViewModel(Project project, TaskRunner tasks, ErrorPresenter errors) {
    running =
        new LivePart<>(
            "overview.running",
            () -> running(project.deployments()),
            List::isEmpty,
            this::untilNext,
            tasks,
            errors);
    tenants =
        new LivePart<>(
            "overview.tenants", () -> project.tenants().counts(), this::untilNext, tasks, errors);
    backups =
        new LivePart<>(
            "overview.backups", () -> project.backupFleet().totals(), () -> CALM, tasks, errors);
    traffic =
        new LivePart<>(
            "overview.traffic",
            () -> Traffic.before(project.projectLogs(), Instant.now()),
            () -> SELDOM,
            tasks,
            errors);
    slowest =
        new LivePart<>(
            "overview.slowest",
            () -> Slowest.before(project.logs(), Instant.now()),
            found -> found.tenants().isEmpty(),
            () -> SELDOM,
            tasks,
            errors);
    follow();
  }

  private void follow() {
    running.value().subscribe((_, _) -> tenants.load());
    tenants.value().subscribe(found -> found.ifPresent(this::counted));
  }

  /** What has to be done before there is anything to look at. */
  sealed interface Beginning {}

  /** No blueprint has a table yet. */
  record NothingDesigned() implements Beginning {}

  /**
   * There is a schema, but nobody who has it.
   *
   * @param blueprint the first that has one
   */
  record NoTenant(String blueprint) implements Beginning {}

  LivePart<TenantCounts> tenants() {
    return tenants;
  }

  /** The deployments that have not ended, newest first. */
  LivePart<List<Deployment>> running() {
    return running;
  }

  LivePart<BackupTotals> backups() {
    return backups;
  }

  LivePart<Traffic> traffic() {
    return traffic;
  }

  LivePart<Slowest> slowest() {
    return slowest;
  }

  /** What a project that has no tenants yet needs first; empty for others. */
  ReadOnlyObjectProperty<Optional<Beginning>> beginning() {
    return beginning.getReadOnlyProperty();
  }

  /** One line about the project. */
  ReadOnlyStringProperty summary() {
    return summary.getReadOnlyProperty();
  }

  void enter() {
    parts().forEach(LivePart::enter);
  }

  void leave() {
    parts().forEach(LivePart::leave);
  }

  /** Reads everything now. */
  void load() {
    parts().forEach(LivePart::load);
  }

  private Stream<LivePart<?>> parts() {
    return Stream.of(tenants, running, backups, traffic, slowest);
  }

  private Duration untilNext() {
    return running.value().get().filter(all -> !all.isEmpty()).isPresent() ? AT_WORK : CALM;
  }

  private static List<Deployment> running(Deployments deployments) {
    return Stream.of(DeploymentStatus.values())
        .filter(status -> !status.ended())
        .flatMap(status -> deployments.list(only(status), PageRequest.first(MOST)).items().stream())
        .sorted(Comparator.comparing(Deployment::createdAt).reversed())
        .toList();
  }

  private static DeploymentFilter only(DeploymentStatus status) {
    return new DeploymentFilter(
        Optional.empty(),
        Optional.of(status),
        Optional.empty(),
        DeploymentFilter.Sort.CREATED_DESC);
  }

  private void counted(TenantCounts counts) {
    beginning.set(counts.tenants() > 0 ? Optional.empty() : Optional.of(beginningOf(counts)));
    summary.set(
        Text.of(
            "overview.summary",
            Figures.count(counts.blueprints().size(), "blueprint", "blueprints"),
            Figures.count(counts.tenants(), "tenant", "tenants")));
  }

  private static Beginning beginningOf(TenantCounts counts) {
    return counts.blueprints().stream()
        .filter(each -> !each.latest().equals(Version.EMPTY))
        .map(OfBlueprint::blueprint)
        .findFirst()
        .<Beginning>map(name -> new NoTenant(name.value()))
        .orElseGet(NothingDesigned::new);
  }
}
