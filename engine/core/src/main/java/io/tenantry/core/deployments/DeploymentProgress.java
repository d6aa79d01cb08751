package io.tenantry.core.deployments;

import io.tenantry.contract.deployments.DeploymentTenant.State;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.drift.AcceptedSchemas;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.tenants.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The one place where it is noted how tenants of a deployment ended. Any thread. */
final class DeploymentProgress {
  private static final int PAGE = 256;

  /** An insert only in form: it looks each row up by key, where an UPDATE … FROM may scan. */
  private static final String DONE =
      """
      INSERT INTO deployment_tenant (deployment_id, tenant_id, state, from_minor, completed_at,
                                     duration_us, lost_rows, lost_values)
      SELECT d.deployment_id, d.tenant_id, 'done', e.value ->> 1, :now, e.value ->> 2,
             e.value ->> 3, e.value ->> 4
      FROM json_each(:ended) e
      CROSS JOIN deployment_tenant d
        ON d.deployment_id = :id AND d.tenant_id = e.value ->> 0
      WHERE TRUE
      ON CONFLICT (deployment_id, tenant_id) DO UPDATE
      SET state = excluded.state, from_minor = excluded.from_minor,
          completed_at = excluded.completed_at, duration_us = excluded.duration_us,
          lost_rows = excluded.lost_rows, lost_values = excluded.lost_values
      """;

  private static final String LOST =
      """
      UPDATE deployment_loss
      SET lost_rows = lost_rows + :rows, lost_values = lost_values + :values,
          tenants = tenants + :tenants
      WHERE deployment_id = :id AND from_minor = :from AND to_minor = :to AND loss = :what
      """;

  private static final String UNCOUNTED =
      """
      UPDATE deployment_loss
      SET uncounted = uncounted + 1
      WHERE deployment_id = :id AND from_minor = :from AND to_minor = :to
      """;

  private static final String FAILED =
      """
      UPDATE deployment_tenant
      SET state = 'failed', from_minor = :from, error = :error, completed_at = :now,
          duration_us = :duration
      WHERE deployment_id = :id AND tenant_id = :tenant
      """;
  private static final String STILL_THERE =
      """
      SELECT f.tenant_id
      FROM json_each(:ended) e
      CROSS JOIN tenant_database f
        ON f.tenant_id = e.value ->> 0 AND f.blueprint_id = :blueprint
      WHERE f.generation = e.value ->> 1
      """;
  private static final String REACHED =
      """
      UPDATE tenant_database
      SET minor = :minor, fingerprint = :fingerprint
      WHERE blueprint_id = :blueprint AND tenant_id IN (SELECT value FROM json_each(:tenants))
      """;
  private static final String BACKED_UP =
      """
      UPDATE deployment_tenant SET backup_path = :path
      WHERE deployment_id = :id AND tenant_id = :tenant
      """;

  private final Catalog catalog;
  private final DeploymentRow deployment;
  private final VersionWays ways;
  private final AcceptedTenants accepted;

  DeploymentProgress(
      Catalog catalog, DeploymentRow deployment, VersionWays ways, AcceptedTenants accepted) {
    this.catalog = catalog;
    this.deployment = deployment;
    this.ways = ways;
    this.accepted = accepted;
  }

  /**
   * How a tenant ended.
   *
   * @param from the version it was on
   * @param place where the file is that was worked on
   * @param lost what it lost
   * @param isFoundOut whether it was there already, by a change that nobody noted: what that lost
   *     was not counted
   */
  record Ended(
      TargetTenant tenant,
      State state,
      int from,
      TenantPlace place,
      @Nullable String error,
      long micros,
      List<Lost> lost,
      boolean isFoundOut) {
    /** A tenant that was on its version before anybody looked, without a note of it. */
    static Ended foundOut(TargetTenant tenant, TenantPlace place, long micros) {
      return new Ended(tenant, State.DONE, tenant.minor(), place, null, micros, List.of(), true);
    }

    long lostRows() {
      return lost.stream().mapToLong(Lost::rows).sum();
    }

    long lostValues() {
      return lost.stream().mapToLong(Lost::values).sum();
    }

    long tenantId() {
      return tenant.tenantId();
    }
  }

  /** Returns the next tenants up to the given one in catalog order; empty when none is left. */
  List<TargetTenant> pendingAfter(long tenantId, long last) {
    return catalog.read(
        handle -> DeploymentTargetRepository.pending(handle, deployment, tenantId, last, PAGE));
  }

  /** Decides what comes next; see {@link DeploymentAdvance}. */
  DeploymentAdvance.Next advance(Instant now) {
    return catalog.write(handle -> new DeploymentAdvance(handle, deployment.id(), now).next());
  }

  /** Notes that no tenant is in work any more, unless the deployment goes on. */
  void settle() {
    catalog.execute(handle -> DeploymentRepository.settle(handle, deployment.id()));
  }

  /** Notes a copy that was made of a tenant. */
  void noteBackup(TargetTenant tenant, String path) {
    catalog.execute(
        handle ->
            handle
                .createUpdate(BACKED_UP)
                .bind("path", path)
                .bind("id", deployment.id().value())
                .bind("tenant", tenant.tenantId())
                .execute());
  }

  /**
   * Notes how tenants ended; all or none. A tenant whose file was replaced in between is not noted:
   * what was done is not in the file it has now, so its turn comes again.
   */
  void note(List<Ended> ended, Instant now) {
    List<Ended> done = ended.stream().filter(each -> each.state() == State.DONE).toList();
    List<Ended> failed = ended.stream().filter(each -> each.state() != State.DONE).toList();
    List<Reached> reached = reached(done); // before the transaction: it reads the catalog
    catalog.execute(
        handle -> {
          if (!done.isEmpty()) {
            noteDone(handle, done, reached, now);
          }
          if (!failed.isEmpty()) {
            noteFailed(handle, failed, now);
          }
        });
  }

  /**
   * A version that tenants reached.
   *
   * @param accepted the schemas of those whose drift was accepted before
   */
  private record Reached(VersionTarget target, Map<Long, SchemaSnapshot> accepted) {}

  private List<Reached> reached(List<Ended> done) {
    Map<Integer, List<Long>> tenants =
        done.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.tenant().target(),
                    Collectors.mapping(Ended::tenantId, Collectors.toList())));
    List<Reached> reached = new ArrayList<>();
    tenants.forEach(
        (minor, of) -> reached.add(new Reached(ways.target(minor), accepted.movedTo(minor, of))));
    return reached;
  }

  private void noteDone(Handle handle, List<Ended> all, List<Reached> reached, Instant now) {
    if (deployment.terms().dryRun()) {
      noteDone(handle, all, now);
      return;
    }
    Set<Long> there = stillThere(handle, all);
    List<Ended> done = all.stream().filter(each -> there.contains(each.tenantId())).toList();
    noteDone(handle, done, now);
    for (Reached version : reached) {
      int minor = version.target().minor();
      List<Long> tenants =
          done.stream()
              .filter(each -> each.tenant().target() == minor)
              .map(Ended::tenantId)
              .toList();
      noteReached(handle, version.target(), tenants);
      tenants.forEach(tenant -> noteAccepted(handle, tenant, version, now));
      DeploymentRepository.blueprintReached(handle, deployment.blueprintId(), minor, now);
    }
  }

  private void noteAccepted(Handle handle, long tenant, Reached version, Instant now) {
    SchemaSnapshot schema = version.accepted().get(tenant);
    if (schema != null) {
      AcceptedSchemas.moved(
          handle, deployment.blueprintId(), tenant, version.target().minor(), schema, now);
    }
  }

  private Set<Long> stillThere(Handle handle, List<Ended> done) {
    String rows =
        done.stream()
            .map(each -> "[%d,%d]".formatted(each.tenantId(), each.place().generation()))
            .collect(Collectors.joining(",", "[", "]"));
    return new HashSet<>(
        handle
            .createQuery(STILL_THERE)
            .bind("ended", rows)
            .bind("blueprint", deployment.blueprintId())
            .mapTo(Long.class)
            .list());
  }

  private void noteDone(Handle handle, List<Ended> done, Instant now) {
    String rows =
        done.stream()
            .map(
                each ->
                    "[%d,%d,%d,%d,%d]"
                        .formatted(
                            each.tenantId(),
                            each.from(),
                            each.micros(),
                            each.lostRows(),
                            each.lostValues()))
            .collect(Collectors.joining(",", "[", "]"));
    noteLost(handle, done);
    done.stream().filter(Ended::isFoundOut).forEach(each -> noteUncounted(handle, each));
    handle
        .createUpdate(DONE)
        .bind("ended", rows)
        .bind("now", now.toEpochMilli())
        .bind("id", deployment.id().value())
        .execute();
  }

  private void noteUncounted(Handle handle, Ended each) {
    handle
        .createUpdate(UNCOUNTED)
        .bind("id", deployment.id().value())
        .bind("from", each.from())
        .bind("to", each.tenant().target())
        .execute();
  }

  private record Loss(int from, int to, String what) {}

  private void noteLost(Handle handle, List<Ended> done) {
    Map<Loss, List<Lost>> losses = new LinkedHashMap<>();
    for (Ended each : done) {
      for (Lost lost : each.lost()) {
        Loss loss = new Loss(lost.from(), each.tenant().target(), lost.what());
        losses.computeIfAbsent(loss, _ -> new ArrayList<>()).add(lost);
      }
    }
    losses.forEach(
        (loss, lost) ->
            handle
                .createUpdate(LOST)
                .bind("rows", lost.stream().mapToLong(Lost::rows).sum())
                .bind("values", lost.stream().mapToLong(Lost::values).sum())
                .bind("tenants", lost.size())
                .bind("id", deployment.id().value())
                .bind("from", loss.from())
                .bind("to", loss.to())
                .bind("what", loss.what())
                .execute());
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

  private void noteReached(Handle handle, VersionTarget target, List<Long> tenants) {
    handle
        .createUpdate(REACHED)
        .bind("minor", target.minor())
        .bind("fingerprint", target.fingerprint())
        .bind("blueprint", deployment.blueprintId())
        .bind("tenants", Ids.json(tenants))
        .execute();
  }
}
