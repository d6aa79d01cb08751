package io.tenantry.core.tenants;

import io.tenantry.contract.tenants.TenantConcern;

/**
 * What makes a database {@code d} one to look at, as conditions in SQL: each names the rows of an
 * index, so that it costs as much as there is to find.
 */
final class TenantConcerns {
  private static final String BEHIND =
      """
      (d.blueprint_id, d.minor) IN (
        SELECT v.blueprint_id, v.minor
        FROM blueprint b
        JOIN blueprint_version v ON v.blueprint_id = b.id
        WHERE b.project_id = :project
          AND v.minor < (SELECT max(n.minor) FROM blueprint_version n WHERE n.blueprint_id = b.id))
      """;
  private static final String DRIFTED =
      """
      (d.blueprint_id, d.tenant_id) IN (
        SELECT x.blueprint_id, x.tenant_id
        FROM blueprint b
        JOIN tenant_drift x ON x.blueprint_id = b.id
        WHERE b.project_id = :project AND x.state = 'drifted')
      """;
  private static final String FAILED =
      """
      (d.blueprint_id, d.tenant_id) IN (
        SELECT p.blueprint_id, x.tenant_id
        FROM deployment p
        JOIN deployment_tenant x ON x.deployment_id = p.id
        WHERE p.project_id = :project AND p.dry_run = 0 AND x.state = 'failed'
          AND NOT EXISTS (SELECT 1
                          FROM deployment_tenant y
                          JOIN deployment q ON q.id = y.deployment_id
                          WHERE y.tenant_id = x.tenant_id AND y.state <> 'pending'
                            AND q.blueprint_id = p.blueprint_id AND q.dry_run = 0
                            AND q.rowid > p.rowid))
      """;

  private TenantConcerns() {}

  static String condition(TenantConcern concern) {
    return switch (concern) {
      case BEHIND -> BEHIND;
      case DRIFTED -> DRIFTED;
      case FAILED -> FAILED;
    };
  }
}
