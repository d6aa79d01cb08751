package io.tenantry.core.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenantry.contract.error.EngineException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where errors are, on real SQLite; the place is marked with an arrow in the text. */
class ErrorPlaceTest {
  @TempDir private Path folder;
  private Sqlite sqlite;
  private SqliteDatabase database;

  @BeforeEach
  void open() {
    sqlite = new Sqlite();
    database =
        sqlite.open(new OpenOptions(folder.resolve("t.db"), OpenMode.CREATE, Profile.ENGINE));
    database.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)");
  }

  @AfterEach
  void close() {
    database.close();
    sqlite.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * →FORM users",
        "→SELEC * FROM users",
        "SELECT name, →FROM users",
        "SELECT 'FROM', \"FROM\" /* FROM */ FROM users WHERE →FROM = 1",
        "SELECT name 'x y' →'z' FROM users",
        "SELECT * FROM users WHERE id = (1→",
        "SELECT * FROM users WHERE name = →'open",
        "SELECT * FROM →nowhere",
        "SELECT * FROM →main.nowhere",
        "SELECT 'nowhere', u.id FROM users AS u JOIN →nowhere AS n",
        "SELECT id,\n  →nmae\nFROM users",
        "SELECT id, →u.nmae FROM users AS u",
        "SELECT →nope(id) FROM users",
        "SELECT →abs(1, 2) FROM users",
        "SELECT →id FROM users AS a, users AS b",
        "INSERT INTO users (id, →mail) VALUES (1, 'x')",
        "UPDATE users SET →mail = 1",
        "CREATE TABLE t (id INTEGER, name, →id TEXT)",
        "SELECT name FROM users ORDER BY name COLLATE →odd",
      })
  void theErrorIsWhereSqliteMeansIt(String marked) {
    String sql = marked.replace("→", "");

    EngineException refused =
        catchThrowableOfType(EngineException.class, () -> database.prepare(sql));

    assertThat(refused.detail("offset"))
        .as(refused.message())
        .contains(String.valueOf(marked.indexOf('→')));
  }

  @Test
  void whatIsBeforeTheStatementCounts() {
    String sql = "-- a comment\n  SELECT * FROM nowhere;";

    EngineException refused =
        catchThrowableOfType(EngineException.class, () -> database.prepare(sql));

    assertThat(refused.detail("offset")).contains(String.valueOf(sql.indexOf("nowhere")));
  }

  @Test
  void aFailureWhileItRunsHasNoPlace() {
    EngineException refused =
        catchThrowableOfType(
            EngineException.class,
            () -> database.execute("INSERT INTO users (id) VALUES (1), (1)"));

    assertThat(refused.message()).contains("UNIQUE");
    assertThat(refused.detail("offset")).isEmpty();
  }
}
