package io.tenantry.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog of before deployments knew how long they were at work. */
class DeploymentTimesMigrationTest {
  private static final int BEFORE = Migrations.SCRIPTS.indexOf("V011__deployment_times.sql");

  @TempDir Path folder;

  @Test
  void timesAndCountsOfOlderDeploymentsAreWorkedOut() throws SQLException, IOException {
    Path file = folder.resolve("catalog.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String script : Migrations.SCRIPTS.subList(0, BEFORE)) {
        statement.executeUpdate(resource(script));
      }
      statement.executeUpdate("PRAGMA foreign_keys = OFF");
      deployment(statement, "ended", "completed", "1000", "4600");
      deployment(statement, "running", "running", "7000", "NULL");
      deployment(statement, "paused", "paused", "8000", "NULL");
      tenant(statement, "ended", 1, "done", 4500);
      tenant(statement, "ended", 2, "skipped", 1000);
      tenant(statement, "ended", 3, "skipped", 1000);
      tenant(statement, "paused", 1, "done", 8900);
      statement.executeUpdate("PRAGMA application_id = " + CatalogFile.APPLICATION_ID);
      statement.executeUpdate("PRAGMA user_version = " + BEFORE);
    }

    try (Catalog catalog = Catalog.open(file)) {
      List<String> found =
          catalog.read(
              handle ->
                  handle
                      .createQuery(
                          "SELECT id || ' ' || worked_ms || ' ' || coalesce(working_since, '-')"
                              + " || ' ' || skipped FROM deployment ORDER BY id")
                      .mapTo(String.class)
                      .list());
      assertThat(found).containsExactly("ended 3600 - 2", "paused 900 - 0", "running 0 7000 0");
    }
  }

  private static void deployment(
      Statement statement, String id, String status, String started, String completed)
      throws SQLException {
    statement.executeUpdate(
        """
        INSERT INTO deployment (id, project_id, blueprint_id, minor, status, total,
                                query_timeout_ms, max_rows_per_query, max_connections, author,
                                created_at, started_at, completed_at)
        VALUES ('%s', 'tdb_0123abcd', 1, 2, '%s', 3, 1, 1, 1, 'owner', 0, %s, %s)
        """
            .formatted(id, status, started, completed));
  }

  private static void tenant(
      Statement statement, String deployment, int tenant, String state, int completed)
      throws SQLException {
    statement.executeUpdate(
        "INSERT INTO deployment_tenant (deployment_id, tenant_id, state, completed_at)"
            + " VALUES ('%s', %d, '%s', %d)".formatted(deployment, tenant, state, completed));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Migrations.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
