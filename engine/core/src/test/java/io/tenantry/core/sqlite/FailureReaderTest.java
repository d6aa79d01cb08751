package io.tenantry.core.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.SqlFailure;
import io.tenantry.contract.error.SqlFailure.Kind;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SQLite itself says, so that a driver update that words it otherwise is noticed. */
class FailureReaderTest {
  @TempDir private Path folder;
  private Sqlite sqlite;
  private SqliteDatabase database;

  @BeforeEach
  void open() {
    sqlite = new Sqlite();
    database =
        sqlite.open(
            new OpenOptions(
                folder.resolve("a.db"), OpenMode.CREATE, Profile.TENANT, Duration.ZERO));
    database.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE)");
    database.execute(
        "CREATE TABLE seats (a INT, b INT CONSTRAINT even CHECK (b % 2 = 0), UNIQUE (a, b))"
            + " STRICT");
    database.execute("CREATE TABLE notes (of_user INT REFERENCES users)");
    database.execute("INSERT INTO users VALUES (1, 'a')");
    database.execute("INSERT INTO seats VALUES (1, 2)");
  }

  @AfterEach
  void close() {
    database.close();
    sqlite.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSERT INTO users VALUES (2, 'a') | UNIQUE_VIOLATION | users | email",
        "INSERT INTO users VALUES (1, 'b') | UNIQUE_VIOLATION | users | id",
        "INSERT INTO seats VALUES (1, 2) | UNIQUE_VIOLATION | seats | a,b",
        "INSERT INTO users VALUES (2, NULL) | NOT_NULL_VIOLATION | users | email",
        "INSERT INTO seats VALUES (1, 3) | CHECK_VIOLATION | |",
        "INSERT INTO seats VALUES ('x', 4) | TYPE_MISMATCH | |",
        "INSERT INTO notes VALUES (7) | FK_VIOLATION | |",
        "SELECT * FROM nowhere | UNKNOWN_TABLE | nowhere |",
        "SELECT other FROM users | UNKNOWN_COLUMN | | other",
        "INSERT INTO users (other) VALUES (1) | UNKNOWN_COLUMN | users | other",
        "SELECT FROM | SYNTAX_ERROR | |",
        "SELECT 'open | SYNTAX_ERROR | |",
        "SELECT abs() | UNKNOWN | |",
      })
  void whatIsWrongAndWhereIsRead(String sql, Kind kind, String table, String columns) {
    SqlFailure failure = failureOf(sql);
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.table().orElse(null)).isEqualTo(table);
    assertThat(String.join(",", failure.columns())).isEqualTo(columns == null ? "" : columns);
  }

  @Test
  void aCheckAndAWordAreNamed() {
    assertThat(failureOf("INSERT INTO seats VALUES (1, 3)").constraint()).contains("even");
    assertThat(failureOf("SELECT FROM").near()).contains("FROM");
  }

  @Test
  void aTextOfTheUserIsNotTakenForWhatSqliteSays() {
    SqlFailure failure = failureOf("SELECT json('near \"x\": syntax error')");
    assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN);
  }

  private SqlFailure failureOf(String sql) {
    EngineException error =
        catchThrowableOfType(EngineException.class, () -> database.execute(sql));
    return SqlFailure.of(error).orElseThrow();
  }
}
