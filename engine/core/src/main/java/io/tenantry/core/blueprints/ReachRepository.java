package io.tenantry.core.blueprints;

import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** How many tenants of a blueprint are on which version, inside a transaction of the caller. */
final class ReachRepository {
  private static final String BY_VERSION =
      """
      SELECT minor, count(*) AS number
      FROM tenant_database
      WHERE blueprint_id = :blueprint AND status = 'ready'
      GROUP BY minor
      """;

  /** The list of states is the one of the index, so that only these tenants are read. */
  private static final String HIDDEN =
      """
      SELECT d.minor, count(*) AS number
      FROM tenant t
      CROSS JOIN tenant_database d ON d.tenant_id = t.id
      WHERE t.status IN ('provisioning', 'partially_deleted', 'deleted')
        AND d.blueprint_id = :blueprint AND d.status = 'ready'
      GROUP BY d.minor
      """;

  private ReachRepository() {}

  /** Counts all databases by version, those of tenants in the trash included. */
  static Map<Integer, Long> all(Handle handle, long blueprint) {
    return counts(handle, BY_VERSION, blueprint);
  }

  /** Counts those of tenants that are in the trash or not there yet. */
  static Map<Integer, Long> hidden(Handle handle, long blueprint) {
    return counts(handle, HIDDEN, blueprint);
  }

  private static Map<Integer, Long> counts(Handle handle, String sql, long blueprint) {
    Map<Integer, Long> counts = new TreeMap<>();
    handle
        .createQuery(sql)
        .bind("blueprint", blueprint)
        .map((row, _) -> Map.entry(row.getInt("minor"), row.getLong("number")))
        .forEach(count -> counts.put(count.getKey(), count.getValue()));
    return counts;
  }
}
