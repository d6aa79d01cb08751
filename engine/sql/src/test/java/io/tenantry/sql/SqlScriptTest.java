package io.tenantry.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SqlScriptTest {
  private static final String TRIGGER =
      """
      CREATE TRIGGER t AFTER INSERT ON a WHEN new.x IS NOT NULL BEGIN
        UPDATE a SET y = CASE WHEN x > 1 THEN 1 ELSE 2 END; -- a comment; with a semicolon
        SELECT 1 AS "end";
        DELETE FROM a WHERE x = ';END;';
      END\
      """;

  private static List<String> texts(String sql) {
    return SqlScript.split(sql).stream().map(SqlStatement::text).toList();
  }

  @Test
  void statementsKnowWhereTheyStart() {
    String sql = "-- head\n\nCREATE TABLE a(x);\n  /* c */ insert into a\nvalues(1) -- tail\n;;\n";
    assertThat(SqlScript.split(sql))
        .containsExactly(
            new SqlStatement("CREATE TABLE a(x)", 9, 3, "CREATE"),
            new SqlStatement("insert into a\nvalues(1)", 38, 4, "INSERT"));
  }

  @Test
  void blankTextHasNoStatement() {
    assertThat(texts(" ;; -- nothing\n/* here */;")).isEmpty();
  }

  @Test
  void semicolonsInsideTokensDoNotSplit() {
    assertThat(texts("SELECT ';', \";\", `;`, [;] /* ; */ -- ;\n, 1; SELECT 2"))
        .containsExactly("SELECT ';', \";\", `;`, [;] /* ; */ -- ;\n, 1", "SELECT 2");
  }

  @Test
  void triggerBodiesStayWhole() {
    assertThat(texts(TRIGGER + ";\nSELECT 1;")).containsExactly(TRIGGER, "SELECT 1");
    assertThat(texts("EXPLAIN " + TRIGGER + ";SELECT 1"))
        .containsExactly("EXPLAIN " + TRIGGER, "SELECT 1");
    String temp = TRIGGER.replace("CREATE", "create /* x */ temp");
    assertThat(texts(temp + ";SELECT 1")).containsExactly(temp, "SELECT 1");
  }

  @Test
  void beginOutsideATriggerSplits() {
    assertThat(texts("BEGIN; SELECT 1; END; CREATE TABLE begin(x); SELECT 2"))
        .containsExactly("BEGIN", "SELECT 1", "END", "CREATE TABLE begin(x)", "SELECT 2");
  }

  @Test
  void placeAfterTheSemicolonBelongsToTheStatementBefore() {
    String sql = "SELECT 1;\nSELECT 2;";
    assertThat(SqlScript.at(sql, 9)).map(SqlStatement::text).contains("SELECT 1");
    assertThat(SqlScript.at(sql, 12)).map(SqlStatement::text).contains("SELECT 2");
    assertThat(SqlScript.at(sql, sql.length())).map(SqlStatement::text).contains("SELECT 2");
    assertThat(SqlScript.at("-- head\nSELECT 1", 0)).map(SqlStatement::text).contains("SELECT 1");
    assertThat(SqlScript.at("-- nothing\n;;", 3)).isEmpty();
  }

  /** SQLite runs the whole text by itself; our pieces, one by one, must do exactly the same. */
  @Test
  void piecesDoWhatSqliteDoesWithTheWholeText() throws SQLException {
    Random random = new Random(42);
    int succeeded = 0;
    for (int round = 0; round < 3_000; round++) {
      String script = randomScript(random);
      String whole = stateAfter(script, List.of(script));
      String pieces = stateAfter(script, texts(script));
      assertThat(pieces).as(script).isEqualTo(whole);
      succeeded += whole.startsWith("true") ? 1 : 0;
    }
    assertThat(succeeded).isBetween(500, 2_500);
  }

  private static String randomScript(Random random) {
    String[] parts = {
      "CREATE TABLE IF NOT EXISTS a(x, y)",
      "CREATE TABLE IF NOT EXISTS [b;c](\"d;e\" DEFAULT ';', `f` CHECK (`f` <> '--'))",
      "INSERT INTO a VALUES (1, 'it''s; ok'), (2, x'3b')",
      "INSERT INTO a(x) SELECT ';' UNION ALL SELECT '/*'",
      "CREATE TRIGGER IF NOT EXISTS t1 AFTER INSERT ON a BEGIN INSERT INTO log VALUES('t1'); END",
      "CREATE TRIGGER IF NOT EXISTS \"begin\" AFTER UPDATE OF x ON a WHEN CASE WHEN new.x THEN 1"
          + " END BEGIN SELECT CASE new.x WHEN 1 THEN 2 END; UPDATE log SET x=1; END",
      "CREATE TABLE IF NOT EXISTS log(x)",
      "CREATE TEMP TRIGGER IF NOT EXISTS t3 DELETE ON a BEGIN DELETE FROM log; END",
      "UPDATE a SET y = CASE x WHEN 1 THEN ';' ELSE '\n;' END",
      "SELECT x end FROM a",
      "BEGIN",
      "END",
      "COMMIT",
      "DELETE FROM a WHERE x = 2",
      "CREATE VIEW IF NOT EXISTS v AS SELECT x AS begin, y AS [end] FROM a",
      "'",
      "\"",
      "/*",
      "*/",
      "--",
      "\n",
      ";",
      "(",
      "[",
      "EXPLAIN CREATE TRIGGER t9 INSERT ON a BEGIN SELECT 1; END",
      "CREATE TRIGGER broken; SELECT 1",
    };
    String[] glue = {";", ";", ";", ";\n", "; -- c;\n", " ;/* ; */", ";;", "\uFEFF;", " "};
    StringBuilder script = new StringBuilder();
    script.append(random.nextInt(4) == 0 ? "" : parts[0] + ";" + parts[6] + ";");
    for (int i = 1 + random.nextInt(9); i > 0; i--) {
      int choice = random.nextInt(random.nextInt(8) == 0 ? parts.length : 15);
      script.append(parts[choice]).append(glue[random.nextInt(glue.length)]);
    }
    return script.toString();
  }

  private static String stateAfter(String script, List<String> pieces) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      boolean done = runAll(connection, statement, script, pieces);
      List<String> rows = new ArrayList<>();
      for (String table : List.of("sqlite_schema", "sqlite_temp_schema", "a", "log")) {
        rows.add(dump(statement, table));
      }
      return done + "\n" + rows;
    }
  }

  private static boolean runAll(
      Connection connection, Statement statement, String script, List<String> pieces) {
    for (String piece : pieces) {
      try {
        if (pieces.size() == 1 && piece.equals(script)) {
          statement.executeUpdate(piece);
        } else {
          runPrepared(connection, piece);
        }
      } catch (SQLException _) {
        return false;
      }
    }
    return true;
  }

  private static void runPrepared(Connection connection, String piece) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(piece)) {
      boolean rows = prepared.execute();
      try (ResultSet result = rows ? prepared.getResultSet() : null) {
        while (result != null && result.next()) {
          result.getObject(1);
        }
      }
    }
  }

  private static String dump(Statement statement, String table) {
    StringBuilder rows = new StringBuilder(table);
    try (ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        for (int i = 1; i <= columns; i++) {
          rows.append('|').append(result.getString(i));
        }
        rows.append('\n');
      }
    } catch (SQLException e) {
      rows.append(" missing");
    }
    return rows.toString();
  }
}
