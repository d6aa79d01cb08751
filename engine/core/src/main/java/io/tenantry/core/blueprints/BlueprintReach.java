package io.tenantry.core.blueprints;

import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * How far the tenants of a blueprint are. Tenants in the trash count for nothing but that they have
 * a change: they may come back with it.
 */
public final class BlueprintReach {
  private static final String LIVE =
      """
      d.status = 'ready' AND t.status NOT IN ('deleted', 'partially_deleted', 'provisioning')
      """;

  /**
   * The version of the tenant that is furthest behind, of the blueprint {@code b} of a query: what
   * was added later is undeployed. Without tenants it is what one in the trash has, else none. It
   * reads one tenant in the order of an index.
   */
  public static final String BEHIND =
      """
      coalesce((SELECT d.minor
                FROM tenant_database d
                CROSS JOIN tenant t ON t.id = d.tenant_id
                WHERE d.blueprint_id = b.id AND
      """
          + LIVE
          + """
                    ORDER BY d.minor LIMIT 1),
                   (SELECT max(d.minor) FROM tenant_database d WHERE d.blueprint_id = b.id), -1)
          """;

  /** The number of undeployed changes of the blueprint {@code b} of a query. */
  public static final String UNDEPLOYED =
      """
      (SELECT count(*) FROM change c
       WHERE c.blueprint_id = b.id AND c.removed_minor IS NULL AND c.added_minor >
      """
          + BEHIND
          + ")";

  private final TreeMap<Integer, Long> live = new TreeMap<>();

  private BlueprintReach() {}

  /** Counts the tenants of a blueprint. */
  public static BlueprintReach of(Handle handle, long blueprint) {
    BlueprintReach reach = new BlueprintReach();
    reach.live.putAll(ReachRepository.all(handle, blueprint));
    ReachRepository.hidden(handle, blueprint)
        .forEach((minor, hidden) -> reach.live.merge(minor, -hidden, Long::sum));
    return reach;
  }

  /** Returns the version of the tenant that is furthest behind; below 0 without any tenant. */
  public static int behind(Handle handle, long blueprint) {
    return handle
        .createQuery("SELECT " + BEHIND + " FROM blueprint b WHERE b.id = ?")
        .bind(0, blueprint)
        .mapTo(Integer.class)
        .one();
  }

  /** Returns how many tenants have what a version added. */
  public long deployedTo(int minor) {
    return live.tailMap(minor, true).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns whether a tenant has what a version added, one in the trash included. */
  public static boolean isReached(Handle handle, long blueprint, int minor) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM tenant_database WHERE blueprint_id = ? AND minor >= ?)")
        .bind(0, blueprint)
        .bind(1, minor)
        .mapTo(Boolean.class)
        .one();
  }
}
