package io.tenantry.app;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A data folder with more tenants than one would wait for: all but one are rows of the catalog,
 * without a file.
 */
final class ManyTenants {
  private ManyTenants() {}

  /** Writes a new data folder with so many tenants of the fintech blueprint. */
  static void write(Path data, int count) throws SQLException {
    try (SeededEngine engine = new SeededEngine(data)) {
      engine.fintech().tenants(1);
    }
    String url = "jdbc:sqlite:" + data.resolve("catalog.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.executeUpdate(
          "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < "
              + (count - 1)
              + ") INSERT INTO tenant (project_id, name, status, status_since,"
              + " proxy_password_sealed, proxy_password_hash, created_at)"
              + " SELECT project_id, 'tenant-' || x, status, status_since, proxy_password_sealed,"
              + " randomblob(32), created_at + x FROM tenant, n WHERE name = 'tenant-001'");
      statement.executeUpdate(
          "INSERT INTO tenant_database (tenant_id, blueprint_id, isolation_level, minor,"
              + " fingerprint, created_at) SELECT t.id, d.blueprint_id, 1, d.minor, d.fingerprint,"
              + " d.created_at FROM tenant t, tenant_database d WHERE t.name <> 'tenant-001'");
      connection.commit();
    }
  }
}
