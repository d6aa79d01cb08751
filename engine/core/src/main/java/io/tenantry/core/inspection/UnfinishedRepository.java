package io.tenantry.core.inspection;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows that say what was under way when the engine stopped. */
final class UnfinishedRepository {
  private static final String UNDER_WAY =
      """
      SELECT 'operation' AS kind, t.project_id AS project,
             'Tenant ''' || t.name || ''' is ' || t.status || ' (' || o.kind
               || '); the next start goes on with it' AS what
      FROM tenant_operation o
      JOIN tenant t ON t.id = o.tenant_id
      UNION ALL
      SELECT 'provisioning', t.project_id,
             'Tenant ''' || t.name || ''' was being made; the next start '
               || iif(EXISTS (SELECT 1 FROM tenant_database d
                              WHERE d.tenant_id = t.id AND d.status <> 'ready'
                                AND d.isolation_level = 2),
                      'goes on with it', 'takes it back')
      FROM tenant t
      WHERE t.status = 'provisioning'
         OR EXISTS (SELECT 1 FROM tenant_database d
                    WHERE d.tenant_id = t.id AND d.status <> 'ready')
      UNION ALL
      SELECT 'removal', t.project_id,
             'Tenant ''' || t.name || ''' was being destroyed; the next start goes on with it'
      FROM tenant t
      WHERE t.status = 'partially_deleted'
      UNION ALL
      SELECT 'deployment', p.project_id,
             'Deployment ' || p.id || ' is ' || p.status || iif(p.status = 'paused',
               '; it waits to be resumed', '; the next start goes on with it')
      FROM deployment p
      WHERE p.status IN ('pending', 'running', 'paused') OR p.settled = 0
      UNION ALL
      SELECT 'import', i.project_id, 'Import ' || i.id || ' runs; the next start goes on with it'
      FROM data_import i
      WHERE i.status = 'running'
      UNION ALL
      SELECT 'backup', k.project_id,
             'Backup ' || k.storage_path || ' was being taken; the next start marks it failed'
      FROM backup k
      WHERE k.status = 'running'
      UNION ALL
      SELECT 'drift_check', b.project_id,
             'The check of blueprint ''' || b.name || ''' for drift runs; the next start goes on'
      FROM drift_check c
      JOIN blueprint b ON b.id = c.blueprint_id
      WHERE c.status = 'running'
      """;
  private static final String REMOVED = "SELECT path FROM removed_folder ORDER BY path";
  private static final String IMPORTS = "SELECT id FROM data_import WHERE status = 'running'";

  private UnfinishedRepository() {}

  /**
   * Something under way.
   *
   * @param project whose it is
   * @param what for people, with what the next start makes of it
   */
  record UnderWay(String kind, String project, String what) {}

  static List<UnderWay> underWay(Handle handle) {
    return handle
        .createQuery(UNDER_WAY)
        .map(
            (row, _) ->
                new UnderWay(
                    row.getString("kind"), row.getString("project"), row.getString("what")))
        .list();
  }

  /** Returns the folders of removed projects, relative to the data folder. */
  static List<String> removedFolders(Handle handle) {
    return handle.createQuery(REMOVED).mapTo(String.class).list();
  }

  static List<String> runningImports(Handle handle) {
    return handle.createQuery(IMPORTS).mapTo(String.class).list();
  }
}
