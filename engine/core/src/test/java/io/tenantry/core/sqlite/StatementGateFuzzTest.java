package io.tenantry.core.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.sql.StatementKind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever words come in whatever order: what the gate calls a read changes nothing. */
final class StatementGateFuzzTest {
  private static final List<String> STARTS =
      List.of(
          "SELECT",
          "WITH",
          "WITH RECURSIVE",
          "EXPLAIN",
          "EXPLAIN QUERY PLAN",
          "VALUES",
          "INSERT",
          "DELETE FROM t",
          "UPDATE t SET n = 1",
          "WITH a(x) AS (SELECT 1) INSERT INTO t(n)",
          "REPLACE",
          "; SELECT",
          "/*;*/WITH",
          "-- x\nEXPLAIN");
  private static final List<String> PIECES =
      List.of(
          "SELECT * FROM t",
          "SELECT 1",
          "(SELECT 1)",
          "a AS",
          "a(x) AS",
          "(SELECT id FROM t)",
          "*",
          "(INSERT INTO t VALUES (9))",
          "AS",
          "NOT MATERIALIZED",
          "MATERIALIZED",
          ",",
          "DELETE",
          "DELETE FROM t",
          "FROM t",
          "INTO t",
          "INSERT INTO t DEFAULT VALUES",
          "VALUES (7)",
          "(1)",
          "UPDATE t SET n = 1",
          "SET n = 2",
          "t",
          "REPLACE INTO t(id) VALUES (1)",
          "RETURNING id",
          "FROM a",
          "DROP TABLE t",
          "PRAGMA user_version=3",
          "CREATE TABLE x(a)",
          ";",
          "ATTACH ''",
          "\"DELETE\"",
          "'DELETE'",
          "[INSERT]",
          "replace",
          "RECURSIVE",
          "WITH",
          "UNION ALL",
          "EXPLAIN",
          "--\n",
          "/* */",
          "BEGIN",
          "COMMIT",
          "\uFEFF",
          "pragma_user_version(5)",
          "1",
          "WHERE 1");

  @Test
  void readsChangeNothingEvenOnAConnectionThatCouldWrite() {
    Random random = new Random(3);
    int ran = 0;
    int wrote = 0;
    try (Sqlite sqlite = new Sqlite();
        SqliteDatabase database = sqlite.openInMemory(Profile.TENANT)) {
      database.executeScript(
          "CREATE TABLE t(id INTEGER PRIMARY KEY, n); INSERT INTO t VALUES (1, 1)");
      for (int round = 0; round < 30_000; round++) {
        String sql = randomText(random);
        String before = state(database);
        boolean done = runGated(database, sql, StatementKind.READ);
        assertThat(state(database)).as(sql).isEqualTo(before);
        ran += done ? 1 : 0;
        wrote += runGated(database, sql, StatementKind.WRITE) ? 1 : 0;
        assertThat(database.queryLong("PRAGMA schema_version")).as(sql).isOne();
      }
    }
    assertThat(ran).isGreaterThan(300);
    assertThat(wrote).isGreaterThan(100);
  }

  private static String randomText(Random random) {
    StringBuilder sql = new StringBuilder(STARTS.get(random.nextInt(STARTS.size())));
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      sql.append(' ').append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return sql.toString();
  }

  private static boolean runGated(SqliteDatabase database, String sql, StatementKind wanted) {
    try {
      GatedStatement gated = StatementGate.check(sql);
      if (gated.kind() != wanted) {
        return false;
      }
      database.execute(gated.sql());
      return true;
    } catch (EngineException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.BAD_REQUEST);
      return false;
    }
  }

  private static String state(SqliteDatabase database) {
    return database.queryLong("SELECT total_changes()")
        + " "
        + database.queryLong("PRAGMA schema_version")
        + " "
        + database.userVersion();
  }
}
