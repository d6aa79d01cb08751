package io.tenantry.app.screens;

import io.tenantry.app.SeededEngine;
import io.tenantry.contract.tenants.TenantId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Somebody who changes the file of a tenant with a tool of his own. */
public final class StrayTool {
  private StrayTool() {}

  /** Runs statements on its file. */
  public static void change(SeededEngine engine, TenantId tenant, String... statements) {
    String address =
        engine
            .project()
            .tenants()
            .get(tenant)
            .databases()
            .getFirst()
            .connection()
            .orElseThrow()
            .connectionString();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + address);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
