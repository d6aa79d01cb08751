package io.tenantry.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.contract.workspaces.WorkspaceSchema.Column;
import io.tenantry.contract.workspaces.WorkspaceSchema.ForeignKey;
import io.tenantry.contract.workspaces.WorkspaceSchema.Index;
import io.tenantry.contract.workspaces.WorkspaceSchema.Table;
import io.tenantry.contract.workspaces.WorkspaceSchema.View;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchemaReaderTest {
  private final Sqlite sqlite = new Sqlite();
  private final SqliteDatabase database = sqlite.openInMemory(Profile.ENGINE);

  @AfterEach
  void close() {
    database.close();
    sqlite.close();
  }

  @Test
  void readsColumnsWithTheirFacts() {
    Table table =
        only(
            """
            CREATE TABLE t (
              id INTEGER PRIMARY KEY,
              email TEXT NOT NULL UNIQUE COLLATE NOCASE,
              state TEXT DEFAULT 'new' CHECK (state IN ('new', 'old')),
              free,
              total INTEGER GENERATED ALWAYS AS (id * 2) STORED,
              CHECK (id > 0)
            );
            """);
    assertThat(table.columns())
        .containsExactly(
            new Column("id", "INTEGER", false, "", 1, false, false),
            new Column("email", "TEXT", false, "", 0, true, false),
            new Column("state", "TEXT", true, "'new'", 0, false, false),
            new Column("free", "", true, "", 0, false, false),
            new Column("total", "INTEGER", true, "", 0, false, true));
    assertThat(table.checks()).containsExactly("state IN ('new', 'old')", "id > 0");
    assertThat(table.indexes()).containsExactly("sqlite_autoindex_t_1");
    assertThat(table.indexDetails()).isEmpty();
    assertThat(table.strict()).isFalse();
  }

  @Test
  void keysAreNullableOnlyWhereSqliteLetsThem() {
    database.executeScript(
        """
        CREATE TABLE plain (a TEXT PRIMARY KEY);
        CREATE TABLE exact (a TEXT PRIMARY KEY) STRICT;
        CREATE TABLE compact (a TEXT, b TEXT, PRIMARY KEY (b, a)) WITHOUT ROWID;
        """);
    List<Table> tables = SchemaReader.read(database).tables();
    assertThat(tables).extracting(Table::name).containsExactly("plain", "exact", "compact");
    assertThat(tables)
        .extracting(table -> table.columns().getFirst().nullable())
        .containsExactly(true, false, false);
    assertThat(tables).extracting(Table::strict).containsExactly(false, true, false);
    assertThat(tables).extracting(Table::withoutRowid).containsExactly(false, false, true);
    assertThat(tables.getLast().columns()).extracting(Column::primaryKey).containsExactly(2, 1);
  }

  @Test
  void readsIndexesWithExpressionsAndConditions() {
    String sql =
        "CREATE UNIQUE INDEX i ON t (a, lower(b || ',') DESC) WHERE a IS NOT NULL AND (b > 1)";
    Table table = only("CREATE TABLE t (a, b); CREATE INDEX j ON t (b);" + sql + ";");
    assertThat(table.indexes()).containsExactly("j", "i");
    assertThat(table.indexDetails())
        .containsExactly(
            new Index("j", List.of("b"), false, "", "CREATE INDEX j ON t (b)"),
            new Index(
                "i",
                List.of("a", "(lower(b || ',') DESC)"),
                true,
                "a IS NOT NULL AND (b > 1)",
                sql));
  }

  @Test
  void readsForeignKeysAlsoThoseThatNameNoColumn() {
    database.executeScript(
        """
        CREATE TABLE parent (x TEXT, y TEXT, PRIMARY KEY (y, x));
        CREATE TABLE child (
          a TEXT REFERENCES parent (x) ON DELETE CASCADE,
          b TEXT, c TEXT,
          FOREIGN KEY (b, c) REFERENCES parent ON UPDATE SET NULL
        );
        """);
    assertThat(SchemaReader.read(database).tables().getLast().foreignKeys())
        .containsExactly(
            new ForeignKey(List.of("a"), "parent", List.of("x"), "CASCADE", "NO ACTION"),
            new ForeignKey(
                List.of("b", "c"), "parent", List.of("y", "x"), "NO ACTION", "SET NULL"));
  }

  @Test
  void readsViewsAndTriggersEvenBrokenOnes() {
    database.executeScript(
        """
        CREATE TABLE t (a);
        CREATE VIEW v AS SELECT a, 1 AS one FROM t;
        CREATE VIEW broken AS SELECT b FROM nowhere;
        CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END;
        """);
    WorkspaceSchema schema = SchemaReader.read(database);
    assertThat(schema.views())
        .containsExactly(
            new View("v", List.of("a", "one"), "CREATE VIEW v AS SELECT a, 1 AS one FROM t"),
            new View("broken", List.of(), "CREATE VIEW broken AS SELECT b FROM nowhere"));
    assertThat(schema.tables().getFirst().triggers())
        .extracting(WorkspaceSchema.Trigger::name)
        .containsExactly("g");
  }

  @Test
  void tablesThatSqliteMakesByItselfAreLeftOut() {
    Table table =
        only(
            """
            CREATE VIRTUAL TABLE docs USING fts5(title, body);
            """);
    assertThat(table.name()).isEqualTo("docs");
    assertThat(table.columns()).extracting(Column::name).containsExactly("title", "body");
    database.execute("CREATE TABLE n (id INTEGER PRIMARY KEY AUTOINCREMENT)");
    assertThat(SchemaReader.read(database).tables())
        .extracting(Table::name)
        .containsExactly("docs", "n");
  }

  private Table only(String script) {
    database.executeScript(script);
    List<Table> tables = SchemaReader.read(database).tables();
    assertThat(tables).hasSize(1);
    return tables.getFirst();
  }
}
