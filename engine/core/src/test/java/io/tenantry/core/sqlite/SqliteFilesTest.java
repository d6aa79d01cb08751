package io.tenantry.core.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteFilesTest {
  @TempDir Path folder;
  private final Sqlite sqlite = new Sqlite();
  private SqliteDatabase database;

  @BeforeEach
  void open() {
    database = create("a.db");
    database.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT UNIQUE, age INT)");
  }

  @AfterEach
  void close() {
    database.close();
    sqlite.close();
  }

  private SqliteDatabase create(String name) {
    return sqlite.open(
        new OpenOptions(folder.resolve(name), OpenMode.CREATE, Profile.TENANT, Duration.ZERO));
  }

  @Test
  void imageBecomesATenantFile() throws IOException {
    byte[] image;
    try (SqliteDatabase compiled = sqlite.openInMemory(Profile.ENGINE)) {
      compiled.executeScript("CREATE TABLE a(x); CREATE INDEX i ON a(x);");
      compiled.userVersion(7);
      compiled.applicationId(0x54454e31);
      image = compiled.image();
    }
    Path file = Files.write(folder.resolve("image.db"), image);
    try (SqliteDatabase reader =
        sqlite.open(new OpenOptions(file, OpenMode.READ_ONLY, Profile.TENANT))) {
      assertThat(reader.userVersion()).isEqualTo(7);
      assertThat(reader.applicationId()).isEqualTo(0x54454e31);
      assertThat(reader.queryText("PRAGMA journal_mode")).isEqualTo("wal");
    }
    try (SqliteDatabase writer =
        sqlite.open(new OpenOptions(file, OpenMode.READ_WRITE, Profile.TENANT))) {
      assertThat(writer.execute("INSERT INTO a VALUES (1)")).isOne();
      assertThat(writer.queryText("PRAGMA integrity_check")).isEqualTo("ok");
    }
    assertThat(folder.resolve("image.db-wal")).doesNotExist();
  }

  @Test
  void backupIsTheDatabaseAsOfNow() {
    database.execute("INSERT INTO t(id) VALUES (1)");
    Path copy = folder.resolve("copy.db");
    try (SqliteDatabase reader =
        sqlite.open(new OpenOptions(database.path(), OpenMode.READ_ONLY, Profile.TENANT))) {
      database.begin();
      reader.backupTo(copy);
      database.rollback();
    }
    database.execute("INSERT INTO t(id) VALUES (2)");
    try (SqliteDatabase restored = create("copy.db")) {
      assertThat(restored.queryLong("SELECT count(*) FROM t")).isOne();
    }
  }

  @Test
  void pathsMayHoldWhatUrlsMayNot() throws IOException {
    Path odd = Files.createDirectories(folder.resolve("a b?mode=memory#%41 ü'\"&"));
    Path file = odd.resolve(":resource:x?cache=shared.db");
    try (SqliteDatabase strange =
        sqlite.open(new OpenOptions(file, OpenMode.CREATE, Profile.TENANT))) {
      strange.execute("CREATE TABLE a(x)");
      strange.backupTo(odd.resolve("copy?.db"));
    }
    assertThat(file).isNotEmptyFile();
    assertThat(odd.resolve("copy?.db")).isNotEmptyFile();
  }

  @Test
  void filesThatAreNoDatabasesAreClearErrors() throws IOException {
    Path text = Files.writeString(folder.resolve("text.db"), "hello ".repeat(500));
    assertThatThrownBy(() -> sqlite.open(OpenOptions.engine(text)))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL_ERROR))
        .hasMessage("the file is not a database: text.db");
    Path missing = folder.resolve("missing.db");
    assertThatThrownBy(() -> sqlite.open(OpenOptions.engine(missing)))
        .hasMessage("the database file cannot be opened: missing.db");
    assertThat(missing).doesNotExist();
  }

  @Test
  void fullDatabaseIsAClearErrorAndKeepsWhatWas() {
    database.execute("PRAGMA max_page_count=10");
    assertThatThrownBy(
            () -> database.execute("INSERT INTO t(name) VALUES (hex(randomblob(100000)))"))
        .isInstanceOfSatisfying(
            EngineException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
              assertThat(e.detail("reason")).contains("disk_full");
            })
        .hasMessage("the disk is full or the database reached its size limit: a.db");
    assertThat(database.queryLong("SELECT count(*) FROM t")).isZero();
  }

  @Test
  void aRowThatWouldFillTheMemoryIsRefused() {
    String large = "SELECT zeroblob(30000000), zeroblob(30000000)";

    assertThat(database.query(large, SqliteStatement::row)).hasSize(1);
    assertThatThrownBy(() -> database.query(large + ", zeroblob(30000000)", SqliteStatement::row))
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_REQUEST))
        .hasMessage("query failed: a row is larger than 64 MB");
    assertThat(database.queryLong("SELECT count(*) FROM t")).isZero();
  }

  @Test
  void damagedFileIsAClearError() throws IOException {
    database.execute("INSERT INTO t(name) VALUES (hex(randomblob(20000)))");
    database.close();
    byte[] bytes = Files.readAllBytes(database.path());
    java.util.Arrays.fill(bytes, 4096, bytes.length, (byte) 0x55);
    Files.write(database.path(), bytes);
    database = create("a.db");
    assertThatThrownBy(() -> database.execute("SELECT sum(length(name)) FROM t"))
        .hasMessage("the database is damaged: a.db");
    assertThat(database.isFailed()).isTrue();
  }

  @Test
  void versionIsThatOfTheLibrary() {
    assertThat(sqlite.version()).startsWith("3.");
  }
}
