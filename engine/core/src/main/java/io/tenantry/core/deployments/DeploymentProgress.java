package io.tenantry.core.deployments;

import io.tenantry.contract.deployments.DeploymentTenant.State;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.blueprints.BlueprintHeads;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.tenants.Ids;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The rows of one deployment under way. Any thread. */
final class DeploymentProgress {
  private static final int PAGE = 256;

  /** An insert only in form: it looks each row up by key, where an UPDATE … FROM may scan. */
  private static final String DONE =
      """
      INSERT INTO deployment_tenant (deployment_id, tenant_id, state, from_minor, completed_at,
                                     duration_us)
      SELECT d.deployment_id, d.tenant_id, 'done', e.value ->> 1, :now, e.value ->> 2
      FROM json_each(:ended) e
      CROSS JOIN deployment_tenant d
        ON d.deployment_id = :id AND d.tenant_id = e.value ->> 0
      WHERE TRUE
      ON CONFLICT (deployment_id, tenant_id) DO UPDATE
      SET state = excluded.state, from_minor = excluded.from_minor,
          completed_at = excluded.completed_at, duration_us = excluded.duration_us
      """;

  private static final String FAILED =
      """
      UPDATE deployment_tenant
      SET state = 'failed', from_minor = :from, error = :error, completed_at = :now,
          duration_us = :duration
      WHERE deployment_id = :id AND tenant_id = :tenant
      """;
  private static final String REACHED =
      """
      UPDATE tenant_database
      SET minor = :minor, fingerprint = :fingerprint
      WHERE blueprint_id = :blueprint AND tenant_id IN (SELECT value FROM json_each(:tenants))
      """;
  private static final String BLUEPRINT_REACHED =
      """
      UPDATE blueprint
      SET deployed_minor = max(deployed_minor, :minor),
          first_deployed_at = coalesce(first_deployed_at, :now)
      WHERE id = :blueprint
      """;
  private static final String FINISH =
      """
      UPDATE deployment
      SET status = iif(EXISTS (SELECT 1 FROM deployment_tenant
                               WHERE deployment_id = :id AND state = 'failed'),
                       'failed', 'completed'),
          completed_at = :now
      WHERE id = :id AND NOT EXISTS (SELECT 1 FROM deployment_tenant
                                     WHERE deployment_id = :id AND state = 'pending')
      """;
  private static final String IS_COMPLETED =
      "SELECT count(*) FROM deployment WHERE id = :id AND status = 'completed'";
  private static final String GIVE_LIMITS =
      """
      UPDATE blueprint
      SET deployed_query_timeout_ms = p.query_timeout_ms,
          deployed_max_rows_per_query = p.max_rows_per_query,
          deployed_max_connections = p.max_connections
      FROM deployment p
      WHERE p.id = :id AND blueprint.id = p.blueprint_id
      """;

  private final Catalog catalog;
  private final DeploymentRow deployment;

  DeploymentProgress(Catalog catalog, DeploymentRow deployment) {
    this.catalog = catalog;
    this.deployment = deployment;
  }

  /**
   * A tenant whose turn has not come.
   *
   * @param minor the version it is on, as far as the catalog knows
   * @param place where its database is
   */
  record Pending(long tenantId, int minor, TenantPlace place) {
    TenantId tenant() {
      return place.tenant();
    }
  }

  /**
   * How a tenant ended.
   *
   * @param from the version it was on
   */
  record Ended(long tenantId, State state, int from, @Nullable String error, long micros) {}

  /** Returns the next tenants in catalog order; empty when none is left. */
  List<Pending> pendingAfter(long tenantId) {
    return catalog.read(
        handle -> DeploymentTargetRepository.pending(handle, deployment, tenantId, PAGE));
  }

  /** Returns what brings a database of the blueprint from the version to that of the deployment. */
  VersionPlan plan(int from) {
    return VersionPlan.of(
        catalog.read(
            handle ->
                BlueprintHeads.statements(
                    handle, deployment.blueprintId(), from, deployment.minor())));
  }

  /** Notes how tenants ended; all or none. */
  void note(List<Ended> ended, Instant now) {
    List<Ended> done = ended.stream().filter(each -> each.state() == State.DONE).toList();
    List<Ended> failed = ended.stream().filter(each -> each.state() != State.DONE).toList();
    catalog.execute(
        handle -> {
          if (!done.isEmpty()) {
            noteDone(handle, done, now);
            noteReached(handle, done.stream().map(Ended::tenantId).toList());
            noteBlueprintReached(handle, now);
          }
          if (!failed.isEmpty()) {
            noteFailed(handle, failed, now);
          }
        });
  }

  private void noteDone(Handle handle, List<Ended> done, Instant now) {
    String rows =
        done.stream()
            .map(each -> "[%d,%d,%d]".formatted(each.tenantId(), each.from(), each.micros()))
            .collect(Collectors.joining(",", "[", "]"));
    handle
        .createUpdate(DONE)
        .bind("ended", rows)
        .bind("now", now.toEpochMilli())
        .bind("id", deployment.id().value())
        .execute();
  }

  private void noteFailed(Handle handle, List<Ended> failed, Instant now) {
    PreparedBatch batch = handle.prepareBatch(FAILED);
    for (Ended each : failed) {
      batch
          .bind("from", each.from())
          .bind("error", each.error())
          .bind("now", now.toEpochMilli())
          .bind("duration", each.micros())
          .bind("id", deployment.id().value())
          .bind("tenant", each.tenantId())
          .add();
    }
    batch.execute();
  }

  private void noteReached(Handle handle, List<Long> tenants) {
    handle
        .createUpdate(REACHED)
        .bind("minor", deployment.minor())
        .bind("fingerprint", deployment.fingerprint())
        .bind("blueprint", deployment.blueprintId())
        .bind("tenants", Ids.json(tenants))
        .execute();
  }

  private void noteBlueprintReached(Handle handle, Instant now) {
    handle
        .createUpdate(BLUEPRINT_REACHED)
        .bind("minor", deployment.minor())
        .bind("blueprint", deployment.blueprintId())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /** Ends the deployment when no tenant is left; the blueprint's new limits apply from now on. */
  void finish(Instant now) {
    catalog.execute(
        handle -> {
          int ended =
              handle
                  .createUpdate(FINISH)
                  .bind("id", deployment.id().value())
                  .bind("now", now.toEpochMilli())
                  .execute();
          if (ended == 0) {
            return;
          }
          handle.createUpdate(GIVE_LIMITS).bind("id", deployment.id().value()).execute();
          if (isCompleted(handle)) {
            noteBlueprintReached(handle, now);
          }
        });
  }

  private boolean isCompleted(Handle handle) {
    return handle
            .createQuery(IS_COMPLETED)
            .bind("id", deployment.id().value())
            .mapTo(Integer.class)
            .one()
        > 0;
  }
}
