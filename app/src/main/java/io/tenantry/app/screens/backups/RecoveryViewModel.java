package io.tenantry.app.screens.backups;

import io.tenantry.app.controls.charts.EventMark;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.screens.backups.PastWindow.Happening;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.logs.LogEntry;
import io.tenantry.contract.logs.LogFilter;
import io.tenantry.contract.logs.Logs;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.queries.Queries;
import io.tenantry.contract.recovery.ForkTenant;
import io.tenantry.contract.recovery.PastRecovery;
import io.tenantry.contract.recovery.PointInTimeRecovery;
import io.tenantry.contract.recovery.RecoverTenant;
import io.tenantry.contract.recovery.RecoveryWindow;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantDatabase;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The past of a dedicated database: its window, a moment of it, and the ways back. UI thread. */
public final class RecoveryViewModel {
  private static final int BUCKETS = 120;
  private static final int MOST_EVENTS = 100;
  private static final int MOST_WORDS = 60;
  private static final Duration REST = Duration.ofMillis(250);
  private static final Duration AT_WORK = Duration.ofMillis(400);

  private final PointInTimeRecovery recovery;
  private final Deployments deployments;
  private final Logs logs;
  private final Queries queries;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final Object looking = new Object();
  private final ReadOnlyObjectWrapper<List<WorkspaceName>> databases =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<Optional<WorkspaceName>> database =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<PastWindow>> window =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Optional<Instant>> moment =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<PastLook> look =
      new ReadOnlyObjectWrapper<>(new PastLook.Nowhere());
  private TenantId tenant = new TenantId("none");
  private List<Backup> backups = List.of();
  private TaskRunner.Handle rest = () -> {};
  private TaskRunner.Handle clock = () -> {};
  private boolean asking;
  private Runnable onMoved = () -> {};

  /** Creates it with what it uses. */
  public RecoveryViewModel(
      PointInTimeRecovery recovery,
      Deployments deployments,
      Logs logs,
      Queries queries,
      TaskRunner tasks,
      ErrorPresenter errors) {
    this.recovery = recovery;
    this.deployments = deployments;
    this.logs = logs;
    this.queries = queries;
    this.tasks = tasks;
    this.errors = errors;
    database.subscribe((_, _) -> databaseChosen());
    moment.subscribe((_, _) -> momentChosen());
  }

  /** The dedicated databases of the tenant; empty when there is no past to go back to. */
  ReadOnlyObjectProperty<List<WorkspaceName>> databases() {
    return databases.getReadOnlyProperty();
  }

  /** The one that is shown. */
  ObjectProperty<Optional<WorkspaceName>> database() {
    return database;
  }

  /** What is known of its past; empty as long as it is not known. */
  ReadOnlyObjectProperty<Optional<PastWindow>> window() {
    return window.getReadOnlyProperty();
  }

  /** The moment that is looked at. */
  ObjectProperty<Optional<Instant>> moment() {
    return moment;
  }

  /** What there was at the moment, and is now. */
  ReadOnlyObjectProperty<PastLook> look() {
    return look.getReadOnlyProperty();
  }

  TenantId tenant() {
    return tenant;
  }

  /** Calls back when a recovery or its undo has ended. */
  void onMoved(Runnable action) {
    onMoved = action;
  }

  /** Goes on with a tenant that was left: what is there now may have changed since. */
  void enter(TenantId id) {
    if (id.equals(tenant)) {
      load();
      momentChosen();
    }
  }

  /** Shows the past of a tenant. */
  void show(Tenant shown) {
    if (!shown.tenantId().equals(tenant)) {
      forget();
    }
    tenant = shown.tenantId();
    List<WorkspaceName> dedicated =
        shown.databases().stream()
            .filter(each -> each.isolationLevel() > 1)
            .map(TenantDatabase::blueprint)
            .toList();
    databases.set(dedicated);
    Optional<WorkspaceName> before = database.get().filter(dedicated::contains);
    database.set(before.or(() -> dedicated.stream().findFirst()));
    load();
  }

  private void forget() {
    window.set(Optional.empty());
    moment.set(Optional.empty());
    database.set(Optional.empty());
  }

  private void databaseChosen() {
    window.set(Optional.empty());
    moment.set(Optional.empty());
    load();
  }

  /** Marks the backups of the tenant. */
  void mark(List<Backup> taken) {
    if (!taken.equals(backups)) {
      backups = List.copyOf(taken);
      load();
    }
  }

  /** Reads the past again. */
  void load() {
    Optional<WorkspaceName> blueprint = database.get();
    if (blueprint.isEmpty() || asking) {
      return;
    }
    TenantId of = tenant;
    List<Backup> taken = backups;
    asking = true;
    tasks
        .call("recovery.window", () -> read(of, blueprint.get(), taken))
        .onSuccess(found -> show(of, blueprint.get(), found))
        .onFailure(_ -> {}) // the list beside it says when the engine is away
        .onDone(() -> asking = false)
        .latest(this)
        .start();
  }

  private void show(TenantId of, WorkspaceName blueprint, PastWindow found) {
    if (!of.equals(tenant) || !database.get().equals(Optional.of(blueprint))) {
      return;
    }
    boolean ended = isRunning(window.get()) && !isRunning(Optional.of(found));
    window.set(Optional.of(found));
    clock.close();
    if (isRunning(Optional.of(found))) {
      clock = tasks.every(AT_WORK, this::load);
    }
    if (ended) {
      onMoved.run();
      momentChosen();
    }
  }

  private static boolean isRunning(Optional<PastWindow> past) {
    return past.stream()
        .flatMap(found -> found.recoveries().stream())
        .anyMatch(each -> each.state() == PastRecovery.State.RUNNING);
  }

  private PastWindow read(TenantId of, WorkspaceName blueprint, List<Backup> taken) {
    RecoveryWindow found = recovery.window(of, blueprint, BUCKETS);
    List<PastRecovery> recoveries =
        recovery.recoveries(of).stream()
            .filter(each -> each.blueprint().equals(blueprint))
            .toList();
    List<Happening> happenings = new ArrayList<>();
    Instant since = found.start().orElse(Instant.MAX).truncatedTo(ChronoUnit.SECONDS);
    taken.stream()
        .filter(each -> each.blueprint().equals(blueprint))
        .map(each -> new Happening(each.createdAt(), EventMark.BACKUP, BackupWords.type(each)))
        .forEach(happenings::add);
    recoveries.stream()
        .map(each -> new Happening(each.startedAt(), EventMark.RESTORE, recovered(each)))
        .forEach(happenings::add);
    addDeployments(of, blueprint, happenings);
    addDeletions(of, blueprint, happenings);
    return new PastWindow(
        found, happenings.stream().filter(each -> !each.at().isBefore(since)).toList(), recoveries);
  }

  private static String recovered(PastRecovery recovery) {
    return Text.of(
        "recovery.mark." + recovery.state().code(),
        Figures.moment(recovery.target(), ZoneId.systemDefault()));
  }

  private void addDeployments(TenantId of, WorkspaceName blueprint, List<Happening> happenings) {
    deployments.ofTenant(of, PageRequest.first(MOST_EVENTS)).items().stream()
        .filter(each -> each.blueprintId().equals(blueprint))
        .filter(each -> each.status() == DeploymentTenant.State.DONE)
        .map(
            each ->
                new Happening(
                    each.completedAt().orElse(each.startedAt()),
                    EventMark.DEPLOYMENT,
                    Text.of("recovery.mark.deployment", each.version())))
        .forEach(happenings::add);
  }

  /** What was deleted, as far as the engine has kept the statements. */
  private void addDeletions(TenantId of, WorkspaceName blueprint, List<Happening> happenings) {
    logs.list(of, LogFilter.containing("delete"), MOST_EVENTS, 0).logs().stream()
        .filter(each -> each.success() && each.blueprint().equals(blueprint))
        .filter(each -> each.query().strip().toLowerCase(Locale.ROOT).startsWith("delete"))
        .map(each -> new Happening(each.createdAt(), EventMark.DELETION, deletion(each)))
        .forEach(happenings::add);
  }

  private static String deletion(LogEntry entry) {
    String sql = entry.query().strip().replaceAll("\\s+", " ");
    return sql.length() <= MOST_WORDS ? sql : sql.substring(0, MOST_WORDS) + "…";
  }

  /** The engine is asked when the handle has come to rest. */
  private void momentChosen() {
    rest.close();
    tasks.forget(looking);
    Optional<Instant> at = moment.get();
    if (at.isEmpty() || database.get().isEmpty()) {
      look.set(new PastLook.Nowhere());
      return;
    }
    look.set(new PastLook.Looking(at.get()));
    rest = tasks.after(REST, () -> look(at.get(), database.get().orElseThrow()));
  }

  private void look(Instant at, WorkspaceName blueprint) {
    TenantId of = tenant;
    tasks
        .longCall("recovery.look", () -> seen(of, blueprint, at))
        .onSuccess(look::set)
        .onFailure(error -> look.set(new PastLook.Unknown(at, errors.describe(error))))
        .latest(looking)
        .start();
  }

  private PastLook seen(TenantId of, WorkspaceName blueprint, Instant at) {
    TableCounts counts = new TableCounts(queries, of);
    long begun = System.nanoTime();
    Map<String, Long> then = counts.at(blueprint, at);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    return new PastLook.Seen(at, then, counts.now(blueprint), took);
  }

  /** Starts to bring the database back to the moment. */
  void recover(Instant at) {
    TenantId of = tenant;
    Optional<WorkspaceName> blueprint = database.get();
    tasks
        .call("recovery.recover", () -> recovery.recover(new RecoverTenant(of, at, blueprint)))
        .onSuccess(_ -> moved())
        .start();
  }

  /** Brings back what was there before the last recovery. */
  void undo() {
    TenantId of = tenant;
    tasks.longCall("recovery.undo", () -> recovery.undo(of)).onSuccess(_ -> moved()).start();
  }

  private void moved() {
    onMoved.run();
    load();
    momentChosen();
  }

  /** Makes a new tenant of the moment. */
  void fork(Instant at, TenantId made, Consumer<Tenant> then, Consumer<EngineException> onFailure) {
    TenantId of = tenant;
    WorkspaceName blueprint = database.get().orElseThrow();
    tasks
        .longCall("recovery.fork", () -> recovery.fork(new ForkTenant(of, at, blueprint, made)))
        .onSuccess(then)
        .onFailure(onFailure)
        .start();
  }

  /** Returns the recovery that can be undone. */
  Optional<PastRecovery> undoable() {
    return window.get().stream()
        .flatMap(past -> past.recoveries().stream())
        .filter(each -> each.undoUntil().isPresent())
        .findFirst();
  }

  /** Drops what is still to come, when the screen is left. */
  void leave() {
    clock.close();
    rest.close();
    tasks.forget(this);
    tasks.forget(looking);
    asking = false;
  }
}
