package io.tenantry.core.deployments;

import io.tenantry.contract.Coded;
import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.DataLoss;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.ErrorGroup;
import io.tenantry.contract.tenants.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What a single deployment says beyond its row, inside a transaction of the caller. */
final class DeploymentMoreRepository {
  private static final String ERRORS =
      """
      SELECT 'tenant ''' || coalesce(t.name, d.gone_name) || ''': ' || coalesce(d.error, '')
      FROM deployment_tenant d
      LEFT JOIN tenant t ON t.id = d.tenant_id
      WHERE d.deployment_id = :id AND d.state = 'failed'
      ORDER BY d.tenant_id
      LIMIT 1000
      """;
  private static final String GROUPS =
      """
      SELECT g.error, g.number, coalesce(t.name, g.gone_name) AS name
      FROM (SELECT coalesce(error, '') AS error, tenant_id, gone_name,
                   count(*) OVER (PARTITION BY error) AS number,
                   row_number() OVER (PARTITION BY error ORDER BY tenant_id) AS place
            FROM deployment_tenant
            WHERE deployment_id = :id AND state = 'failed') g
      LEFT JOIN tenant t ON t.id = g.tenant_id
      WHERE g.place <= 10
      ORDER BY g.number DESC, g.error, g.tenant_id
      LIMIT 1000
      """;
  private static final String LOSSES =
      """
      SELECT from_minor, to_minor, loss, lost_rows, lost_values, tenants, uncounted
      FROM deployment_loss
      WHERE deployment_id = :id
      ORDER BY number
      """;
  private static final String INSERT_LOSS =
      """
      INSERT INTO deployment_loss (deployment_id, number, from_minor, to_minor, loss)
      VALUES (:id, :number, :from, :to, :loss)
      """;

  private static final String WARNINGS =
      """
      SELECT code, statement, message, remedy FROM deployment_warning
      WHERE deployment_id = :id
      ORDER BY number
      """;

  private static final String INSERT_WARNING =
      """
      INSERT INTO deployment_warning (deployment_id, number, code, statement, message, remedy)
      VALUES (:id, :number, :code, :statement, :message, :remedy)
      """;

  private DeploymentMoreRepository() {}

  static DeploymentRow.More of(Handle handle, DeploymentRow row) {
    DeploymentId id = row.id();
    return new DeploymentRow.More(
        row.failed() == 0 ? List.of() : errors(handle, id),
        row.failed() == 0 ? List.of() : groups(handle, id),
        DeploymentStageRepository.of(handle, id).stream().map(StageRow::view).toList(),
        new Forecast(losses(handle, id), warnings(handle, id)));
  }

  private static List<String> errors(Handle handle, DeploymentId id) {
    return handle.createQuery(ERRORS).bind("id", id.value()).mapTo(String.class).list();
  }

  private record Key(String error, int count) {}

  private static List<ErrorGroup> groups(Handle handle, DeploymentId id) {
    Map<Key, List<TenantId>> groups = new LinkedHashMap<>();
    handle
        .createQuery(GROUPS)
        .bind("id", id.value())
        .map(
            (row, _) ->
                groups
                    .computeIfAbsent(
                        new Key(row.getString("error"), row.getInt("number")),
                        _ -> new ArrayList<>())
                    .add(new TenantId(row.getString("name"))))
        .list();
    List<ErrorGroup> list = new ArrayList<>();
    groups.forEach((key, tenants) -> list.add(new ErrorGroup(key.error(), key.count(), tenants)));
    return list;
  }

  static List<DataLoss> losses(Handle handle, DeploymentId id) {
    return handle
        .createQuery(LOSSES)
        .bind("id", id.value())
        .map(
            (row, _) ->
                new DataLoss(
                    new Version(1, row.getInt("from_minor")),
                    new Version(1, row.getInt("to_minor")),
                    row.getString("loss"),
                    row.getLong("lost_rows"),
                    row.getLong("lost_values"),
                    row.getInt("tenants"),
                    row.getInt("uncounted")))
        .list();
  }

  private static List<ChangeWarning> warnings(Handle handle, DeploymentId id) {
    return handle
        .createQuery(WARNINGS)
        .bind("id", id.value())
        .map(
            (row, _) ->
                new ChangeWarning(
                    Coded.find(ChangeWarning.Code.class, row.getString("code")).orElseThrow(),
                    row.getString("statement"),
                    row.getString("message"),
                    row.getString("remedy")))
        .list();
  }

  static void write(Handle handle, DeploymentId id, Forecast forecast) {
    writeLosses(handle, id, forecast.losses());
    List<ChangeWarning> warnings = forecast.warnings();
    for (int i = 0; i < warnings.size(); i++) {
      handle
          .createUpdate(INSERT_WARNING)
          .bind("id", id.value())
          .bind("number", i + 1)
          .bind("code", warnings.get(i).code().code())
          .bind("statement", warnings.get(i).statement())
          .bind("message", warnings.get(i).message())
          .bind("remedy", warnings.get(i).remedy())
          .execute();
    }
  }

  private static void writeLosses(Handle handle, DeploymentId id, List<DataLoss> losses) {
    for (int i = 0; i < losses.size(); i++) {
      handle
          .createUpdate(INSERT_LOSS)
          .bind("id", id.value())
          .bind("number", i + 1)
          .bind("from", losses.get(i).fromVersion().minor())
          .bind("to", losses.get(i).toVersion().minor())
          .bind("loss", losses.get(i).what())
          .execute();
    }
  }
}
