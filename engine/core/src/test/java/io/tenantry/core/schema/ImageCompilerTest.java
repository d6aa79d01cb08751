package io.tenantry.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.core.schema.ImageCompiler.Compiled;
import io.tenantry.core.schema.ImageCompiler.Failed;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.StatementReader;
import io.tenantry.core.templates.Templates;
import io.tenantry.sql.SqlStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageCompilerTest {
  private final Sqlite sqlite = new Sqlite();
  private final ImageCompiler compiler = new ImageCompiler(sqlite);

  @AfterEach
  void close() {
    sqlite.close();
  }

  @Test
  void anImageWrittenAsAFileIsTheDatabase(@TempDir Path folder) throws IOException {
    SchemaImage image = compiler.compile(BoundStatement.all(fintech()), 3);
    Path file = Files.write(folder.resolve("tenant.db"), image.file());
    try (SqliteDatabase database = sqlite.open(OpenOptions.engine(file))) {
      assertThat(database.userVersion()).isEqualTo(3);
      assertThat(database.applicationId()).isEqualTo(ImageCompiler.APPLICATION_ID);
      assertThat(database.queryText("PRAGMA journal_mode")).isEqualTo("wal");
      assertThat(database.queryLong("PRAGMA page_size")).isEqualTo(4096);
      assertThat(database.queryText("PRAGMA integrity_check")).isEqualTo("ok");
      database.execute("INSERT INTO users (email, name) VALUES ('ada@example.org', 'Ada')");
      assertThat(SchemaSnapshot.read(database).fingerprint()).isEqualTo(image.fingerprint());
      assertThat(new SchemaFingerprints().of(database)).isEqualTo(image.fingerprint());
    }
    assertThat(image.userVersion()).isEqualTo(3);
  }

  @Test
  void theSameStatementsGiveTheSameBytes() {
    assertThat(compiler.compile(BoundStatement.all(fintech()), 1).file())
        .isEqualTo(new ImageCompiler(sqlite).compile(BoundStatement.all(fintech()), 1).file());
  }

  @Test
  void noStatementsGiveAnEmptyDatabase(@TempDir Path folder) throws IOException {
    SchemaImage image = compiler.compile(List.of(), 0);
    assertThat(image.schema().objects()).isEmpty();
    Path file = Files.write(folder.resolve("empty.db"), image.file());
    try (SqliteDatabase database = sqlite.open(OpenOptions.engine(file))) {
      database.execute("CREATE TABLE t (a)");
      assertThat(database.applicationId()).isEqualTo(ImageCompiler.APPLICATION_ID);
    }
  }

  @Test
  void aStatementThatDoesNotReplayIsNamed() {
    List<String> statements = List.of("CREATE TABLE t (a)", "CREATE INDEX i ON u (a)");
    assertThat(compiler.replay(BoundStatement.all(statements), 1))
        .isEqualTo(new Failed(1, "CREATE INDEX i ON u (a)", "query failed: no such table: main.u"));
  }

  @Test
  void anAlteredSchemaHasTheFingerprintOfTheSameSchemaWrittenAtOnce() {
    Compiled altered =
        (Compiled)
            compiler.replay(
                BoundStatement.all(
                    List.of(
                        "CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT, CHECK (x <> ''))",
                        "ALTER TABLE a ADD COLUMN y INTEGER DEFAULT 1",
                        "ALTER TABLE a ADD COLUMN gone TEXT",
                        "ALTER TABLE a DROP COLUMN gone",
                        "ALTER TABLE a RENAME COLUMN x TO name",
                        "ALTER TABLE a RENAME TO users")),
                1);
    Compiled atOnce =
        (Compiled)
            compiler.replay(
                BoundStatement.all(
                    List.of(
                        """
                        create table if not exists users (
                          "id" integer primary key, -- the key
                          name text,
                          y integer default 1,
                          check (name <> '')
                        );\
                        """)),
                1);
    assertThat(altered.image().normalised()).isEqualTo(atOnce.image().normalised());
    assertThat(altered.image().fingerprint()).isEqualTo(atOnce.image().fingerprint());
  }

  @Test
  void objectsOfSqliteItselfDoNotCount() {
    SchemaImage plain =
        compiler.compile(BoundStatement.all(List.of("CREATE VIRTUAL TABLE f USING fts5(a)")), 1);
    assertThat(plain.normalised()).isEqualTo("create virtual table f using fts5 ( a )\n");
  }

  private static List<String> fintech() {
    return StatementReader.split(Templates.script("fintech")).stream()
        .map(SqlStatement::text)
        .toList();
  }
}
