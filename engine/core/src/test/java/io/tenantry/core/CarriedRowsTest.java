package io.tenantry.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.ImportSchema.FromSql;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.Workspaces;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.sql.SqlNames;
import io.tenantry.testkit.SignupRule;
import io.tenantry.testkit.TestProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A migration script leaves the rows of a tenant as SQLite itself leaves those of a database with
 * the same rows. The workspace has none of them.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CarriedRowsTest {
  private static final String SCHEMA =
      """
      CREATE TABLE users (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT,
        age TEXT,
        twice GENERATED ALWAYS AS (id * 2) VIRTUAL);
      CREATE INDEX users_name ON users (name);
      CREATE TABLE posts (
        id INTEGER PRIMARY KEY,
        user_id INTEGER REFERENCES users (id) ON DELETE CASCADE,
        title TEXT);
      CREATE TABLE log (what TEXT);
      CREATE TRIGGER user_added AFTER INSERT ON users BEGIN
        INSERT INTO log VALUES (new.name);
      END;
      CREATE VIEW titles AS SELECT u.name, p.title FROM users u JOIN posts p ON p.user_id = u.id;
      """;
  private static final List<String> ROWS =
      List.of(
          "INSERT INTO users (id, name, age) VALUES (1, 'Ada', '36'), (2, NULL, 'x'), (7, 'Bo',"
              + " '')",
          "DELETE FROM users WHERE id = 7",
          "INSERT INTO posts VALUES (1, 1, 'first'), (2, 1, 'second'), (3, 2, 'third')");

  @TempDir private static Path folder;
  private LocalFixture fixture;
  private TestProject project;
  private int count;

  @BeforeAll
  void open() {
    fixture = new LocalFixture(folder, SignupRule.OPEN);
    project = TestProject.create(fixture, "carried");
  }

  @AfterAll
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @EnumSource
  void tenantsKeepWhatSqliteKeeps(MigrationScript script) {
    WorkspaceName blueprint = project.workspace("w" + count++);
    Workspaces workspaces = project.admin().workspaces();
    workspaces.importSchema(blueprint, new FromSql(SCHEMA));
    TenantId tenant = project.tenant("t" + count, blueprint);
    ROWS.forEach(sql -> project.run(tenant, blueprint, sql));

    workspaces.importSchema(blueprint, new FromSql(script.sql()));
    assertThat(project.deploy(blueprint).status()).isEqualTo(DeploymentStatus.COMPLETED);

    Map<String, List<List<Value>>> wanted = rowsOfPlainSqlite(script);
    Map<String, List<List<Value>>> found = new TreeMap<>();
    wanted.keySet().forEach(t -> found.put(t, project.run(tenant, blueprint, all(t)).rows()));
    assertThat(found).isEqualTo(wanted);
    project.run(tenant, blueprint, "INSERT INTO users (name) VALUES ('next')");
    assertThat(project.value(tenant, blueprint, "SELECT max(id) FROM users"))
        .as("number of a row that comes after one that was deleted")
        .isEqualTo(Value.of(8));
  }

  private static Map<String, List<List<Value>>> rowsOfPlainSqlite(MigrationScript script) {
    Map<String, List<List<Value>>> rows = new TreeMap<>();
    try (Sqlite sqlite = new Sqlite();
        SqliteDatabase plain = sqlite.openInMemory(Profile.ENGINE)) {
      plain.executeScript(SCHEMA);
      ROWS.forEach(plain::execute);
      plain.execute("PRAGMA foreign_keys = OFF");
      plain.executeScript(script.sql());
      tables(plain).forEach(table -> rows.put(table, plain.query(all(table), row -> row.row())));
    }
    return rows;
  }

  private static String all(String table) {
    return "SELECT * FROM " + SqlNames.quote(table);
  }

  private static List<String> tables(SqliteDatabase database) {
    return database.query(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow'"
            + " AND name NOT LIKE 'sqlite%'",
        row -> row.value(0) instanceof Value.Text(String table) ? table : "");
  }
}
