package io.tenantry.core.imports;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.imports.ImportId;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.blueprints.BlueprintHead;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.imports.ImportEngine.Destinations;
import io.tenantry.core.imports.ImportRepository.Pending;
import io.tenantry.core.jobs.Fault;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.tenants.Filling;
import io.tenantry.core.tenants.Refusals;
import io.tenantry.core.tenants.TenantOperationRepository;
import io.tenantry.core.tenants.TenantTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * Brings rows into tenants, several at a time. Any thread.
 *
 * <p>A tenant without a database of the blueprint gets one that is filled before anybody sees it;
 * the transaction that shows it also notes it as done. A crash leaves it whole or not at all
 * ({@link io.tenantry.core.tenants.Provisioning}).
 *
 * <p>A tenant with a database gets the rows in one transaction of its file. Steps, and what a crash
 * after each leaves:
 *
 * <ol>
 *   <li>An operation on the tenant is noted, so that nothing moves or replaces the file; its status
 *       is syncing, in which queries go on. Crash: the next opening ends the operation.
 *   <li>The rows and a mark are committed. Crash: the next opening finds the mark and goes on.
 *   <li>The tenant is noted as done. Crash: the next opening removes the mark.
 *   <li>The mark is removed. Crash: the next opening ends the operation.
 *   <li>The operation ends.
 * </ol>
 */
final class ImportTenants {
  static final String OPERATION = "import";
  private static final Duration WAIT_FOR_WRITERS = Duration.ofSeconds(60);

  private final Catalog catalog;
  private final TenantDatabases databases;
  private final Destinations destinations;
  private final InstantSource clock;

  ImportTenants(Catalog catalog, Destinations destinations, InstantSource clock) {
    this.catalog = catalog;
    this.databases = destinations.databases();
    this.destinations = destinations;
    this.clock = clock;
  }

  /** One batch of an import. */
  record Work(ImportRow row, BlueprintHead blueprint, TenantCopy copy, List<Pending> tenants) {
    ImportId id() {
      return row.id();
    }

    ProjectId project() {
      return row.project();
    }
  }

  /** Returns why tenants failed, by their numbers; those that did not are noted as done. */
  Map<Long, String> bring(Work work) {
    Map<Long, String> failed = new ConcurrentHashMap<>();
    List<Pending> missing = new ArrayList<>();
    List<Pending> present = new ArrayList<>();
    for (Pending tenant : work.tenants()) {
      (find(work, tenant).isPresent() ? present : missing).add(tenant);
    }
    if (work.row().options().createTenants()) {
      create(work, missing, failed);
    } else {
      missing.forEach(
          tenant ->
              failed.put(
                  tenant.owner(),
                  "does not have blueprint '%s', and create_tenants is false"
                      .formatted(work.blueprint().name())));
    }
    destinations
        .workers()
        .map(present, tenant -> add(work, tenant).map(why -> failed.put(tenant.owner(), why)));
    return failed;
  }

  private Optional<TenantTarget> find(Work work, Pending tenant) {
    try {
      return Optional.of(
          catalog.read(
              handle ->
                  destinations
                      .targets()
                      .get(handle, work.project(), new TenantId(tenant.name()), work.blueprint())));
    } catch (EngineException notFound) {
      return Optional.empty();
    }
  }

  private void create(Work work, List<Pending> missing, Map<Long, String> failed) {
    Map<TenantId, Pending> byName = new LinkedHashMap<>();
    missing.forEach(tenant -> byName.put(new TenantId(tenant.name()), tenant));
    destinations
        .filled()
        .make(
            work.project(),
            work.row().tier(),
            work.blueprint(),
            List.copyOf(byName.keySet()),
            new Rows(work, byName))
        .forEach(
            (id, reason) ->
                Optional.ofNullable(byName.get(id))
                    .ifPresent(tenant -> failed.put(tenant.owner(), Refusals.noted(reason))));
  }

  /** Fills new databases from the sorted rows. */
  private final class Rows implements Filling {
    private final Work work;
    private final Map<TenantId, Pending> tenants;
    private final Map<TenantId, Long> copied = new ConcurrentHashMap<>();

    Rows(Work work, Map<TenantId, Pending> tenants) {
      this.work = work;
      this.tenants = new HashMap<>(tenants);
    }

    @Override
    public void fill(TenantId tenant, Path file) {
      Pending pending = Optional.ofNullable(tenants.get(tenant)).orElseThrow();
      long rows =
          databases.withEngine(
              file,
              Deadline.in(WAIT_FOR_WRITERS),
              database -> work.copy().fill(database, pending.owner()));
      copied.put(tenant, rows);
    }

    @Override
    public void settled(Handle handle, List<TenantId> settled) {
      for (TenantId tenant : settled) {
        Pending pending = Optional.ofNullable(tenants.get(tenant)).orElseThrow();
        ImportRepository.done(handle, work.id(), pending.owner(), copied.getOrDefault(tenant, 0L));
      }
    }
  }

  private Optional<String> add(Work work, Pending tenant) {
    return Fault.guard(
        "Import " + work.id() + " at tenant " + tenant.name(),
        () -> {
          try {
            addRows(work, tenant);
            return Optional.empty();
          } catch (EngineException e) {
            return Optional.of(Refusals.noted(e));
          }
        },
        _ -> Optional.of("internal error"));
  }

  private void addRows(Work work, Pending pending) {
    TenantId tenant = new TenantId(pending.name());
    long id =
        catalog.write(
            handle ->
                TenantOperationRepository.begin(
                    handle,
                    work.project(),
                    tenant,
                    OPERATION,
                    TenantStatus.SYNCING,
                    "{\"import\":\"" + work.id() + "\"}",
                    clock.instant()));
    try {
      TenantTarget target =
          find(work, pending).orElseThrow(() -> Refusals.notFound(pending.name()));
      databases.withEngine(
          target.file(),
          Deadline.in(WAIT_FOR_WRITERS),
          database -> {
            long rows = work.copy().add(database, pending.owner());
            catalog.execute(
                handle -> ImportRepository.done(handle, work.id(), pending.owner(), rows));
            work.copy().unmark(database);
            return true;
          });
    } finally {
      catalog.execute(handle -> TenantOperationRepository.end(handle, id, clock.instant()));
    }
  }

  /** Ends the operations that a crash left open: the rows are there whole, or not at all. */
  void recover(ImportRow row, BlueprintHead blueprint, TenantCopy copy) {
    List<TenantOperationRepository.Open> open =
        catalog.read(handle -> TenantOperationRepository.open(handle, OPERATION)).stream()
            .filter(operation -> operation.project().equals(row.project()))
            .filter(operation -> operation.payload().contains("\"" + row.id() + "\""))
            .toList();
    for (TenantOperationRepository.Open operation : open) {
      recover(row, blueprint, copy, operation);
    }
  }

  private void recover(
      ImportRow row,
      BlueprintHead blueprint,
      TenantCopy copy,
      TenantOperationRepository.Open operation) {
    TenantTarget target =
        catalog.read(
            handle ->
                destinations.targets().get(handle, row.project(), operation.tenant(), blueprint));
    databases.withEngine(
        target.file(),
        Deadline.in(WAIT_FOR_WRITERS),
        database -> {
          copy.marked(database)
              .ifPresent(
                  rows ->
                      catalog.execute(
                          handle ->
                              ImportRepository.done(handle, row.id(), operation.tenant(), rows)));
          copy.unmark(database);
          return true;
        });
    catalog.execute(
        handle -> TenantOperationRepository.end(handle, operation.tenantId(), clock.instant()));
  }
}
