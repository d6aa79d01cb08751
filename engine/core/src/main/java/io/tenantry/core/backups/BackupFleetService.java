package io.tenantry.core.backups;

import io.tenantry.contract.backups.BackupCoverage;
import io.tenantry.contract.backups.BackupFleet;
import io.tenantry.contract.backups.BackupPolicy;
import io.tenantry.contract.backups.BackupRun;
import io.tenantry.contract.backups.BackupRunId;
import io.tenantry.contract.backups.BackupRunTenant;
import io.tenantry.contract.backups.BackupTotals;
import io.tenantry.contract.backups.ChangeBackupPolicy;
import io.tenantry.contract.backups.CoverageFilter;
import io.tenantry.contract.backups.StartBackups;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.access.Caller;
import io.tenantry.core.tenants.Ids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The backups of all tenants of a project, as one caller may see and start them. Any thread. */
public final class BackupFleetService implements BackupFleet {
  private final BackupEngine engine;
  private final Caller caller;

  /** Creates the service for a caller; cheap. */
  public BackupFleetService(BackupEngine engine, Caller caller) {
    this.engine = engine;
    this.caller = caller;
  }

  private void requireReading() {
    caller.requireRead();
    caller.requireProjectScope(caller.projectId().value());
  }

  private CoverageSearch search(CoverageFilter filter) {
    return new CoverageSearch(caller.projectId(), filter, engine.rules().overdueBefore());
  }

  @Override
  public BackupTotals totals() {
    requireReading();
    return engine
        .catalog()
        .read(
            handle ->
                CoverageRepository.totals(
                    handle,
                    caller.projectId(),
                    search(CoverageFilter.none()),
                    engine.clock().instant()));
  }

  @Override
  public Page<BackupCoverage> list(CoverageFilter filter, PageRequest page) {
    requireReading();
    return engine
        .catalog()
        .read(
            handle ->
                CoverageRepository.page(handle, search(filter), page, engine.clock().instant()));
  }

  @Override
  public BackupPolicy policy() {
    requireReading();
    return engine.rules().policy();
  }

  @Override
  public BackupPolicy changePolicy(ChangeBackupPolicy change) {
    caller.requireAccountLevel();
    engine.rules().change(change);
    return engine.rules().policy();
  }

  @Override
  public BackupRun start(StartBackups request) {
    caller.requireAccountLevel();
    BackupRunId id =
        new BackupRunId("run_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
    BackupRunRepository.Row run = engine.catalog().write(handle -> write(handle, id, request));
    engine.runs().start(run);
    return run.run();
  }

  private BackupRunRepository.Row write(Handle handle, BackupRunId id, StartBackups request) {
    long number =
        BackupRunRepository.insert(handle, caller.projectId(), id, engine.clock().instant());
    BackupRunRepository.forget(handle, caller.projectId(), RUNS);
    request
        .filter()
        .ifPresentOrElse(
            filter ->
                BackupRunRepository.add(
                    handle,
                    number,
                    search(filter),
                    Ids.jsonTexts(request.except().stream().map(TenantId::value).toList())),
            () -> BackupRunRepository.add(handle, number, existing(handle, request.tenants())));
    int tenants = BackupRunRepository.count(handle, number);
    if (tenants == 0) {
      throw EngineException.conflict("No tenant matches");
    }
    BackupLimit.take(handle, caller.projectId(), caller.tier(), engine.clock().instant(), tenants);
    return BackupRunRepository.RUNS.find(handle, caller.projectId(), id.value()).orElseThrow();
  }

  private List<TenantId> existing(Handle handle, List<TenantId> named) {
    List<TenantId> tenants = named.stream().distinct().toList();
    BackupTargetRepository.requireTenants(handle, caller.projectId(), tenants);
    return tenants;
  }

  @Override
  public BackupRun run(BackupRunId id) {
    requireReading();
    return engine.catalog().read(handle -> get(handle, id)).run();
  }

  private BackupRunRepository.Row get(Handle handle, BackupRunId id) {
    return BackupRunRepository.RUNS
        .find(handle, caller.projectId(), id.value())
        .orElseThrow(() -> EngineException.notFound("Backup run not found: " + id));
  }

  @Override
  public List<BackupRun> runs() {
    requireReading();
    return engine
        .catalog()
        .read(handle -> BackupRunRepository.RUNS.newest(handle, caller.projectId(), RUNS))
        .stream()
        .map(BackupRunRepository.Row::run)
        .toList();
  }

  @Override
  public BackupRun stop(BackupRunId id) {
    caller.requireAccountLevel();
    engine.runs().stop(engine.catalog().read(handle -> get(handle, id)));
    return run(id);
  }

  @Override
  public Page<BackupRunTenant> tenants(
      BackupRunId id, Optional<BackupRunTenant.State> state, PageRequest page) {
    requireReading();
    return engine
        .catalog()
        .read(handle -> BackupRunRepository.tenants(handle, get(handle, id).number(), state, page));
  }
}
