package io.tenantry.client.backups;

import io.tenantry.client.http.HttpCalls;
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
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.backups.BackupEndpoints;
import io.tenantry.wire.backups.CoverageFilters;
import java.util.List;
import java.util.Optional;

/** The backups of all tenants over HTTP. */
public final class RemoteBackupFleet implements BackupFleet {
  private final HttpCalls calls;

  /** Uses the calls of one credential. */
  public RemoteBackupFleet(HttpCalls calls) {
    this.calls = calls;
  }

  @Override
  public BackupTotals totals() {
    return calls.call(BackupEndpoints.TOTALS);
  }

  @Override
  public Page<BackupCoverage> list(CoverageFilter filter, PageRequest page) {
    return calls
        .call(BackupEndpoints.COVERAGE, CoverageFilters.write(filter).withPage(page))
        .page();
  }

  @Override
  public BackupPolicy policy() {
    return calls.call(BackupEndpoints.POLICY).policy();
  }

  @Override
  public BackupPolicy changePolicy(ChangeBackupPolicy change) {
    return calls.send(BackupEndpoints.CHANGE_POLICY, change).policy();
  }

  @Override
  public BackupRun start(StartBackups request) {
    return calls.sendLong(BackupEndpoints.START_RUN, request).run();
  }

  @Override
  public BackupRun run(BackupRunId id) {
    return calls.call(BackupEndpoints.RUN, id).run();
  }

  @Override
  public List<BackupRun> runs() {
    return calls.call(BackupEndpoints.RUNS).runs();
  }

  @Override
  public BackupRun stop(BackupRunId id) {
    return calls.call(BackupEndpoints.STOP_RUN, id).run();
  }

  @Override
  public Page<BackupRunTenant> tenants(
      BackupRunId id, Optional<BackupRunTenant.State> state, PageRequest page) {
    QueryParameters query =
        QueryParameters.none().with("state", state.map(BackupRunTenant.State::code)).withPage(page);
    return calls.call(BackupEndpoints.RUN_TENANTS, query, id).page();
  }
}
