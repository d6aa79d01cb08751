package io.tenantry.app.screens.backups;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.lists.ListSummary;
import io.tenantry.app.lists.LoadedList;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.backups.Backups;
import io.tenantry.contract.backups.RestoreBackup;
import io.tenantry.contract.backups.Rollback;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Queries;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.Tenants;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;

/** The backups of one tenant, and what is done with them. UI thread. */
public final class BackupViewModel {
  private static final Duration AT_WORK = Duration.ofMillis(400);
  private static final Duration CALM = Duration.ofSeconds(10);
  private static final Map<String, Comparator<Backup>> ORDERS =
      Map.of(
          "taken", Comparator.comparing(Backup::createdAt),
          "type", Comparator.comparing(Backup::type),
          "version", Comparator.comparing(Backup::version),
          "size", Comparator.comparingLong(Backup::sizeBytes),
          "state", Comparator.comparing(Backup::status));

  private final Backups backups;
  private final Tenants tenants;
  private final Queries queries;
  private final TaskRunner tasks;
  private final LoadedList<Backup> list;
  private final ListSummary summary;
  private final ReadOnlyObjectWrapper<Optional<Tenant>> tenant =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Rollback>> rollback =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private TenantId subject = new TenantId("none");
  private TaskRunner.Handle clock = () -> {};
  private boolean asking;

  /** Creates it with what it uses. */
  public BackupViewModel(
      Backups backups, Tenants tenants, Queries queries, TaskRunner tasks, ErrorPresenter errors) {
    this.backups = backups;
    this.tenants = tenants;
    this.queries = queries;
    this.tasks = tasks;
    list =
        new LoadedList<>(
            () -> backups.list(subject),
            BackupWords::name,
            BackupWords::searched,
            ORDERS,
            tasks,
            errors);
    list.follow(
        seen ->
            seen.stream().anyMatch(row -> row.status() == BackupStatus.RUNNING) ? AT_WORK : CALM);
    summary = ListSummary.of(list, "backup", BackupViewModel::summarise);
  }

  LoadedList<Backup> list() {
    return list;
  }

  /** One line about all of its backups. */
  ReadOnlyStringProperty summary() {
    return summary.line();
  }

  /** The tenant; empty as long as it is not known. */
  ReadOnlyObjectProperty<Optional<Tenant>> tenant() {
    return tenant.getReadOnlyProperty();
  }

  /** The last rollback there was. */
  ReadOnlyObjectProperty<Optional<Rollback>> rollback() {
    return rollback.getReadOnlyProperty();
  }

  TenantId subject() {
    return subject;
  }

  private static String summarise(List<Backup> all) {
    long bytes = all.stream().mapToLong(Backup::sizeBytes).sum();
    Optional<Instant> newest =
        all.stream()
            .filter(row -> row.status() == BackupStatus.DONE)
            .map(Backup::createdAt)
            .max(Comparator.naturalOrder());
    return Text.of(
        "backup.summary",
        Figures.count(all.size(), "backup", "backups"),
        Figures.size(bytes),
        newest
            .map(at -> Text.of("backup.newest", Figures.ago(at, Instant.now())))
            .orElseGet(() -> Text.of("backup.noneWhole")));
  }

  /** Shows a tenant. */
  void show(TenantId id) {
    if (!id.equals(subject)) {
      tenant.set(Optional.empty());
      rollback.set(Optional.empty());
    }
    subject = id;
    load();
  }

  /** Reads everything again. */
  void load() {
    list.load();
    TenantId of = subject;
    tasks
        .call("backup.tenant", () -> tenants.get(of))
        .onSuccess(found -> tenant.set(Optional.of(found)))
        .onFailure(_ -> {}) // the list says why
        .latest(this)
        .start();
    readRollback();
  }

  private void readRollback() {
    TenantId of = subject;
    asking = true;
    tasks
        .call("backup.rollbacks", () -> backups.rollbacks(of))
        .onSuccess(found -> show(found.stream().findFirst()))
        .onFailure(_ -> {}) // asked again; the list says when the engine is away
        .onDone(() -> asking = false)
        .latest(this)
        .start();
  }

  private void show(Optional<Rollback> newest) {
    boolean ended =
        rollback.get().filter(before -> !before.status().ended()).isPresent()
            && newest.filter(now -> now.status().ended()).isPresent();
    rollback.set(newest);
    clock.close();
    if (newest.filter(now -> !now.status().ended()).isPresent()) {
      clock =
          tasks.every(
              AT_WORK,
              () -> {
                if (!asking) {
                  readRollback();
                }
              });
    }
    if (ended) {
      load();
    }
  }

  /** Takes a backup of each database. */
  void create() {
    TenantId of = subject;
    tasks.call("backup.create", () -> backups.create(of)).onDone(list::load).start();
  }

  /** Looks whether a backup is whole. */
  void verify(Backup row, Consumer<Backup> then) {
    TenantId of = subject;
    tasks
        .longCall("backup.verify", () -> backups.verify(of, row.storagePath()))
        .onSuccess(then)
        .onDone(list::load)
        .start();
  }

  /** Writes the compressed file of a backup to a file. */
  void download(Backup row, Path target, Runnable then) {
    TenantId of = subject;
    tasks
        .longCall(
            "backup.download",
            () -> {
              backups.download(of, row.storagePath(), target);
              return true;
            })
        .onSuccess(_ -> then.run())
        .start();
  }

  /** Deletes a backup for good. */
  void delete(Backup row, Runnable then) {
    TenantId of = subject;
    tasks
        .run("backup.delete", () -> backups.delete(of, row.storagePath()))
        .onSuccess(_ -> then.run())
        .onDone(list::load)
        .start();
  }

  /** Finds out what a rollback would lose. */
  void losses(Backup row, Consumer<List<String>> then) {
    TenantId of = subject;
    tasks
        .call("backup.losses", () -> new RowsSince(backups, queries, of).losses(row))
        .onSuccess(then)
        .latest(this)
        .start();
  }

  /** Starts to put a backup in the place of its database. */
  void rollback(String storagePath) {
    TenantId of = subject;
    tasks
        .call("backup.rollback", () -> backups.rollback(of, storagePath))
        .onSuccess(_ -> load())
        .start();
  }

  /** Makes a new tenant of a backup. */
  void restore(
      Backup row, TenantId made, Consumer<Tenant> then, Consumer<EngineException> onFailure) {
    TenantId of = subject;
    tasks
        .longCall(
            "backup.restore", () -> backups.restore(of, new RestoreBackup(row.storagePath(), made)))
        .onSuccess(then)
        .onFailure(onFailure)
        .start();
  }

  /** Returns the backup that has a path, if it is still there. */
  Optional<Backup> at(String storagePath) {
    return list.all().stream().filter(row -> row.storagePath().equals(storagePath)).findFirst();
  }

  /** Drops what is still to come, when the screen is left. */
  void leave() {
    clock.close();
    list.leave();
    summary.leave();
    tasks.forget(this);
  }
}
