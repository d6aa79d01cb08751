package io.tenantry.core.deployments;

import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentStrategy;
import io.tenantry.contract.deployments.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The stages of deployments, inside a transaction of the caller. */
final class DeploymentStageRepository {
  private static final String OF =
      """
      SELECT number, tenants, percent, target, last_tenant
      FROM deployment_stage
      WHERE deployment_id = :id
      ORDER BY number
      """;
  private static final String WAITING =
      "SELECT count(*) FROM deployment_tenant WHERE deployment_id = :id AND state = 'pending'";
  private static final String INSERT =
      """
      INSERT INTO deployment_stage (deployment_id, number, tenants, percent, target, last_tenant)
      SELECT :id, :number, :tenants, :percent, :target,
             coalesce((SELECT tenant_id FROM deployment_tenant
                       WHERE deployment_id = :id AND state = 'pending'
                       ORDER BY tenant_id LIMIT 1 OFFSET :target - 1), 0)
      """;

  private DeploymentStageRepository() {}

  static List<StageRow> of(Handle handle, DeploymentId id) {
    return handle
        .createQuery(OF)
        .bind("id", id.value())
        .map(
            (row, _) -> {
              int percent = row.getInt("percent");
              Share size =
                  row.wasNull() ? Share.tenants(row.getInt("tenants")) : Share.percent(percent);
              return new StageRow(
                  row.getInt("number"), size, row.getInt("target"), row.getLong("last_tenant"));
            })
        .list();
  }

  /** Lays the tenants that wait out over stages; what they leave out gets one more. */
  static void write(Handle handle, DeploymentId id, DeploymentStrategy strategy) {
    int total = handle.createQuery(WAITING).bind("id", id.value()).mapTo(Integer.class).one();
    List<Share> shares = new ArrayList<>(strategy.stages());
    if (shares.isEmpty() || shares.getLast().of(total) < total) {
      shares.add(Share.percent(100));
    }
    int reached = 0;
    for (int i = 0; i < shares.size(); i++) {
      reached = Math.max(reached, shares.get(i).of(total));
      handle
          .createUpdate(INSERT)
          .bind("id", id.value())
          .bind("number", i + 1)
          .bind("tenants", shares.get(i).tenants())
          .bind("percent", shares.get(i).percent())
          .bind("target", reached)
          .execute();
    }
  }

  /** Returns the first stage that has tenants left; 1 when there is none. */
  static int firstOpen(Handle handle, DeploymentId id) {
    Optional<Long> first =
        handle
            .createQuery(
                """
                SELECT tenant_id FROM deployment_tenant
                WHERE deployment_id = :id AND state = 'pending'
                ORDER BY tenant_id LIMIT 1
                """)
            .bind("id", id.value())
            .mapTo(Long.class)
            .findOne();
    return of(handle, id).stream()
        .filter(stage -> first.isPresent() && first.get() <= stage.lastTenant())
        .map(StageRow::number)
        .findFirst()
        .orElse(1);
  }
}
