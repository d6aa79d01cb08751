package io.tenantry.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StatementKindTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT 1|READ",
        "values (1)|READ",
        "WITH x AS (SELECT 1) SELECT * FROM x|READ",
        "WITH x(a) AS NOT MATERIALIZED (SELECT 1), y AS (VALUES (2)) DELETE FROM t|WRITE",
        "/* SELECT */ delete from t|WRITE",
        "REPLACE INTO t VALUES (1)|WRITE",
        "EXPLAIN DELETE FROM t|READ",
        "EXPLAIN QUERY PLAN UPDATE t SET a = 1|READ",
        "PRAGMA table_info(t)|READ",
        "PRAGMA main.index_list('t')|READ",
        "PRAGMA user_version|READ",
        "PRAGMA user_version = 3|OTHER",
        "PRAGMA foreign_keys = OFF|OTHER",
        "CREATE TABLE t (a)|SCHEMA",
        "ALTER TABLE t ADD b|SCHEMA",
        "DROP VIEW v|SCHEMA",
        "BEGIN|TRANSACTION",
        "ROLLBACK TO s|TRANSACTION",
        "VACUUM INTO 'x'|OTHER",
        "ATTACH 'x' AS y|OTHER",
        "SELEC 1|OTHER",
        "(SELECT 1)|OTHER"
      })
  void kindIsReadFromTheWords(String sql, StatementKind kind) {
    assertThat(StatementKind.of(SqlScript.split(sql).getFirst())).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-- nothing",
        "/* unended",
        "SELECT 1; SELECT ';DELETE FROM users'; -- DELETE FROM users",
        "PRAGMA table_info(t); SELECT 2"
      })
  void textsWhoseStatementsAllReadOnlyRead(String sql) {
    assertThat(StatementKind.onlyReads(sql)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1; DELETE FROM users",
        "-- SELECT\ndelete from t",
        ";;insert into t values (1)",
        "SELECT 1;\n/* ; */ COMMIT",
        "WITH x AS (SELECT 1) DELETE FROM t",
        "SELECT 1; CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END; SELECT 2",
        "SELECT 1; not sql at all",
        "'"
      })
  void oneStatementThatMayChangeSomethingIsEnough(String sql) {
    assertThat(StatementKind.onlyReads(sql)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM users",
        "update users set name = (SELECT name FROM other WHERE id = 1)",
        "SELECT 1; DELETE FROM users -- WHERE id = 1",
        "WITH old AS (SELECT id FROM users WHERE age > 90) DELETE FROM users",
        "DROP TABLE users",
        "ALTER TABLE users DROP COLUMN name"
      })
  void whatTakesMoreThanTheRowsItNamesSweeps(String sql) {
    assertThat(StatementKind.sweeps(sql)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SELECT 1",
        "INSERT INTO users (name) VALUES ('x')",
        "DELETE FROM users WHERE id = 1",
        "WITH x AS (SELECT 1) UPDATE users SET name = 'y' WHERE id IN (SELECT * FROM x)",
        "EXPLAIN DELETE FROM users",
        "CREATE TRIGGER g AFTER INSERT ON t BEGIN DELETE FROM t; END",
        "ALTER TABLE users ADD COLUMN age"
      })
  void whatNamesItsRowsOrTakesNothingDoesNotSweep(String sql) {
    assertThat(StatementKind.sweeps(sql)).isFalse();
  }
}
