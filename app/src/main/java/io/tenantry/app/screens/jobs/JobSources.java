package io.tenantry.app.screens.jobs;

import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.text.DeploymentTitle;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.Project;
import io.tenantry.contract.backups.BackupRun;
import io.tenantry.contract.backups.BackupRunId;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentFilter;
import io.tenantry.contract.drills.Drill;
import io.tenantry.contract.drills.DrillId;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.imports.DataImport;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.workspaces.WorkspaceSummary;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The long work that an engine keeps a list of, the newest of each kind. Worker thread. */
final class JobSources {
  private static final int MOST = 100;

  private final Project project;

  JobSources(Project project) {
    this.project = project;
  }

  /** Returns all of it; what the key may not see is left out. */
  List<ListedJob> read() {
    return Stream.<Supplier<Stream<ListedJob>>>of(
            this::deployments, this::backups, this::drills, this::imports)
        .flatMap(JobSources::ifAllowed)
        .toList();
  }

  private static Stream<ListedJob> ifAllowed(Supplier<Stream<ListedJob>> source) {
    try {
      return source.get().toList().stream();
    } catch (EngineException e) {
      if (e.code() == ErrorCode.SCOPE_DENIED || e.code() == ErrorCode.ROLE_REQUIRED) {
        return Stream.empty();
      }
      throw e;
    }
  }

  private Stream<ListedJob> deployments() {
    return project
        .deployments()
        .list(DeploymentFilter.none(), PageRequest.first(MOST))
        .items()
        .stream()
        .map(JobSources::row);
  }

  private static ListedJob row(Deployment each) {
    JobState state =
        switch (each.status()) {
          case PENDING -> JobState.WAITING;
          case RUNNING -> JobState.RUNNING;
          case PAUSED -> JobState.PAUSED;
          case COMPLETED -> JobState.DONE;
          case FAILED -> JobState.FAILED;
          case CANCELLED -> JobState.STOPPED;
        };
    return new ListedJob(
        each.jobId().value(),
        JobKind.DEPLOYMENT,
        DeploymentTitle.of(each),
        state,
        OptionalDouble.of(each.progress()),
        each.failedTenants(),
        each.totalTenants(),
        ofAll(
            (long) each.completedTenants() + each.failedTenants(),
            each.totalTenants(),
            each.failedTenants()),
        each.startedAt().orElse(each.createdAt()),
        each.completedAt(),
        onPage(ScreenRoute.DEPLOYMENT, each.jobId().value()));
  }

  private Stream<ListedJob> backups() {
    return project.backupFleet().runs().stream().map(JobSources::row);
  }

  private static ListedJob row(BackupRun each) {
    JobState state =
        switch (each.status()) {
          case RUNNING -> JobState.RUNNING;
          case DONE -> each.failed() > 0 ? JobState.FAILED : JobState.DONE;
          case STOPPED -> JobState.STOPPED;
        };
    return new ListedJob(
        each.id().value(),
        JobKind.BACKUP,
        Text.of("jobs.what.backup", Figures.count(each.tenants(), "tenant", "tenants")),
        state,
        share(each.through(), each.tenants()),
        each.failed(),
        each.tenants(),
        ofAll(each.through(), each.tenants(), each.failed()),
        each.startedAt(),
        each.completedAt(),
        onPage(ScreenRoute.BACKUPS, ""));
  }

  private Stream<ListedJob> drills() {
    return project.drills().list().stream().map(JobSources::row);
  }

  private static ListedJob row(Drill each) {
    JobState state =
        switch (each.status()) {
          case RUNNING -> JobState.RUNNING;
          case DONE -> each.failed() > 0 ? JobState.FAILED : JobState.DONE;
          case STOPPED -> JobState.STOPPED;
        };
    return new ListedJob(
        each.id().value(),
        JobKind.DRILL,
        Text.of("jobs.what.drill", Figures.count(each.databases(), "database", "databases")),
        state,
        share(each.through(), each.databases()),
        each.failed(),
        each.databases(),
        ofAll(each.through(), each.databases(), each.failed()),
        each.startedAt(),
        each.completedAt(),
        onPage(ScreenRoute.BACKUPS, ""));
  }

  private Stream<ListedJob> imports() {
    return project.workspaces().list().stream()
        .map(WorkspaceSummary::name)
        .flatMap(name -> project.imports().list(name).stream().limit(MOST))
        .map(JobSources::row);
  }

  private static ListedJob row(DataImport each) {
    JobState state =
        switch (each.status()) {
          case RUNNING -> JobState.RUNNING;
          case COMPLETED -> JobState.DONE;
          case FAILED -> JobState.FAILED;
          case CANCELLED -> JobState.STOPPED;
        };
    return new ListedJob(
        each.importId().value(),
        JobKind.IMPORT,
        Text.of("jobs.what.import", each.workspace()),
        state,
        OptionalDouble.of(each.progress()),
        each.tenantsFailed(),
        each.tenantsTotal(),
        ofAll(
            (long) each.tenantsDone() + each.tenantsFailed(),
            each.tenantsTotal(),
            each.tenantsFailed()),
        each.createdAt(),
        each.completedAt(),
        onPage(ScreenRoute.WORKSPACE, each.workspace().value()));
  }

  /** Stops work behind what is under way in it. */
  void stop(ListedJob job) {
    switch (job.kind()) {
      case BACKUP -> project.backupFleet().stop(new BackupRunId(job.id()));
      case DRILL -> project.drills().stop(new DrillId(job.id()));
      case IMPORT ->
          project.workspaces().list().stream()
              .map(WorkspaceSummary::name)
              .flatMap(name -> project.imports().list(name).stream())
              .filter(each -> each.importId().value().equals(job.id()))
              .forEach(each -> project.imports().cancel(each.workspace(), each.importId()));
      case DEPLOYMENT, SQL, TENANTS -> {}
    }
  }

  private static OptionalDouble share(long done, long all) {
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) done / all);
  }

  private static String ofAll(long done, long all, long failed) {
    String key = failed == 0 ? "jobs.of" : "jobs.of.failed";
    return Text.of(key, Figures.count(done), Figures.count(all), Figures.count(failed));
  }

  private static ListedJob.Home onPage(ScreenRoute route, String subject) {
    return new ListedJob.OnPage(new Place(route, subject));
  }
}
