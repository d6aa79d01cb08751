package io.tenantry.core.deployments;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentOptions;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentStrategy;
import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.blueprints.BlueprintHead;
import io.tenantry.core.blueprints.BlueprintHeads;
import io.tenantry.core.tenants.Ids;
import io.tenantry.core.tenants.Refusals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Checks a wanted deployment and writes it down with all its tenants, in one transaction. */
final class DeploymentStart {
  private static final String TARGETS =
      """
      FROM tenant_database d
      JOIN tenant t ON t.id = d.tenant_id
      WHERE d.blueprint_id = :blueprint AND d.status = 'ready'
        AND t.status NOT IN ('deleted', 'partially_deleted')
        AND (:all OR t.name IN (SELECT value FROM json_each(:names)))
      """;
  private static final String NEWER =
      "SELECT t.name " + TARGETS + " AND d.minor > :minor ORDER BY t.id LIMIT 1";
  private static final String FROMS =
      "SELECT DISTINCT d.minor " + TARGETS + " AND d.minor <> :minor ORDER BY d.minor";
  private static final String INSERT =
      """
      INSERT INTO deployment (id, project_id, blueprint_id, minor, status, total, dry_run,
                              allow_downgrade, safety_backup, workers, max_failures,
                              max_failures_percent, pause_between, query_timeout_ms,
                              max_rows_per_query, max_connections, author, created_at, started_at,
                              working_since)
      VALUES (:id, :project, :blueprint, :minor, 'running', 0, :dryRun, :downgrade, :safety,
              :workers, :failures, :failuresPercent, :pause, :timeout, :rows, :connections, :author,
              :now, :now, :now)
      """;
  private static final String INSERT_TENANTS =
      """
      INSERT INTO deployment_tenant (deployment_id, tenant_id, state, from_minor, completed_at,
                                     duration_us)
      SELECT :id, t.id, iif(d.minor = :minor, 'skipped', 'pending'),
             iif(d.minor = :minor, d.minor, NULL), iif(d.minor = :minor, :now, NULL),
             iif(d.minor = :minor, 0, NULL)
      """
          + TARGETS
          + " ORDER BY t.id LIMIT :limit";

  private final Caller caller;
  private final ProjectId project;
  private final CreateDeployment request;
  private final DeploymentOptions options;
  private final int width;
  private final Instant now;

  /**
   * Prepares a deployment.
   *
   * @param width how many tenants at a time, unless the request says so
   */
  DeploymentStart(Caller caller, CreateDeployment request, int width, Instant now) {
    this.caller = caller;
    this.project = caller.projectId();
    this.request = request;
    this.options = request.options();
    this.width = options.workers().orElse(width);
    this.now = now;
  }

  /**
   * From which versions to which one tenants go.
   *
   * @param froms versions that targets are on, without the target
   */
  record Ways(long blueprint, int minor, List<Integer> froms) {}

  /** Checks the deployment, and tells which ways its tenants will go. */
  Ways check(Handle handle) {
    BlueprintHead blueprint =
        BlueprintHeads.get(handle, project, request.blueprintId(), "blueprint_id");
    int minor = minor(handle, blueprint);
    if (!options.allowDowngrade()) {
      requireWhole(handle, blueprint.id(), minor);
    }
    if (!options.dryRun()) {
      requireNoOther(handle, blueprint.id(), blueprint.name(), "");
    }
    requireNamed(handle, blueprint);
    if (!options.allowDowngrade()) {
      requireNoneNewer(handle, blueprint, minor);
    }
    return new Ways(blueprint.id(), minor, froms(handle, blueprint, minor));
  }

  private List<Integer> froms(Handle handle, BlueprintHead blueprint, int minor) {
    return handle
        .createQuery(FROMS)
        .bind("blueprint", blueprint.id())
        .bind("all", request.tenantIds().isEmpty())
        .bind("names", names())
        .bind("minor", minor)
        .mapTo(Integer.class)
        .list();
  }

  /** Checks the deployment and writes it down under the given id. */
  void write(Handle handle, DeploymentId id, Forecast forecast) {
    BlueprintHead blueprint = BlueprintHeads.get(handle, project, request.blueprintId());
    insert(handle, id, blueprint, check(handle).minor());
    options.strategy().ifPresent(strategy -> DeploymentStageRepository.write(handle, id, strategy));
    DeploymentMoreRepository.write(handle, id, forecast);
  }

  private int minor(Handle handle, BlueprintHead blueprint) {
    if (request.version().isEmpty()) {
      return blueprint.latestMinor();
    }
    Version version = request.version().get();
    if (version.major() != 1
        || !DeploymentRepository.versionExists(handle, blueprint.id(), version.minor())) {
      throw EngineException.notFound("Version not found: " + version);
    }
    return version.minor();
  }

  /** A version with statements that were taken back later must not reach tenants any more. */
  static void requireWhole(Handle handle, long blueprint, int minor) {
    Optional<Integer> later = DeploymentRepository.takenBackIn(handle, blueprint, minor);
    if (later.isPresent()) {
      throw EngineException.conflict(
          ConflictKind.STATE,
          "Version %s has changes that were skipped or reverted later; deploy version %s or newer"
              .formatted(new Version(1, minor), new Version(1, later.get())));
    }
  }

  /**
   * Two deployments of a blueprint must not work at the same time.
   *
   * @param except the one that asks
   */
  static void requireNoOther(Handle handle, long blueprint, WorkspaceName name, String except) {
    Optional<DeploymentRepository.Open> other =
        DeploymentRepository.openOf(handle, blueprint, except);
    if (other.isPresent()) {
      throw EngineException.conflict(
              ConflictKind.BUSY,
              "Deployment %s of blueprint '%s' is %s"
                  .formatted(other.get().id(), name, doing(other.get().status())))
          .with("job_id", other.get().id());
    }
  }

  private static String doing(DeploymentStatus status) {
    return switch (status) {
      case PENDING, RUNNING -> "running. Try again when it has ended";
      case PAUSED -> "paused. Resume or cancel it first";
      case COMPLETED, FAILED, CANCELLED -> "ending its last tenants. Try again in a moment";
    };
  }

  private void requireNamed(Handle handle, BlueprintHead blueprint) {
    if (request.tenantIds().isEmpty()) {
      return;
    }
    Map<String, NamedTenant> found =
        DeploymentTargetRepository.named(handle, project, blueprint.id(), names());
    for (TenantId tenant : request.tenantIds()) {
      check(tenant, Optional.ofNullable(found.get(tenant.value())), blueprint);
    }
  }

  private static void check(TenantId tenant, Optional<NamedTenant> found, BlueprintHead blueprint) {
    NamedTenant named = found.orElseThrow(() -> Refusals.notFound(tenant.value()));
    switch (named.status()) {
      case DELETED, PARTIALLY_DELETED, PROVISIONING ->
          throw Refusals.notQueryable(tenant, named.status());
      case RESTORING, RECOVERING, MIGRATING, SYNCING, SUSPENDED, READY -> {}
    }
    if (!named.hasBlueprint()) {
      throw EngineException.badField(
          "tenant_ids",
          "Tenant '%s' does not have blueprint '%s'".formatted(tenant, blueprint.name()));
    }
  }

  private void requireNoneNewer(Handle handle, BlueprintHead blueprint, int minor) {
    Optional<String> newer =
        handle
            .createQuery(NEWER)
            .bind("blueprint", blueprint.id())
            .bind("all", request.tenantIds().isEmpty())
            .bind("names", names())
            .bind("minor", minor)
            .mapTo(String.class)
            .findOne();
    if (newer.isPresent()) {
      throw EngineException.conflict(
          ConflictKind.STATE,
          "Tenant '%s' is on a newer version than %s. Set allow_downgrade to take it back"
              .formatted(newer.get(), new Version(1, minor)));
    }
  }

  private void insert(Handle handle, DeploymentId id, BlueprintHead blueprint, int minor) {
    handle
        .createUpdate(INSERT)
        .bind("id", id.value())
        .bind("project", project.value())
        .bind("blueprint", blueprint.id())
        .bind("minor", minor)
        .bind("dryRun", options.dryRun())
        .bind("downgrade", options.allowDowngrade())
        .bind("safety", options.safetyBackup())
        .bind("workers", width)
        .bind("failures", options.strategy().flatMap(DeploymentStrategy::maxFailures))
        .bind("failuresPercent", options.strategy().flatMap(DeploymentStrategy::maxFailuresPercent))
        .bind("pause", options.strategy().map(DeploymentStrategy::pauseBetween).orElse(false))
        .bind("timeout", blueprint.wanted().queryTimeoutMs())
        .bind("rows", blueprint.wanted().maxRowsPerQuery())
        .bind("connections", blueprint.wanted().maxConnections())
        .bind("author", caller.author())
        .bind("now", now.toEpochMilli())
        .execute();
    int total =
        handle
            .createUpdate(INSERT_TENANTS)
            .bind("id", id.value())
            .bind("blueprint", blueprint.id())
            .bind("minor", minor)
            .bind("now", now.toEpochMilli())
            .bind("all", request.tenantIds().isEmpty())
            .bind("names", names())
            .bind("limit", options.dryRunTenants().orElse(-1))
            .execute();
    DeploymentTargetRepository.count(handle, id, total);
  }

  private String names() {
    List<String> names = request.tenantIds().stream().map(TenantId::value).toList();
    return Ids.jsonTexts(names);
  }
}
