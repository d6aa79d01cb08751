package io.tenantry.core.deployments;

import io.tenantry.contract.deployments.DeploymentEvent.Kind;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentStrategy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Decides, in one transaction, what a deployment does next: work a stage off, go on to the next
 * one, pause between two, stop because its failure budget is exceeded, or end. Every decision is
 * durable when it is made, so a crash behind it finds the same answer.
 */
final class DeploymentAdvance {
  private static final String LEFT =
      """
      SELECT count(*) FROM (
        SELECT 1 FROM deployment_tenant
        WHERE deployment_id = :id AND state = 'pending' AND tenant_id <= :last
        LIMIT 1)
      """;
  private static final String GO_ON = "UPDATE deployment SET stage = :stage WHERE id = :id";
  private static final String PAUSE =
      "UPDATE deployment SET stage = :stage, status = 'paused', settled = 1, "
          + DeploymentRepository.RESTS
          + " WHERE id = :id";
  private static final String STOP =
      "UPDATE deployment SET status = 'failed', settled = 1, completed_at = :now, "
          + DeploymentRepository.RESTS
          + " WHERE id = :id";
  private static final String FINISH =
      """
      UPDATE deployment
      SET status = iif(EXISTS (SELECT 1 FROM deployment_tenant
                               WHERE deployment_id = :id AND state = 'failed'),
                       'failed', 'completed'),
          settled = 1, completed_at = :now,
      """
          + DeploymentRepository.RESTS
          + " WHERE id = :id RETURNING status = 'completed'";
  private static final String GIVE_LIMITS =
      """
      UPDATE blueprint
      SET deployed_query_timeout_ms = p.query_timeout_ms,
          deployed_max_rows_per_query = p.max_rows_per_query,
          deployed_max_connections = p.max_connections
      FROM deployment p
      WHERE p.id = :id AND blueprint.id = p.blueprint_id
      """;

  private final Handle handle;
  private final DeploymentId id;
  private final Instant now;

  DeploymentAdvance(Handle handle, DeploymentId id, Instant now) {
    this.handle = handle;
    this.id = id;
    this.now = now;
  }

  /** What comes next. */
  sealed interface Next {}

  /**
   * Work off what waits.
   *
   * @param last the last tenant of the stage in catalog order
   * @param failures how many more may fail before no further tenant is begun
   * @param workers how many tenants at a time
   */
  record Work(long last, int failures, int workers) implements Next {}

  /** Find out which tenants were changed without a note of it; the status stays as it is. */
  record LookAfter() implements Next {}

  /** Nothing, for now or for good. */
  record Over() implements Next {}

  Next next() {
    Optional<DeploymentRow> found = DeploymentRepository.find(handle, id);
    if (found.isEmpty()) {
      return new Over(); // with its project
    }
    DeploymentRow row = found.get();
    if (row.status() != DeploymentStatus.RUNNING && row.status() != DeploymentStatus.PENDING) {
      return DeploymentRepository.isSettled(handle, id) ? new Over() : new LookAfter();
    }
    Optional<DeploymentStrategy> strategy = row.terms().strategy();
    return strategy.isEmpty() ? allAtOnce(row) : inStages(row, strategy.get());
  }

  private Next allAtOnce(DeploymentRow row) {
    return isAnyLeft(Long.MAX_VALUE)
        ? new Work(Long.MAX_VALUE, Integer.MAX_VALUE, row.terms().workers())
        : finish(row);
  }

  private Next inStages(DeploymentRow row, DeploymentStrategy strategy) {
    List<StageRow> stages = DeploymentStageRepository.of(handle, id);
    for (int i = row.terms().stage(); i <= stages.size(); i++) {
      StageRow stage = stages.get(i - 1);
      int failures =
          strategy.failuresAllowed(stage.target()) + row.terms().forgiven() - row.failed();
      if (failures < 0) {
        return stop();
      }
      boolean isPaused = i > row.terms().stage() && strategy.pauseBetween();
      if (isAnyLeft(stage.lastTenant())) {
        return isPaused ? pause(i) : work(i, stage, failures, row);
      }
    }
    return isAnyLeft(Long.MAX_VALUE) ? rest(row, stages.size()) : finish(row);
  }

  /** Tenants behind the last stage: none, unless the catalog was changed by hand. */
  private Next rest(DeploymentRow row, int stages) {
    goOn(stages);
    return new Work(Long.MAX_VALUE, Integer.MAX_VALUE, row.terms().workers());
  }

  private boolean isAnyLeft(long last) {
    return handle
            .createQuery(LEFT)
            .bind("id", id.value())
            .bind("last", last)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  private Next work(int number, StageRow stage, int failures, DeploymentRow row) {
    if (number > row.terms().stage()) {
      log().stage(number);
    }
    goOn(number);
    return new Work(stage.lastTenant(), failures, row.terms().workers());
  }

  private void goOn(int stage) {
    handle.createUpdate(GO_ON).bind("stage", stage).bind("id", id.value()).execute();
  }

  private Next pause(int stage) {
    handle
        .createUpdate(PAUSE)
        .bind("stage", stage)
        .bind("now", now.toEpochMilli())
        .bind("id", id.value())
        .execute();
    log().stage(stage);
    log().itself(Kind.PAUSED);
    return new Over();
  }

  private DeploymentLogRepository log() {
    return new DeploymentLogRepository(handle, id, now);
  }

  private Next stop() {
    handle.createUpdate(STOP).bind("now", now.toEpochMilli()).bind("id", id.value()).execute();
    log().finished();
    return new Over();
  }

  /** Ends the deployment; the blueprint's new limits apply from now on. */
  private Next finish(DeploymentRow row) {
    boolean completed =
        handle
            .createQuery(FINISH)
            .bind("id", id.value())
            .bind("now", now.toEpochMilli())
            .mapTo(Boolean.class)
            .one();
    log().finished();
    if (row.terms().givesLimits()) {
      handle.createUpdate(GIVE_LIMITS).bind("id", id.value()).execute();
      if (completed) {
        DeploymentRepository.blueprintReached(handle, row.blueprintId(), row.minor(), now);
      }
    }
    return new Over();
  }
}
