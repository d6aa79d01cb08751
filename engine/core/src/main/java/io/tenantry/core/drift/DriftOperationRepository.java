package io.tenantry.core.drift;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.tenants.TenantOperationRepository;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/**
 * What is under way on drifted databases, inside a transaction of the caller. The tenant is
 * migrating meanwhile, so its users' statements wait.
 */
final class DriftOperationRepository {
  private static final String KIND = "drift";
  private static final String SET_WORKING =
      """
      UPDATE tenant_drift SET working = :working
      WHERE blueprint_id = :blueprint AND tenant_id = :tenant
      """;
  private static final String STOP_WORKING =
      "UPDATE tenant_drift SET working = NULL WHERE tenant_id = ? AND working IS NOT NULL";
  private static final String WORKING =
      """
      SELECT b.name, d.working
      FROM tenant_drift d
      JOIN blueprint b ON b.id = d.blueprint_id
      WHERE d.tenant_id = :tenant AND d.working IS NOT NULL
      """;

  private DriftOperationRepository() {}

  /** What is done to a drift. */
  enum Verb {
    FORCE_BACK,
    ADOPT
  }

  /** Work that a crash cut short. */
  record Interrupted(
      ProjectId project,
      TenantOperationRepository.Open operation,
      WorkspaceName blueprint,
      Verb verb) {}

  /** Starts work; errors as {@link TenantOperationRepository#begin}. */
  static void begin(Handle handle, ProjectId project, DriftCase drift, Verb verb, Instant now) {
    TenantOperationRepository.begin(
        handle, project, drift.target().tenant(), KIND, TenantStatus.MIGRATING, "{}", now);
    handle
        .createUpdate(SET_WORKING)
        .bind("working", verb.name().toLowerCase(Locale.ROOT))
        .bind("blueprint", drift.blueprint().id())
        .bind("tenant", drift.target().tenantId())
        .execute();
  }

  /** Ends work; the tenant is ready. */
  static void end(Handle handle, long tenant, Instant now) {
    handle.execute(STOP_WORKING, tenant);
    TenantOperationRepository.end(handle, tenant, now);
  }

  static List<TenantOperationRepository.Open> open(Handle handle) {
    return TenantOperationRepository.open(handle, KIND);
  }

  static List<Interrupted> interrupted(Handle handle, TenantOperationRepository.Open operation) {
    return handle
        .createQuery(WORKING)
        .bind("tenant", operation.tenantId())
        .map(
            (row, _) ->
                new Interrupted(
                    operation.project(),
                    operation,
                    new WorkspaceName(row.getString("name")),
                    Verb.valueOf(row.getString("working").toUpperCase(Locale.ROOT))))
        .list();
  }
}
