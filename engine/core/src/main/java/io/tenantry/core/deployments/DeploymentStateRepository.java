package io.tenantry.core.deployments;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.DeploymentStates;
import io.tenantry.contract.deployments.UndoOutlook;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads how far each tenant of a deployment is. */
final class DeploymentStateRepository {
  /** Joined inside SQLite: a row a tenant across the driver would take ten times as long. */
  private static final String LETTERS =
      """
      SELECT coalesce(group_concat(letter, ''), '')
      FROM (SELECT CASE state WHEN 'pending' THEN :waiting ELSE substr(state, 1, 1) END AS letter
            FROM deployment_tenant
            WHERE deployment_id = :id
            ORDER BY tenant_id)
      """;

  private DeploymentStateRepository() {}

  /** Reads versions and how many tenants go back to each. */
  static List<UndoOutlook.Way> ways(Query query, Version from) {
    return query
        .map(
            (row, _) ->
                new UndoOutlook.Way(
                    from, new Version(1, row.getInt("minor")), row.getInt("tenants")))
        .list();
  }

  static DeploymentStates states(Handle handle, DeploymentRow deployment) {
    boolean ended = deployment.status().ended();
    return new DeploymentStates(
        deployment.id(),
        handle
            .createQuery(LETTERS)
            .bind("id", deployment.id().value())
            .bind("waiting", ended ? "n" : "p")
            .mapTo(String.class)
            .one());
  }
}
