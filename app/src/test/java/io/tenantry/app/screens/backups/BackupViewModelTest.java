package io.tenantry.app.screens.backups;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.screens.EngineChoice;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.backups.BackupType;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.recovery.PastRecovery;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The backups and the past of one tenant, on an engine in process and behind a server. */
@ParameterizedClass
@EnumSource
class BackupViewModelTest {
  private static final TenantId SHARED = new TenantId("tenant-001");
  private static final TenantId OWN = new TenantId("own");
  private static final TenantId COPY = new TenantId("copy");
  private static final String USER =
      "INSERT INTO users (email, name) VALUES ('%s@example.com', 'New')";

  @TempDir Path folder;

  private final EngineChoice.Where where;
  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final ErrorPresenter errors = new ErrorPresenter(new Notices());
  private EngineChoice engine;
  private BackupViewModel model;
  private RecoveryViewModel past;

  BackupViewModelTest(EngineChoice.Where where) {
    this.where = where;
  }

  @BeforeEach
  void open() {
    engine = new EngineChoice(where, folder.resolve("data"), this::seed);
    model =
        new BackupViewModel(
            engine.project().backups(),
            engine.project().tenants(),
            engine.project().queries(),
            tasks,
            errors);
    past =
        new RecoveryViewModel(
            engine.project().recovery(),
            engine.project().deployments(),
            engine.project().logs(),
            engine.project().queries(),
            tasks,
            errors);
  }

  private void seed(SeededEngine fresh) {
    fresh.fintech().tenants(1);
    fresh.dedicated(OWN.value(), fresh.regions().getFirst().zone());
  }

  @AfterEach
  void close() {
    model.leave();
    past.leave();
    engine.close();
  }

  private void addUser(TenantId tenant, String name) {
    engine.engine().run(tenant, USER.formatted(name));
  }

  private Value users(TenantId tenant) {
    return engine
        .project()
        .queries()
        .tenant(new TenantQuery(tenant, SeededEngine.FINTECH, "SELECT count(*) FROM users"))
        .rows()
        .getFirst()
        .getFirst();
  }

  private Backup taken() {
    model.show(SHARED);
    model.create();
    EngineChoice.await(
        tasks,
        () -> model.list().all().stream().anyMatch(row -> row.status() == BackupStatus.DONE));
    return model.list().all().getFirst();
  }

  @Test
  void aBackupIsTakenVerifiedDownloadedAndDeleted() throws Exception {
    Backup row = taken();
    AtomicReference<Optional<Instant>> verified = new AtomicReference<>(Optional.empty());
    model.verify(row, now -> verified.set(now.verifiedAt()));
    assertThat(verified.get()).isPresent();
    Path file = folder.resolve("copy.db.gz");
    model.download(row, file, () -> {});
    assertThat(Files.size(file)).isEqualTo(row.sizeBytes());
    assertThat(model.summary().get()).startsWith("1 backup · ");

    model.delete(row, () -> {});

    assertThat(model.list().all()).isEmpty();
    assertThat(tasks.unhandled()).isEmpty();
  }

  @Test
  void whatARollbackLosesIsCountedAndItsSafetyBackupLeadsBack() {
    Backup row = taken();
    addUser(SHARED, "b");
    addUser(SHARED, "c");
    AtomicReference<List<String>> losses = new AtomicReference<>(List.of());
    model.losses(row, losses::set);
    assertThat(losses.get()).contains("users: 3 rows now, 1 in the backup");
    assertThat(losses.get().getLast()).startsWith("What was changed in other rows since");

    model.rollback(row.storagePath());

    EngineChoice.await(
        tasks,
        () -> model.rollback().get().filter(now -> now.status() == BackupStatus.DONE).isPresent());
    assertThat(users(SHARED)).isEqualTo(Value.of(1));
    String safety = model.rollback().get().orElseThrow().safetyPath().orElseThrow();
    EngineChoice.await(tasks, () -> model.at(safety).isPresent());
    assertThat(model.at(safety).orElseThrow().type()).isEqualTo(BackupType.SAFETY);
    model.rollback(safety);
    EngineChoice.await(tasks, () -> isReady(SHARED) && users(SHARED).equals(Value.of(3)));
  }

  private boolean isReady(TenantId tenant) {
    return engine.project().tenants().get(tenant).status() == TenantStatus.READY;
  }

  @Test
  void aBackupBecomesANewTenantAndATakenNameIsSaid() {
    Backup row = taken();
    AtomicReference<Tenant> made = new AtomicReference<>();
    List<String> refused = new ArrayList<>();

    model.restore(row, COPY, made::set, error -> refused.add(error.message()));
    model.restore(row, COPY, made::set, error -> refused.add(error.message()));

    assertThat(made.get().tenantId()).isEqualTo(COPY);
    assertThat(users(COPY)).isEqualTo(Value.of(1));
    assertThat(refused).containsExactly("Tenant 'copy' already exists");
  }

  @Test
  void aSharedTenantHasNoTimeLine() {
    past.show(engine.project().tenants().get(SHARED));

    assertThat(past.databases().get()).isEmpty();
    assertThat(past.window().get()).isEmpty();
  }

  @Test
  void theTimeLineShowsWhatHappenedAndAMomentIsCountedThenAndNow() {
    Instant moment = story();

    past.show(engine.project().tenants().get(OWN));
    PastWindow window = past.window().get().orElseThrow();
    assertThat(window.window().commits()).isPositive();
    assertThat(window.happenings())
        .extracting(PastWindow.Happening::words)
        .contains("DELETE FROM users WHERE name = 'New'");
    past.moment().set(Optional.of(moment));
    assertThat(past.look().get()).isInstanceOf(PastLook.Looking.class);
    EngineChoice.await(tasks, () -> past.look().get() instanceof PastLook.Seen);

    PastLook.Seen seen = (PastLook.Seen) past.look().get();
    assertThat(seen.then()).containsEntry("users", 2L);
    assertThat(seen.now()).containsEntry("users", 0L);
    assertThat(seen.took()).isPositive();
    past.moment().set(Optional.of(moment.minus(60, ChronoUnit.DAYS)));
    EngineChoice.await(tasks, () -> past.look().get() instanceof PastLook.Unknown);
  }

  @Test
  void aMomentThatWasLeftWhileItWasCountedIsCountedAgainAsThingsAreThen() {
    Instant moment = story();
    past.show(engine.project().tenants().get(OWN));
    past.moment().set(Optional.of(moment));
    assertThat(past.look().get()).isInstanceOf(PastLook.Looking.class);
    past.leave();
    addUser(OWN, "c");

    past.enter(OWN);

    EngineChoice.await(tasks, () -> past.look().get() instanceof PastLook.Seen);
    assertThat(((PastLook.Seen) past.look().get()).now()).containsEntry("users", 1L);
    addUser(OWN, "d");
    past.leave();
    past.enter(OWN);
    EngineChoice.await(
        tasks,
        () ->
            past.look().get() instanceof PastLook.Seen seen
                && seen.now().getOrDefault("users", 0L) == 2);
  }

  @Test
  void aTenantIsRecoveredUndoneAndForked() {
    Instant moment = story();
    past.show(engine.project().tenants().get(OWN));

    past.recover(moment);

    EngineChoice.await(tasks, () -> past.undoable().isPresent());
    assertThat(users(OWN)).isEqualTo(Value.of(2));
    past.undo();
    EngineChoice.await(
        tasks,
        () ->
            past.window().get().stream()
                .flatMap(found -> found.recoveries().stream())
                .anyMatch(each -> each.state() == PastRecovery.State.UNDONE));
    assertThat(users(OWN)).isEqualTo(Value.of(0));
    AtomicReference<Tenant> made = new AtomicReference<>();
    past.fork(moment, COPY, made::set, error -> assertThat(error).isNull());
    assertThat(made.get().tenantId()).isEqualTo(COPY);
    assertThat(users(COPY)).isEqualTo(Value.of(2));
  }

  /** Two users come and go; returns a moment when they were there. */
  private Instant story() {
    addUser(OWN, "a");
    addUser(OWN, "b");
    Instant moment = Instant.now().truncatedTo(ChronoUnit.MICROS);
    engine.engine().run(OWN, "DELETE FROM users WHERE name = 'New'");
    return moment;
  }
}
