package io.tenantry.app.screens.backups;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Order;
import io.tenantry.app.lists.Chosen;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.screens.EngineChoice;
import io.tenantry.app.tasks.Job;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.backups.BackupCoverage;
import io.tenantry.contract.backups.BackupRun;
import io.tenantry.contract.backups.BackupRunTenant;
import io.tenantry.contract.backups.BackupTotals;
import io.tenantry.contract.backups.ChangeBackupPolicy;
import io.tenantry.contract.drills.Drill;
import io.tenantry.contract.drills.DrilledDatabase;
import io.tenantry.contract.drills.ReportCheck;
import io.tenantry.contract.drills.StartDrill;
import io.tenantry.contract.tenants.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Backups of many and drills, on an engine in process and on one behind a server. */
@ParameterizedClass
@EnumSource
class BackupsViewModelTest {
  @TempDir Path folder;

  private final EngineChoice.Where where;
  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final List<Job> told = new ArrayList<>();
  private EngineChoice engine;
  private BackupsViewModel model;
  private DrillsViewModel drills;

  BackupsViewModelTest(EngineChoice.Where where) {
    this.where = where;
  }

  @BeforeEach
  void open() {
    engine = new EngineChoice(where, folder.resolve("data"), fresh -> fresh.fintech().tenants(12));
    Navigator navigator = new Navigator(Place.of(ScreenRoute.BACKUPS));
    model =
        new BackupsViewModel(
            engine.project().backupFleet(),
            engine.project().workspaces(),
            tasks,
            new ErrorPresenter(new Notices()),
            new Told(),
            navigator);
    drills = new DrillsViewModel(engine.project().drills(), tasks, new Told(), navigator);
  }

  @AfterEach
  void close() {
    model.close();
    drills.close();
    engine.close();
  }

  private final class Told implements RunningWork {
    @Override
    public void show(Job job, Home home) {
      told.add(job);
    }

    @Override
    public void ended(Job job, Home home) {
      told.add(job);
    }

    @Override
    public void dropped(String id) {}
  }

  private void load(String filter) {
    model.list().filterProperty().set(filter);
    model.list().load();
  }

  private BackupTotals totals() {
    return engine.project().backupFleet().totals();
  }

  private List<String> shown() {
    return model.list().rows().stream()
        .map(row -> row == null ? "" : row.tenantId().value())
        .toList();
  }

  private BackupRun ended() {
    EngineChoice.await(tasks, () -> model.outcome().get().isPresent());
    return model.outcome().get().orElseThrow();
  }

  @Test
  void whoHasNoBackupIsFoundByItsStateAndByItsTile() {
    engine.project().backups().create(new TenantId("tenant-005"));
    EngineChoice.await(tasks, () -> totals().covered() == 1);

    load("");
    tasks.deliverBrought();
    assertThat(shown()).isSorted().hasSize(12);
    model.list().orderProperty().set(Optional.of(Order.up("age")));

    assertThat(shown()).hasSize(12).endsWith("tenant-005");
    assertThat(model.standing().get().orElseThrow().totals().none()).isEqualTo(11);
    assertThat(model.summary().get()).startsWith("12 tenants · 1 backup · ");
    load(PlaceSubjects.coverage(BackupCoverage.State.COVERED));
    assertThat(shown()).containsExactly("tenant-005");
    load("state:none tenant-01");
    assertThat(shown()).containsExactlyInAnyOrder("tenant-010", "tenant-011", "tenant-012");
    load("state:sleepy");
    assertThat(model.list().problem().get()).contains("sleepy");
  }

  @Test
  void aSelectionIsBackedUpWithProgressAndItsOutcomeIsTold() {
    load("");
    BackupCoverage first = model.list().rows().getFirst();

    model.backUp(new Chosen.Rows<>(List.of(first)));

    assertThat(model.list().work().get().orElseThrow().total()).isEqualTo(1);
    BackupRun run = ended();
    assertThat(run.done()).isEqualTo(1);
    assertThat(model.list().work().get()).isEmpty();
    assertThat(told.getFirst().title()).isEqualTo("Back up 1 tenant");
    assertThat(told.getLast().ended()).isTrue();
    assertThat(totals().covered()).isEqualTo(1);
    assertThat(model.standing().get().orElseThrow().totals().covered()).isEqualTo(1);
  }

  @Test
  void figuresAreThoseOfNowWhenTheScreenIsOpenedAgain() {
    load("");
    tasks.deliverBrought();
    model.leave();
    engine.project().backups().create(new TenantId("tenant-005"));
    EngineChoice.await(tasks, () -> totals().covered() == 1);

    model.list().enter();
    tasks.deliverBrought();

    assertThat(model.standing().get().orElseThrow().totals().covered()).isEqualTo(1);
    assertThat(model.summary().get()).startsWith("12 tenants · 1 backup · ");
  }

  @Test
  void allOfAFilterIsBackedUpButThoseTakenOut() {
    load("tenant-00");

    model.backUp(new Chosen.Matching<>("tenant-00", 9, Set.of("tenant-003")));

    assertThat(ended().done()).isEqualTo(8);
    assertThat(totals().covered()).isEqualTo(8);
    load(PlaceSubjects.coverage(BackupCoverage.State.NONE));
    assertThat(shown()).hasSize(4).contains("tenant-003");
  }

  @Test
  void whoWasNotBackedUpIsNamedWithTheReason() {
    load("");
    List<BackupCoverage> rows = List.copyOf(model.list().rows());
    engine.project().tenants().delete(rows.getFirst().tenantId(), false);

    model.backUp(new Chosen.Rows<>(rows));

    BackupRun run = ended();
    assertThat(run.skipped()).isEqualTo(1);
    AtomicReference<List<BackupRunTenant>> left = new AtomicReference<>(List.of());
    model.leftOut(run, left::set);
    assertThat(left.get())
        .extracting(BackupRunTenant::tenantId)
        .containsExactly(rows.getFirst().tenantId());
    assertThat(left.get().getFirst().reason().orElseThrow())
        .isEqualTo("Tenant 'tenant-001' is in the trash");
  }

  @Test
  void aRunIsStoppedAndTakenUpAgainByAnotherScreen() {
    load("");
    model.backUp(new Chosen.Matching<>("", 12, Set.of()));
    BackupsViewModel other =
        new BackupsViewModel(
            engine.project().backupFleet(),
            engine.project().workspaces(),
            tasks,
            new ErrorPresenter(new Notices()),
            RunningWork.untold(),
            new Navigator(Place.of(ScreenRoute.BACKUPS)));
    other.shown();

    model.list().work().get().ifPresent(work -> work.cancel().run());

    EngineChoice.await(
        tasks,
        () ->
            engine.project().backupFleet().runs().getFirst().status() != BackupRun.Status.RUNNING);
    EngineChoice.await(tasks, () -> other.list().work().get().isEmpty());
    other.close();
  }

  @Test
  void theScheduleIsChanged() {
    load("");
    tasks.deliverBrought();
    AtomicReference<String> done = new AtomicReference<>("");

    model.changePolicy(
        new ChangeBackupPolicy(true, LocalTime.of(4, 15), 3, 48),
        () -> done.set("done"),
        error -> done.set(error.message()));

    assertThat(done.get()).isEqualTo("done");
    assertThat(model.standing().get().orElseThrow().policy().nightlyAt())
        .isEqualTo(LocalTime.of(4, 15));
    assertThat(engine.project().backupFleet().policy().keepScheduled()).isEqualTo(3);
  }

  @Test
  void aDrillEndsWithAReportThatIsSavedAndChecked() throws IOException {
    load("");
    model.backUp(new Chosen.Matching<>("", 12, Set.of()));
    ended();
    drills.load();

    drills.start(StartDrill.ofSample(5), () -> {}, error -> assertThat(error).isNull());

    EngineChoice.await(tasks, () -> drills.ended().get().isPresent());
    Drill drill = drills.ended().get().orElseThrow();
    assertThat(drill.passed()).isEqualTo(5);
    AtomicReference<List<DrilledDatabase>> found = new AtomicReference<>(List.of());
    drills.found(drill, found::set);
    assertThat(found.get())
        .hasSize(5)
        .allMatch(each -> each.rows() == DrilledDatabase.Comparison.SAME);
    Path report = folder.resolve("drill.json");
    drills.save(drill, report, () -> {}, error -> assertThat(error).isNull());
    AtomicReference<ReportCheck> check = new AtomicReference<>();
    drills.check(report, check::set, error -> assertThat(error).isNull());
    assertThat(check.get()).isEqualTo(ReportCheck.GENUINE);
    Files.writeString(report, Files.readString(report).replace("\"passed\": 5", "\"passed\": 6"));
    drills.check(report, check::set, error -> assertThat(error).isNull());
    assertThat(check.get()).isEqualTo(ReportCheck.ALTERED);
    Files.delete(folder.resolve("drill.json.sig"));
    AtomicReference<String> why = new AtomicReference<>("");
    drills.check(report, check::set, error -> why.set(error.message()));
    assertThat(why.get()).contains("must lie beside the report");
  }
}
