package io.tenantry.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are one schema, asked of databases that SQLite made of them. */
class NormalizedSqlTest {
  private static final String PLAIN = "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)";
  private final Sqlite sqlite = new Sqlite();

  @AfterEach
  void close() {
    sqlite.close();
  }

  private String schema(String script) {
    try (SqliteDatabase database = sqlite.openInMemory(Profile.ENGINE)) {
      database.executeScript(script);
      return SchemaSnapshot.read(database).normalised();
    }
  }

  private void assertAlike(String one, String other) {
    assertThat(schema(other)).as(other).isEqualTo(schema(one));
  }

  private void assertDifferent(String one, String other) {
    assertThat(schema(other)).as(other).isNotEqualTo(schema(one));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table users(id integer primary key,name text)",
        "CREATE TABLE IF NOT EXISTS users (id INTEGER PRIMARY KEY, name TEXT);",
        "CREATE TABLE \"users\" (\n  [id] INTEGER PRIMARY KEY, -- key\n  `name` TEXT /* full */\n)",
        "CREATE  TABLE\t'USERS' ('id' INTEGER PRIMARY KEY, \"name\" \"text\") ; ",
        "CREATE TABLE people (id INTEGER PRIMARY KEY); ALTER TABLE people RENAME TO users;"
            + "ALTER TABLE users ADD COLUMN \"name\" TEXT",
        "CREATE TABLE users (id INTEGER PRIMARY KEY, title TEXT);"
            + "ALTER TABLE users RENAME title TO name",
      })
  void spellingsOfOneStatementAreEqual(String sql) {
    assertAlike(PLAIN, sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL)",
        "CREATE TABLE users (name TEXT, id INTEGER PRIMARY KEY)",
        "CREATE TABLE users (id INT PRIMARY KEY, name TEXT)",
        "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT) STRICT",
        "CREATE TABLE users (id INTEGER PRIMARY KEY, Name TEXT)",
      })
  void differentSchemasDiffer(String sql) {
    assertDifferent(PLAIN, sql);
  }

  @Test
  void onlyTheLettersAToZHaveACaseThatMakesNoDifference() {
    assertDifferent("CREATE TABLE t (\"Ä\")", "CREATE TABLE t (\"ä\")");
    assertDifferent("CREATE TABLE Ä (a)", "CREATE TABLE ä (a)");
    assertAlike("CREATE TABLE GRÖßE (a)", "CREATE TABLE grÖße (a)");
  }

  @Test
  void textLiteralsKeepTheirCaseAndQuotedKeywordsTheirQuotes() {
    assertThat(
            schema(
                "CREATE TABLE t (\"Order\" TEXT DEFAULT 'New', b DEFAULT \"New\", c DEFAULT New)"))
        .isEqualTo(
            "create table t ( \"Order\" text default 'New' , b default 'New' , c default 'New'"
                + " )\n");
    assertAlike("CREATE TABLE t (key, a DEFAULT null)", "CREATE TABLE t (\"key\", a DEFAULT NULL)");
  }

  @Test
  void bothSpellingsOfAnOperatorAreOne() {
    assertAlike(
        "CREATE TABLE t (a, CHECK (a <> 1 AND a == 2))",
        "CREATE TABLE t (a, CHECK (A != 1 and \"A\" = 2))");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "CREATE TABLE t (s CHECK (s IN (\"Y\", \"N\")))|CREATE TABLE t (s CHECK (s IN (\"y\","
            + " \"n\")))",
        "CREATE TABLE t (s, u DEFAULT \"Y\")|CREATE TABLE t (s, u DEFAULT \"y\")",
        "CREATE TABLE t (s, u DEFAULT Y)|CREATE TABLE t (s, u DEFAULT y)",
        "CREATE TABLE y (y); CREATE TABLE t (s REFERENCES y (y) CHECK (s <> \"Y\"))"
            + "|CREATE TABLE y (y); CREATE TABLE t (s REFERENCES y (y) CHECK (s <> \"y\"))",
        "CREATE TABLE t (s); CREATE INDEX i ON t (s) WHERE s = \"Y\""
            + "|CREATE TABLE t (s); CREATE INDEX i ON t (s) WHERE s = \"y\"",
        "CREATE TABLE t (s); CREATE VIEW v AS SELECT s FROM t WHERE s LIKE \"Y\""
            + "|CREATE TABLE t (s); CREATE VIEW v AS SELECT s FROM t WHERE s LIKE \"y\"",
        "CREATE TABLE t (s); CREATE TRIGGER i AFTER INSERT ON t BEGIN UPDATE t SET s = \"Y\";"
            + " END|CREATE TABLE t (s); CREATE TRIGGER i AFTER INSERT ON t BEGIN UPDATE t SET s ="
            + " \"y\"; END",
        "CREATE TABLE t (s, [Y]); CREATE INDEX i ON t (s, 'Y')"
            + "|CREATE TABLE t (s, [Y]); CREATE INDEX i ON t (s, 'y')",
      })
  void theCaseOfStringsCountsAlsoInDoubleQuotes(String one, String other) {
    assertDifferent(one, other);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "CREATE TABLE t (s CHECK (s <> \"Y\"))|CREATE TABLE t (s CHECK (s <> 'Y'))",
        "CREATE TABLE t (s, y CHECK (s <> \"Y\"))|CREATE TABLE t (s, y CHECK (s <> Y))",
        "CREATE TABLE t (s); CREATE INDEX i ON t (lower(\"S\")) WHERE \"rowid\" > 1"
            + "|CREATE TABLE T (s); CREATE INDEX I ON t (lower(s)) WHERE rowid > 1",
        "CREATE TABLE t (s); CREATE VIEW v AS SELECT t.\"S\" AS \"x\" FROM \"T\" ORDER BY \"x\""
            + "|CREATE TABLE t (s); CREATE VIEW V AS SELECT T.s AS x FROM t ORDER BY x",
        "CREATE TABLE t (s); CREATE TRIGGER i UPDATE OF \"S\" ON \"T\" BEGIN UPDATE \"T\" SET \"S\""
            + " = 'Y'; END|CREATE TABLE t (s); create trigger I"
            + " update of s on t begin update t set s = \"Y\"; end",
        "CREATE TABLE t (s); CREATE VIEW v AS WITH c (\"X\") AS (SELECT s FROM t) SELECT \"x\" AS y"
            + " FROM c|CREATE TABLE t (s); CREATE VIEW v AS WITH c (X) AS (SELECT s FROM t) SELECT"
            + " x AS y FROM c",
      })
  void quotesOfNamesAndStringsMakeNoDifference(String one, String other) {
    assertAlike(one, other);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SELECT id AS \"fullId\" FROM users|SELECT id AS \"FullId\" FROM users",
        "SELECT id fullId FROM users|SELECT id FULLID FROM users",
        "SELECT id + 1 FROM users|SELECT id+1 FROM users",
        "SELECT 1, count(*) FROM users|SELECT 1, COUNT(*) FROM users",
        "SELECT * FROM (SELECT id AS x FROM users)|SELECT * FROM (SELECT id AS X FROM users)",
      })
  void theNamesOfResultColumnsCount(String one, String other) {
    assertDifferent(PLAIN + "; CREATE VIEW v AS " + one, PLAIN + "; CREATE VIEW v AS " + other);
    assertAlike(
        PLAIN + "; CREATE VIEW v (a, b) AS SELECT 1, id + 1 FROM users",
        PLAIN + "; CREATE VIEW v (a, b) AS SELECT 1 , ID+1 FROM Users");
  }
}
