package io.tenantry.core.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRecorderTest {
  private final Sqlite sqlite = new Sqlite();
  private final SqliteDatabase database = sqlite.openInMemory(Profile.ENGINE);
  private final RequestRecorder recorder = new RequestRecorder(sqlite, database);

  @BeforeEach
  void createSchema() {
    database.executeScript(
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, age INTEGER);
        CREATE INDEX users_name ON users (name);
        CREATE VIEW names AS SELECT name FROM users;
        CREATE TRIGGER g AFTER INSERT ON users BEGIN SELECT 1; END;
        """);
  }

  @AfterEach
  void close() {
    database.close();
    sqlite.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          CREATE TABLE t (a)|create_table|t|false|DROP TABLE IF EXISTS t;
          CREATE TABLE "my t" (a)|create_table|my t|false|DROP TABLE IF EXISTS "my t";
          CREATE INDEX i ON users (age)|create_index|i|false|DROP INDEX IF EXISTS i;
          CREATE VIEW v AS SELECT 1|create_view|v|false|DROP VIEW IF EXISTS v;
          CREATE VIRTUAL TABLE f USING fts5(a)|create_virtual_table|f|false|DROP TABLE IF EXISTS f;
          ALTER TABLE users ADD COLUMN x TEXT|add_column|users.x|false|ALTER TABLE users DROP COLUMN x;
          ALTER TABLE users ADD x INTEGER REFERENCES users (id)|add_column|users.x|false|ALTER TABLE users DROP COLUMN x;
          ALTER TABLE users RENAME TO people|rename_table|people|false|ALTER TABLE people RENAME TO users;
          ALTER TABLE users RENAME name TO label|rename_column|users.label|false|ALTER TABLE users RENAME COLUMN label TO name;
          DROP INDEX users_name|drop_index|users_name|false|CREATE INDEX users_name ON users (name);
          DROP VIEW names|drop_view|names|false|CREATE VIEW names AS SELECT name FROM users;
          DROP TRIGGER g|drop_trigger|g|false|CREATE TRIGGER g AFTER INSERT ON users BEGIN SELECT 1; END;
          """)
  void recordsWithAnInverse(
      String sql, String kind, String object, boolean destructive, String revert) {
    Recording recording = record(sql);
    RecordedChange change = recording.changes().getFirst();
    assertThat(recording.changes()).hasSize(1);
    assertThat(List.of(change.kind(), change.object(), change.destructive()))
        .containsExactly(kind, object, destructive);
    assertThat(change.revert()).contains(revert);
    assertThat(recording.carried()).containsExactly(new BoundStatement(sql));
    String normalised = SchemaSnapshot.read(database).normalised();
    database.execute(revert);
    assertThat(SchemaSnapshot.read(database).normalised()).isNotEqualTo(normalised);
  }

  @Test
  void whatLosesDataIsDestructiveAndHasNoInverse() {
    RecordedChange column = record("ALTER TABLE users DROP COLUMN age").changes().getLast();
    assertThat(column.object()).isEqualTo("users.age");
    assertThat(column.loss()).contains("drops column users.age with its values");
    assertThat(column.revert()).isEmpty();
    RecordedChange table = record("DROP TABLE users").changes().getLast();
    assertThat(table.loss()).contains("drops table users with its rows");
    assertThat(table.revert()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE IF NOT EXISTS users (other)",
        "DROP TABLE IF EXISTS missing",
        "INSERT INTO users (name) VALUES ('Ada')",
        "SELECT * FROM users",
      })
  void whatChangesNoSchemaIsNotRecorded(String sql) {
    assertThat(record(sql).isEmpty()).isTrue();
  }

  @Test
  void anInverseThatWouldFailIsNone() {
    database.execute("CREATE VIEW broken AS SELECT * FROM nowhere");
    assertThat(record("ALTER TABLE users ADD COLUMN x TEXT").changes().getLast().revert())
        .isEmpty();
  }

  @Test
  void otherAlterationsHaveNoInverse() {
    RecordedChange recorded =
        record("ALTER TABLE users ALTER COLUMN age SET NOT NULL").changes().getLast();
    assertThat(recorded.kind()).isEqualTo("alter_table");
    assertThat(recorded.revert()).isEmpty();
  }

  private Recording record(String sql) {
    recorder.watch(
        new BoundStatement(sql),
        () -> {
          database.execute(sql);
          return true;
        });
    return recorder.finish();
  }
}
