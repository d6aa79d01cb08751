package io.tenantry.core.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.error.EngineException;
import io.tenantry.sql.StatementKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkspaceGateTest {

  private static GatedStatement check(String sql) {
    return WorkspaceGate.check(StatementReader.single(sql));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE a(x TEXT) STRICT",
        "CREATE TABLE IF NOT EXISTS main.a(x)",
        "CREATE TABLE temp(x)",
        "CREATE TABLE \"temp\"(x)",
        "CREATE UNIQUE INDEX i ON base(id)",
        "CREATE VIEW v AS SELECT temp.id FROM base AS temp",
        "CREATE TRIGGER g AFTER INSERT ON base BEGIN DELETE FROM base WHERE id < 0; END",
        "CREATE VIRTUAL TABLE s USING fts5(a, b)",
        "create virtual table if not exists main.s using \"RTREE\"(id, a, b)",
        "ALTER TABLE base RENAME TO other",
        "ALTER TABLE base ADD COLUMN c",
        "DROP TABLE IF EXISTS base",
      })
  void schemaChangesPassAndRun(String sql, @TempDir Path folder) {
    GatedStatement gated = check(sql);
    assertThat(gated.kind()).isEqualTo(StatementKind.SCHEMA);
    assertThat(run(gated, folder)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PRAGMA table_info(base)",
        "PRAGMA main.table_xinfo('base')",
        "pragma foreign_key_check",
        "PRAGMA integrity_check(10)",
        "PRAGMA user_version",
        "PRAGMA main.journal_mode",
        "SELECT 1",
        "EXPLAIN QUERY PLAN SELECT * FROM base",
      })
  void readingStatementsPassAndRun(String sql, @TempDir Path folder) {
    GatedStatement gated = check(sql);
    assertThat(gated.kind()).isEqualTo(StatementKind.READ);
    assertThat(run(gated, folder)).isTrue();
  }

  @Test
  void dataChangesPass() {
    assertThat(check("WITH a AS (SELECT 1) INSERT INTO base SELECT * FROM a"))
        .extracting(GatedStatement::kind, GatedStatement::verb)
        .containsExactly(StatementKind.WRITE, "INSERT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "ATTACH 'x' AS y ~ ATTACH is not allowed in workspaces",
        "VACUUM INTO 'x' ~ VACUUM is not allowed in workspaces",
        "BEGIN ~ BEGIN is not allowed in workspaces",
        "ROLLBACK TO a ~ ROLLBACK is not allowed in workspaces",
        "ANALYZE ~ ANALYZE is not allowed in workspaces",
        "REINDEX ~ REINDEX is not allowed in workspaces",
        "CREATE TEMP VIEW a AS SELECT 1 ~ CREATE TEMP is not allowed",
        "CREATE /**/ temporary TRIGGER a AFTER INSERT ON b BEGIN SELECT 1; END ~ CREATE TEMP is",
        "CREATE INDEX temp.a ON b(x) ~ schema temp is not allowed",
        "CREATE INDEX IF NOT EXISTS \"TEMP\".a ON b(x) ~ schema temp is not allowed",
        "CREATE VIEW [temp] . a AS SELECT 1 ~ schema temp is not allowed",
        "DROP INDEX IF EXISTS temp.a ~ schema temp is not allowed",
        "CREATE VIRTUAL TABLE a USING dbstat ~ virtual table module dbstat is not allowed",
        "CREATE VIRTUAL TABLE a USING \"fts4aux\"(x) ~ virtual table module fts4aux is not allowed",
        "CREATE VIRTUAL TABLE a ~ virtual table without a module is not allowed",
        "CREATE DATABASE a ~ CREATE DATABASE is not allowed",
        "CREATE ~ CREATE is not allowed",
        "EXPLAIN CREATE TABLE a(x) ~ EXPLAIN of this statement is not allowed",
        "EXPLAIN PRAGMA user_version=2 ~ EXPLAIN of this statement is not allowed",
        "PRAGMA user_version = 5 ~ PRAGMA user_version with a value is not allowed",
        "PRAGMA user_version(5) ~ PRAGMA user_version with a value is not allowed",
        "PRAGMA journal_mode=DELETE ~ PRAGMA journal_mode with a value is not allowed",
        "PRAGMA writable_schema ~ PRAGMA writable_schema is not allowed",
        "PRAGMA database_list ~ PRAGMA database_list is not allowed",
        "PRAGMA wal_checkpoint ~ PRAGMA wal_checkpoint is not allowed",
        "PRAGMA ~ PRAGMA without a name is not allowed",
        "SELECT * FROM pragma_database_list ~ pragma_database_list is not allowed",
        "backup to 'x' ~ BACKUP is not allowed",
      })
  void theRestIsRefused(String sql, String message) {
    assertThatThrownBy(() -> check(sql))
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource({
    "BEGIN TRANSACTION,true",
    "COMMIT,true",
    "PRAGMA foreign_keys=OFF,true",
    "PRAGMA user_version=3,false",
    "CREATE TABLE a(x),false",
    "ROLLBACK,false",
  })
  void dumpsAreFramedByTransactions(String sql, boolean framing) {
    assertThat(WorkspaceGate.isDumpFraming(StatementReader.single(sql))).isEqualTo(framing);
  }

  private static boolean run(GatedStatement gated, Path folder) {
    try (Sqlite sqlite = new Sqlite();
        SqliteDatabase database =
            sqlite.open(
                new OpenOptions(folder.resolve("w.db"), OpenMode.CREATE, Profile.WORKSPACE))) {
      database.execute("CREATE TABLE base(id INTEGER PRIMARY KEY)");
      database.execute(gated.sql());
      return database.queryText("PRAGMA integrity_check").equals("ok");
    }
  }
}
