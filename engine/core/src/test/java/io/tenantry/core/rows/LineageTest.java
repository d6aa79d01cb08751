package io.tenantry.core.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.core.rows.Identities.Identity;
import io.tenantry.core.rows.Lineage.Moment;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.StatementReader;
import io.tenantry.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineageTest {
  private static final String USERS =
      """
      CREATE TABLE other_one (a); CREATE TABLE other_two (a); CREATE TABLE other_three (a);
      CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, age)\
      """;

  private final Sqlite sqlite = new Sqlite();

  @AfterEach
  void close() {
    sqlite.close();
  }

  /** Follows what scripts, each a request of its own, make of a schema. */
  private Lineage follow(String schema, String... requests) {
    List<BoundStatement> statements = new ArrayList<>();
    List<Moment> moments = new ArrayList<>();
    for (int request = 0; request < requests.length; request++) {
      List<SqlStatement> split = StatementReader.split(requests[request]);
      for (int i = 0; i < split.size(); i++) {
        statements.add(new BoundStatement(split.get(i).text()));
        moments.add(new Moment(request, i));
      }
    }
    try (SqliteDatabase database = sqlite.openInMemory(Profile.ENGINE)) {
      database.executeScript(schema);
      SchemaSnapshot before = SchemaSnapshot.read(database);
      return Lineage.of(RowWalk.of(sqlite, before, statements), moments);
    }
  }

  private static Identity old(String name) {
    return new Identity("", name);
  }

  @Test
  void renamesChangeNobody() {
    Lineage lineage =
        follow(
            USERS,
            "ALTER TABLE users RENAME COLUMN name TO full_name",
            "ALTER TABLE users RENAME TO people; ALTER TABLE people RENAME full_name TO Whole");
    assertThat(lineage.of("PEOPLE")).isEqualTo(old("users"));
    assertThat(lineage.of("people", "whole")).isEqualTo(old("name"));
    assertThat(lineage.of("people", "age")).isEqualTo(old("age"));
  }

  @Test
  void whatChangesPlacesIsStillItself() {
    Lineage lineage =
        follow(
            USERS + "; CREATE TABLE log (line)",
            "ALTER TABLE users RENAME name TO t; ALTER TABLE users RENAME age TO name;"
                + "ALTER TABLE users RENAME t TO age",
            "ALTER TABLE users RENAME TO t; ALTER TABLE log RENAME TO users;"
                + "ALTER TABLE t RENAME TO log");
    assertThat(lineage.of("users")).isEqualTo(old("log"));
    assertThat(lineage.of("log")).isEqualTo(old("users"));
    assertThat(lineage.of("log", "age")).isEqualTo(old("name"));
    assertThat(lineage.of("log", "name")).isEqualTo(old("age"));
  }

  @Test
  void whatTakesAFreeNameIsNew() {
    Lineage lineage =
        follow(
            USERS + "; CREATE TABLE log (line)",
            "ALTER TABLE users RENAME name TO old_name; ALTER TABLE users ADD COLUMN name TEXT",
            "ALTER TABLE users DROP COLUMN age; ALTER TABLE users ADD COLUMN age",
            "DROP TABLE log; CREATE TABLE log (line)");
    assertThat(lineage.of("users", "old_name")).isEqualTo(old("name"));
    assertThat(lineage.of("users", "name")).isEqualTo(new Identity("0.1", "name"));
    assertThat(lineage.of("users", "age")).isEqualTo(new Identity("1.1", "age"));
    assertThat(lineage.of("log")).isEqualTo(new Identity("2.1", "log"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        CREATE TABLE t (id INTEGER PRIMARY KEY, title TEXT NOT NULL, age INT, extra);
        INSERT INTO t (id, title, age) SELECT id, coalesce(name, '-'), CAST(age AS INT) FROM users;
        DROP TABLE users; ALTER TABLE t RENAME TO users;
        """,
        """
        ALTER TABLE users RENAME TO t;
        CREATE TABLE users (title TEXT, id INTEGER PRIMARY KEY, age, extra);
        INSERT INTO users SELECT name, id, age, 0 FROM t WHERE id > 0;
        DROP TABLE t;
        """,
        """
        CREATE TEMP TABLE t AS SELECT * FROM users; DROP TABLE users;
        CREATE TABLE users (id INTEGER PRIMARY KEY, title, age, extra);
        INSERT INTO users SELECT t.*, NULL FROM t; DROP TABLE t;
        """,
        """
        CREATE TABLE kept AS SELECT id AS number, name AS title, age FROM users; DROP TABLE users;
        CREATE TABLE users AS SELECT number AS id, title, age, 1 AS extra FROM kept; DROP TABLE kept;
        """
      })
  void aTableThatIsMadeAnewIsTheOneBefore(String rebuild) {
    Lineage lineage = follow(USERS, rebuild);
    assertThat(lineage.of("users")).isEqualTo(old("users"));
    assertThat(lineage.of("users", "title")).isEqualTo(old("name"));
    assertThat(lineage.of("users", "id")).isEqualTo(old("id"));
    assertThat(lineage.of("users", "age")).isEqualTo(old("age"));
    assertThat(lineage.of("users", "extra").origin()).isNotEmpty();
  }

  @Test
  void aCopyOfAllRowsUnderAnotherNameGoesOnForATableThatGoes() {
    Lineage lineage =
        follow(
            USERS,
            "CREATE TABLE people AS SELECT id, name AS title, upper(age) AS size FROM users;"
                + "DROP TABLE users");
    assertThat(lineage.of("people")).isEqualTo(old("users"));
    assertThat(lineage.of("people", "title")).isEqualTo(old("name"));
    assertThat(lineage.of("people", "size").origin()).isEqualTo("0.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE other AS SELECT * FROM users",
        "CREATE TABLE other AS SELECT * FROM users WHERE age > 5; DROP TABLE users",
        "CREATE TABLE other AS SELECT age AS name, count(*) AS age FROM users GROUP BY age;"
            + "DROP TABLE users",
      })
  void whatIsNoWholeCopyOfWhatGoesIsNew(String script) {
    assertThat(follow(USERS, script).of("other")).isEqualTo(new Identity("0.0", "other"));
  }

  @Test
  void aCopyThatOutlivesItsSourceByARequestIsNew() {
    Lineage lineage =
        follow(USERS, "CREATE TABLE archive AS SELECT * FROM users", "DROP TABLE users");
    assertThat(lineage.of("archive")).isEqualTo(new Identity("0.0", "archive"));
  }

  @Test
  void ofTheTablesThatOneIsSplitIntoTheOneWithItsNameGoesOn() {
    Lineage lineage =
        follow(
            USERS,
            """
            ALTER TABLE users RENAME TO t;
            CREATE TABLE ages (user INT, age); INSERT INTO ages SELECT id, age FROM t;
            CREATE TABLE users (id INTEGER PRIMARY KEY, name); INSERT INTO users SELECT id, name FROM t;
            DROP TABLE t;
            """);
    assertThat(lineage.of("users")).isEqualTo(old("users"));
    assertThat(lineage.of("users", "name")).isEqualTo(old("name"));
    assertThat(lineage.of("ages")).isEqualTo(new Identity("0.1", "ages"));
    assertThat(lineage.of("ages", "age")).isEqualTo(new Identity("0.1", "age"));
  }
}
