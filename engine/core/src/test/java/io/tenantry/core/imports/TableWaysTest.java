package io.tenantry.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.imports.ImportAnalysis;
import io.tenantry.core.schema.SchemaReader;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TableWaysTest {
  private final Sqlite sqlite = new Sqlite();
  private final SqliteDatabase source = sqlite.openInMemory(Profile.ENGINE);

  @AfterEach
  void close() {
    source.close();
    sqlite.close();
  }

  private List<String> ways(String schema) {
    source.executeScript(schema);
    return TableWays.of(SchemaReader.read(source), "tenant_id").stream()
        .map(
            way ->
                "%s %s %d %s"
                    .formatted(
                        way.name(),
                        way.ownerColumn().orElse("-"),
                        way.hops().size(),
                        way.reachedBy().orElse("-")))
        .toList();
  }

  @Test
  void theShortestOfSeveralWaysIsTaken() {
    assertThat(
            ways(
                """
                CREATE TABLE a (id INTEGER PRIMARY KEY, Tenant_ID TEXT);
                CREATE TABLE b (id INTEGER PRIMARY KEY, a_id REFERENCES a);
                CREATE TABLE c (id INTEGER PRIMARY KEY, b_id REFERENCES b, a_id REFERENCES a);
                CREATE TABLE d (id INTEGER PRIMARY KEY, b_id REFERENCES b);
                """))
        .containsExactly(
            "a Tenant_ID 0 -",
            "b Tenant_ID 1 b.a_id",
            "c Tenant_ID 1 c.a_id",
            "d Tenant_ID 2 d.b_id");
  }

  @Test
  void circlesEnd() {
    assertThat(
            ways(
                """
                CREATE TABLE a (id INTEGER PRIMARY KEY, tenant_id, b_id REFERENCES b, up REFERENCES a);
                CREATE TABLE b (id INTEGER PRIMARY KEY, c_id REFERENCES c, up REFERENCES b);
                CREATE TABLE c (id INTEGER PRIMARY KEY, b_id REFERENCES b, a_id REFERENCES a);
                CREATE TABLE x (id INTEGER PRIMARY KEY, y_id REFERENCES y);
                CREATE TABLE y (id INTEGER PRIMARY KEY, x_id REFERENCES x);
                """))
        .containsExactly(
            "a tenant_id 0 -",
            "b tenant_id 2 b.c_id",
            "c tenant_id 1 c.a_id",
            "x - 0 -",
            "y - 0 -");
  }

  @Test
  void rowsAreCountedOverKeysOfSeveralColumnsAndOverSeveralHops() {
    source.execute("PRAGMA foreign_keys=OFF");
    source.executeScript(
        """
        CREATE TABLE a (x, y, tenant_id, PRIMARY KEY (x, y)) WITHOUT ROWID;
        CREATE TABLE b (id INTEGER PRIMARY KEY, ax, ay, FOREIGN KEY (ax, ay) REFERENCES a);
        CREATE TABLE c (id INTEGER PRIMARY KEY, b_id REFERENCES b);
        INSERT INTO a VALUES (1, 'p', 7), (1, 'q', '8'), (2, 'p', NULL), (3, 'z', x'ff');
        INSERT INTO b VALUES (1, 1, 'p'), (2, 1, 'q'), (3, 1, 'q'), (4, 9, 'p'), (5, 2, 'p');
        INSERT INTO c VALUES (1, 1), (2, 2), (3, 3), (4, 4), (5, NULL);
        """);

    ImportAnalysis analysis = SourceAnalysis.of(source, "tenant_id");

    assertThat(analysis.tenants())
        .extracting(tenant -> tenant.value() + " " + tenant.tenantId() + " " + tenant.rowsByTable())
        .containsExactly("7 t-7 {a=1, b=1, c=1}", "8 t-8 {a=1, b=2, c=2}", "xFF xff {a=1}");
    assertThat(analysis.tables())
        .extracting(table -> table.name() + " " + table.rows() + " " + table.unassignedRows())
        .containsExactly("a 4 1", "b 5 2", "c 5 2");
  }
}
