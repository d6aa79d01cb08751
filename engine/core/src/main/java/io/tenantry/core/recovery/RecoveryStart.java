package io.tenantry.core.recovery;

import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.recovery.RecoverTenant;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.access.Caller;
import io.tenantry.core.recovery.RecoveryRepository.Database;
import io.tenantry.core.recovery.RecoveryRepository.Plan;
import io.tenantry.core.recovery.RecoveryRepository.PlannedFile;
import io.tenantry.core.tenants.TenantAccess;
import io.tenantry.core.tenants.TenantOperationRepository;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Checks a wanted recovery and notes it: the first step of {@link RecoveryRun}. */
final class RecoveryStart {
  private final Caller caller;
  private final RecoverTenant request;

  RecoveryStart(Caller caller, RecoverTenant request) {
    this.caller = caller;
    this.request = request;
  }

  /** Returns the databases that are to be recovered. */
  List<Database> databases(Handle handle) {
    TenantAccess access = TenantAccess.whole(handle, caller, request.tenant());
    List<Database> all =
        RecoveryRepository.databases(handle, access.tenantId()).stream()
            .filter(
                database ->
                    request.blueprint().map(database.place().blueprint()::equals).orElse(true))
            .toList();
    if (all.isEmpty() && request.blueprint().isPresent()) {
      throw PastStates.missing(request.tenant(), request.blueprint().get());
    }
    List<Database> dedicated =
        all.stream().filter(database -> database.place().isDedicated()).toList();
    if (dedicated.isEmpty()) {
      throw PastStates.notDedicated();
    }
    return dedicated;
  }

  /** Notes the recovery; the tenant is recovering from now on. */
  void write(Handle handle, Instant now) {
    List<Database> databases = databases(handle);
    long tenant =
        TenantOperationRepository.begin(
            handle,
            caller.projectId(),
            request.tenant(),
            RecoveryRun.KIND,
            TenantStatus.RECOVERING,
            "{}",
            now);
    RecoveryRepository.openDeployment(handle, tenant)
        .ifPresent(
            deployment -> {
              throw EngineException.conflict(
                  ConflictKind.BUSY,
                  "Deployment %s is running for tenant '%s'. Try again later."
                      .formatted(deployment, request.tenant()));
            });
    List<PlannedFile> files =
        databases.stream()
            .map(Database::place)
            .map(
                place ->
                    new PlannedFile(
                        place.blueprint(),
                        TenantOperationRepository.nextGeneration(handle, tenant, place)))
            .toList();
    Plan plan = new Plan(Micros.of(request.timestamp()), files);
    TenantOperationRepository.note(handle, tenant, RecoveryRepository.json(plan));
    PastRecoveryRepository.insert(handle, tenant, plan, now);
  }
}
