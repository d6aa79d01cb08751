package io.tenantry.app.screens.deployments;

import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.queries.FanOut;
import io.tenantry.contract.queries.FanOutAnswer;
import io.tenantry.contract.queries.FanOutProgress;
import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.Queries;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks in how many tenants there is something in what an undo takes away or fills. Worker thread;
 * progress and stop from any.
 */
final class LossCount {
  /** Looking into more than that would take longer than a question may. */
  static final int MOST_TENANTS = 10_000;

  private static final int PAGE = 1000;
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Queries queries;
  private final Deployments deployments;
  private volatile FanOutProgress progress = FanOutProgress.of(0);
  private volatile boolean isStopped;

  LossCount(Queries queries, Deployments deployments) {
    this.queries = queries;
    this.deployments = deployments;
  }

  FanOutProgress progress() {
    return progress;
  }

  /** Gives up; what was counted by then is not the truth and is not told. */
  void stop() {
    isStopped = true;
  }

  /**
   * Counts for each query of a plan the tenants that have something, and how much in all.
   *
   * @return empty when it was stopped, or a tenant could not tell
   */
  Optional<List<Counted>> count(UndoPlan plan) {
    List<String> counts = plan.counting();
    String sql =
        counts.stream()
            .map(count -> "(" + count + ")")
            .collect(Collectors.joining(", ", "SELECT ", ""));
    FanOutQuery query =
        new FanOutQuery(
            plan.deployment().blueprintId(),
            sql,
            Parameters.none(),
            tenants(plan.deployment().jobId()));
    List<Counted> found = new ArrayList<>(Collections.nCopies(counts.size(), Counted.NOTHING));
    try (FanOut open = queries.fanOut(query)) {
      while (!open.isOver() && !isStopped) {
        open.next(PATIENCE).flatMap(LossCount::result).ifPresent(row -> add(row, found));
        progress = open.progress();
      }
    }
    boolean isTrue = !isStopped && progress.failed() == 0;
    return isTrue ? Optional.of(List.copyOf(found)) : Optional.empty();
  }

  private static Optional<QueryResult> result(FanOutAnswer answer) {
    return answer.answer().result();
  }

  private static void add(QueryResult result, List<Counted> found) {
    List<Value> row = result.rows().getFirst();
    for (int at = 0; at < found.size(); at++) {
      long number = row.get(at) instanceof Value.Integer(long counted) ? counted : 0;
      found.set(at, found.get(at).plus(number));
    }
  }

  private List<TenantId> tenants(DeploymentId id) {
    List<TenantId> ids = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<DeploymentTenant> page =
          deployments.tenants(
              id, Set.of(DeploymentTenant.State.DONE), new PageRequest(Optional.of(PAGE), cursor));
      page.items().forEach(tenant -> ids.add(tenant.tenantId()));
      cursor = page.nextCursor();
    } while (cursor.isPresent() && !isStopped);
    return ids;
  }
}
