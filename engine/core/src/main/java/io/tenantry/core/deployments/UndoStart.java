package io.tenantry.core.deployments;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.DataLoss;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentKind;
import io.tenantry.contract.deployments.UndoDeployment;
import io.tenantry.contract.deployments.UndoMode;
import io.tenantry.contract.deployments.UndoOutlook;
import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.access.Caller;
import io.tenantry.core.tenants.Ids;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Checks a wanted undo and writes it down with all its tenants, in one transaction. */
final class UndoStart {
  private static final String CHANGED =
      """
      FROM deployment_tenant o
      JOIN tenant t ON t.id = o.tenant_id
      JOIN tenant_database f ON f.tenant_id = o.tenant_id AND f.blueprint_id = :blueprint
      WHERE o.deployment_id = :of AND o.state = 'done'
        AND t.status NOT IN ('deleted', 'partially_deleted')
        AND (:all OR t.name IN (SELECT value FROM json_each(:names)))
      """;
  private static final String NAMES = "SELECT t.name " + CHANGED;
  private static final String STILL = CHANGED + " AND f.minor <> o.from_minor";
  private static final String FROMS = "SELECT DISTINCT o.from_minor " + STILL + " ORDER BY 1";
  private static final String WAYS =
      "SELECT o.from_minor AS minor, count(*) AS tenants "
          + STILL
          + " GROUP BY o.from_minor ORDER BY 1";
  private static final String COPIES =
      "SELECT count(*) " + STILL + " AND o.backup_path IS NOT NULL";
  private static final String WITHOUT_COPY =
      "SELECT t.name " + CHANGED + " AND o.backup_path IS NULL ORDER BY t.id LIMIT 1";
  private static final String INSERT =
      """
      INSERT INTO deployment (id, project_id, blueprint_id, kind, minor, status, total, dry_run,
                              allow_downgrade, workers, undo_of, undo_mode, query_timeout_ms,
                              max_rows_per_query, max_connections, author, created_at, started_at,
                              working_since)
      SELECT :id, project_id, blueprint_id, 'undo', :minor, 'running', 0, :dryRun, 1, :workers, id,
             :mode, query_timeout_ms, max_rows_per_query, max_connections, :author, :now, :now, :now
      FROM deployment
      WHERE id = :of
      """;
  private static final String INSERT_TENANTS =
      """
      INSERT INTO deployment_tenant (deployment_id, tenant_id, state, from_minor, to_minor,
                                     backup_path, completed_at, duration_us)
      SELECT :id, o.tenant_id, iif(f.minor = o.from_minor, 'skipped', 'pending'),
             iif(f.minor = o.from_minor, f.minor, NULL), o.from_minor,
             iif(:mode = 'backup', o.backup_path, NULL),
             iif(f.minor = o.from_minor, :now, NULL), iif(f.minor = o.from_minor, 0, NULL)
      """
          + CHANGED
          + " ORDER BY o.tenant_id";

  private final Caller caller;
  private final UndoDeployment request;
  private final int width;
  private final Instant now;

  /**
   * Prepares an undo.
   *
   * @param width how many tenants at a time
   */
  UndoStart(Caller caller, UndoDeployment request, int width, Instant now) {
    this.caller = caller;
    this.request = request;
    this.width = width;
    this.now = now;
  }

  /** Checks the undo; returns the versions that tenants go back to, oldest first. */
  List<Integer> check(Handle handle, DeploymentRow undone) {
    requireUndoable(undone);
    requireChanged(handle, undone);
    if (!request.dryRun()) {
      DeploymentStart.requireNoOther(handle, undone.blueprintId(), undone.blueprint(), "");
    }
    List<Integer> targets = bound(handle.createQuery(FROMS), undone).mapTo(Integer.class).list();
    if (targets.isEmpty()) {
      throw refused(undone, "has changed no tenant that is there, or all are back already");
    }
    if (request.mode() == UndoMode.BACKUP) {
      bound(handle.createQuery(WITHOUT_COPY), undone)
          .mapTo(String.class)
          .findOne()
          .ifPresent(
              tenant -> {
                throw refused(undone, "made no copy of tenant '" + tenant + "'; use mode plan");
              });
    }
    return targets;
  }

  /** Returns which ways tenants would go; what is made anew on them is not looked at. */
  UndoOutlook outlook(Handle handle, DeploymentRow undone) {
    check(handle, undone);
    Version from = new Version(1, undone.minor());
    List<UndoOutlook.Way> ways =
        DeploymentStateRepository.ways(bound(handle.createQuery(WAYS), undone), from);
    int copies = bound(handle.createQuery(COPIES), undone).mapTo(Integer.class).one();
    List<DataLoss> gone = DeploymentMoreRepository.losses(handle, undone.id());
    return new UndoOutlook(undone.id(), ways, gone, List.of(), copies);
  }

  private static void requireUndoable(DeploymentRow undone) {
    if (!undone.status().ended()) {
      throw refused(undone, "is " + undone.status().code() + "; cancel it first");
    }
    if (undone.terms().dryRun()) {
      throw refused(undone, "was a dry run; there is nothing to undo");
    }
    if (undone.terms().kind() == DeploymentKind.UNDO) {
      throw refused(undone, "is an undo; deploy the version instead");
    }
  }

  private void requireChanged(Handle handle, DeploymentRow undone) {
    Set<String> changed =
        new HashSet<>(bound(handle.createQuery(NAMES), undone).mapTo(String.class).list());
    for (TenantId tenant : request.tenantIds()) {
      if (!changed.contains(tenant.value())) {
        throw EngineException.badField(
            "tenant_ids",
            "Tenant '%s' was not changed by deployment %s".formatted(tenant, undone.id()));
      }
    }
  }

  /** Refuses to lose what nobody has agreed to lose. */
  void requireConsent(DeploymentRow undone, List<DataLoss> losses) {
    if (!losses.isEmpty() && !request.confirmLoss() && !request.dryRun()) {
      throw new EngineException(
          ErrorCode.CONFLICT,
          "Undoing deployment %s loses data. Set confirm_loss to do it".formatted(undone.id()),
          Map.of("losses", losses.stream().map(DataLoss::toString).toList()),
          null);
    }
  }

  /** Returns what tenants lose when their copies are put back. */
  static List<DataLoss> lostByCopies(int from, List<Integer> targets) {
    return targets.stream()
        .map(
            to ->
                new DataLoss(
                    new Version(1, from),
                    new Version(1, to),
                    "everything written since the copies that the deployment made"))
        .toList();
  }

  /** Writes the undo down under the given id. */
  void write(Handle handle, DeploymentId id, DeploymentRow undone, Forecast forecast) {
    List<Integer> targets = check(handle, undone);
    handle
        .createUpdate(INSERT)
        .bind("id", id.value())
        .bind("minor", targets.getFirst())
        .bind("dryRun", request.dryRun())
        .bind("workers", width)
        .bind("mode", request.mode().code())
        .bind("author", caller.author())
        .bind("now", now.toEpochMilli())
        .bind("of", undone.id().value())
        .execute();
    int total =
        bound(handle.createUpdate(INSERT_TENANTS), undone)
            .bind("id", id.value())
            .bind("mode", request.mode().code())
            .bind("now", now.toEpochMilli())
            .execute();
    DeploymentTargetRepository.count(handle, id, total);
    DeploymentMoreRepository.write(handle, id, forecast);
  }

  private <S extends SqlStatement<S>> S bound(S statement, DeploymentRow undone) {
    return statement
        .bind("blueprint", undone.blueprintId())
        .bind("of", undone.id().value())
        .bind("all", request.tenantIds().isEmpty())
        .bind("names", Ids.jsonTexts(request.tenantIds().stream().map(TenantId::value).toList()));
  }

  private static EngineException refused(DeploymentRow undone, String why) {
    return EngineException.conflict(ConflictKind.STATE, "Deployment " + undone.id() + " " + why);
  }
}
