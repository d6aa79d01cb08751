package io.tenantry.app.screens.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.screens.EngineChoice;
import io.tenantry.app.tasks.Job;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.app.tasks.TrackedWork;
import io.tenantry.contract.Project;
import io.tenantry.contract.backups.BackupRun;
import io.tenantry.contract.backups.CoverageFilter;
import io.tenantry.contract.backups.StartBackups;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.drills.Drill;
import io.tenantry.contract.drills.StartDrill;
import io.tenantry.contract.tenants.TenantId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** All long work in one list, on an engine in process and on one behind a server. */
@ParameterizedClass
@EnumSource
class JobsViewModelTest {
  @TempDir Path folder;

  private final EngineChoice.Where where;
  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final Navigator navigator = new Navigator(Place.of(ScreenRoute.JOBS));
  private final Here here = new Here();
  private EngineChoice engine;
  private JobsViewModel model;

  JobsViewModelTest(EngineChoice.Where where) {
    this.where = where;
  }

  /** What the window runs, as a test wants it. */
  private static final class Here implements RunningWork {
    private final ObservableList<TrackedWork> all = FXCollections.observableArrayList();
    private boolean stopped;

    @Override
    public void show(Job job, Home home) {}

    @Override
    public void ended(Job job, Home home) {}

    @Override
    public void dropped(String id) {}

    @Override
    public ObservableList<TrackedWork> tracked() {
      return all;
    }

    private final Home tab =
        new Home() {
          @Override
          public void open() {}

          @Override
          public boolean isLookedAt() {
            return false;
          }

          @Override
          public Optional<Runnable> stop() {
            return Optional.of(() -> stopped = true);
          }
        };
  }

  @BeforeEach
  void open() {
    engine = new EngineChoice(where, folder.resolve("data"), fresh -> fresh.fintech().tenants(6));
    model = model(engine.project());
  }

  private JobsViewModel model(Project project) {
    return new JobsViewModel(project, here, tasks, navigator, new ErrorPresenter(new Notices()));
  }

  @AfterEach
  void close() {
    model.leave();
    engine.close();
  }

  private List<ListedJob> listed() {
    model.list().load();
    return model.list().all();
  }

  private ListedJob listed(String id) {
    listed();
    return model.find(id).orElseThrow();
  }

  private Deployment deploy() {
    engine.engine().change("ALTER TABLE users ADD COLUMN phone TEXT");
    return engine.project().deployments().create(new CreateDeployment(SeededEngine.FINTECH));
  }

  private BackupRun backUpAll() {
    return engine
        .project()
        .backupFleet()
        .start(StartBackups.matching(CoverageFilter.none(), List.of()));
  }

  @Test
  void whatTheEngineRanIsListedWithItsOutcome() {
    assertThat(listed()).isEmpty();
    assertThat(model.list().state().get()).isEqualTo(ScreenState.EMPTY);
    Deployment deployment = deploy();
    BackupRun backups = backUpAll();
    EngineChoice.await(tasks, () -> listed().stream().noneMatch(row -> row.state().goesOn()));
    Drill drill = engine.project().drills().start(StartDrill.ofSample(5));
    EngineChoice.await(tasks, () -> listed().stream().noneMatch(row -> row.state().goesOn()));

    assertThat(listed()).hasSize(3).allMatch(row -> row.endedAt().isPresent());
    assertThat(listed(deployment.jobId().value()).what()).isEqualTo("fintech to 1.2");
    assertThat(listed(deployment.jobId().value()).state()).isEqualTo(JobState.DONE);
    assertThat(listed(backups.id().value()).detail()).isEqualTo("6 of 6");
    assertThat(listed(drill.id().value()).kind()).isEqualTo(JobKind.DRILL);
    assertThat(model.summary().get()).isEqualTo("0 going on · 3 ended, 0 of them failed");
    model.open(listed(deployment.jobId().value()));
    assertThat(navigator.current().get())
        .isEqualTo(new Place(ScreenRoute.DEPLOYMENT, deployment.jobId().value()));
  }

  @Test
  void whatGoesOnStandsFirstAndIsFollowed() {
    try (var held = engine.engine().hold(new TenantId("tenant-002"))) {
      Deployment running = deploy();
      BackupRun backups = backUpAll();
      EngineChoice.await(tasks, () -> !listed(backups.id().value()).state().goesOn());

      assertThat(listed().getFirst().id()).isEqualTo(running.jobId().value());
      assertThat(listed().getFirst().state().goesOn()).isTrue();
      assertThat(listed().getFirst().canStop()).isFalse();
    }
    EngineChoice.await(
        tasks, () -> model.list().all().stream().noneMatch(row -> row.state().goesOn()));
  }

  @Test
  void backupsAreStoppedFromTheList() {
    engine.engine().empty("more", 300);
    BackupRun started = backUpAll();
    ListedJob row = listed(started.id().value());

    model.stop(row);

    EngineChoice.await(tasks, () -> !listed(row.id()).state().goesOn());
    BackupRun ended = engine.project().backupFleet().run(started.id());
    assertThat(listed(row.id()).state())
        .isEqualTo(ended.status() == BackupRun.Status.STOPPED ? JobState.STOPPED : JobState.DONE);
    assertThat(listed(row.id()).canStop()).isFalse();
  }

  @Test
  void whatTheWindowRunsIsListedWithTheEnginesOwn() {
    model.shown();
    here.all.add(tracked("q1", Optional.empty(), false, 0));
    assertThat(listed("q1").state()).isEqualTo(JobState.RUNNING);
    assertThat(listed("q1").canStop()).isTrue();

    model.stop(listed("q1"));
    assertThat(here.stopped).isTrue();

    here.all.set(0, tracked("q1", Optional.of(Instant.now()), true, 0));
    assertThat(model.find("q1").orElseThrow().state()).isEqualTo(JobState.STOPPED);
    here.all.set(0, tracked("q1", Optional.of(Instant.now()), false, 2));
    assertThat(listed("q1").state()).isEqualTo(JobState.FAILED);

    Deployment deployment = deploy();
    here.all.add(tracked(deployment.jobId().value(), Optional.empty(), false, 0));
    assertThat(listed()).hasSize(2);
    assertThat(listed(deployment.jobId().value()).kind()).isEqualTo(JobKind.DEPLOYMENT);
    EngineChoice.await(tasks, () -> !listed(deployment.jobId().value()).state().goesOn());
  }

  private TrackedWork tracked(
      String id, Optional<Instant> endedAt, boolean isStopped, int failures) {
    return new TrackedWork(
        new Job(
            id, "Query on all", "9 of 12", OptionalDouble.of(0.75), failures, endedAt.isPresent()),
        here.tab,
        Instant.now(),
        endedAt,
        isStopped);
  }

  @Test
  void aKeyIsShownWhatItMaySee() {
    Deployment deployment = deploy();
    backUpAll();
    JobsViewModel narrow = model(engine.narrow("fintech"));

    narrow.list().load();

    assertThat(narrow.list().all())
        .extracting(ListedJob::id)
        .containsExactly(deployment.jobId().value());
    narrow.leave();
    EngineChoice.await(tasks, () -> listed().stream().noneMatch(row -> row.state().goesOn()));
  }

  @Test
  void nothingIsAskedWhileTheListIsHidden() {
    model.shown();
    model.list().load();
    model.leave();
    Deployment deployment = deploy();
    here.all.add(tracked("q1", Optional.empty(), false, 0));

    tasks.tick();

    assertThat(model.list().all()).isEmpty();
    EngineChoice.await(tasks, () -> !listed(deployment.jobId().value()).state().goesOn());
  }
}
