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

/** A catalog of before a change could be several statements. */
class CarriedRowsMigrationTest {
  private static final int BEFORE = Migrations.SCRIPTS.indexOf("V012__carried_rows.sql");

  private static final String STEPS =
      """
      SELECT change_id || ' ' || since_minor || ' ' || coalesce(until_minor, '-') || ' '
             || is_carried || ' ' || coalesce(data_reason, '-') || ' ' || statement
      FROM version_step
      ORDER BY minor, position
      """;

  @TempDir Path folder;

  @Test
  void statementsOfOneRebuildBecomeOneChangeAndAllRunAsBefore() throws SQLException, IOException {
    Path file = folder.resolve("catalog.db");
    createOlder(file);

    try (Catalog catalog = Catalog.open(file)) {
      assertThat(
              texts(
                  catalog,
                  "SELECT kind || ' ' || destructive || ' ' || statement FROM change ORDER BY id"))
          .containsExactly(
              "create_table 0 CREATE TABLE t (a)",
              "rebuild_table 1 CREATE TABLE n (a, b);\nINSERT INTO n (a) SELECT a FROM t;\n"
                  + "DROP TABLE t;",
              "create_index 0 CREATE INDEX i ON n (a)");
      assertThat(texts(catalog, STEPS))
          .containsExactly(
              "1 1 - 1 - CREATE TABLE t (a)",
              "2 2 - 1 - CREATE TABLE n (a, b)",
              "2 2 - 1 part of rebuild table t INSERT INTO n (a) SELECT a FROM t",
              "2 2 - 1 - DROP TABLE t",
              "5 2 3 1 - CREATE INDEX i ON n (a)");
    }
  }

  private static void createOlder(Path file) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String script : Migrations.SCRIPTS.subList(0, BEFORE)) {
        statement.executeUpdate(resource(script));
      }
      statement.executeUpdate("PRAGMA foreign_keys = OFF");
      statement.executeUpdate(
          "INSERT INTO blueprint VALUES (1, 1, 'tdb_0123abcd', 'main', 'tenant_id', 1, 1, 1, 1, 0,"
              + " 0)");
      change(statement, "1, 0, 'create_table', 't', 'CREATE TABLE t (a)', 0, NULL");
      change(statement, "2, 0, 'rebuild_table', 't', 'CREATE TABLE n (a, b)', 0, NULL");
      change(statement, "2, 1, 'rebuild_table', 't', 'INSERT INTO n (a) SELECT a FROM t', 1, NULL");
      change(statement, "2, 2, 'rebuild_table', 't', 'DROP TABLE t', 0, NULL");
      change(statement, "2, 3, 'create_index', 'i', 'CREATE INDEX i ON n (a)', 0, 3");
      statement.executeUpdate("PRAGMA application_id = " + CatalogFile.APPLICATION_ID);
      statement.executeUpdate("PRAGMA user_version = " + BEFORE);
    }
  }

  private static List<String> texts(Catalog catalog, String query) {
    return catalog.read(handle -> handle.createQuery(query).mapTo(String.class).list());
  }

  private static void change(Statement statement, String values) throws SQLException {
    statement.executeUpdate(
        "INSERT INTO change (blueprint_id, created_at, added_minor, position, kind, object,"
            + " statement, destructive, removed_minor) VALUES (1, 0, "
            + values
            + ")");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Migrations.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
