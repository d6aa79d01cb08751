package io.tenantry.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("catalog.db");
  }

  @Test
  void theMigrationsMakeTheSchemaOfTheirScripts() throws SQLException, IOException {
    Catalog.open(file).close();
    List<String> migrated = schema("jdbc:sqlite:" + file);

    List<String> scripted;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      for (String script : Migrations.SCRIPTS) {
        statement.executeUpdate(resource(script));
      }
      scripted = schema(connection);
    }

    assertThat(migrated).isEqualTo(scripted).isNotEmpty();
  }

  @Test
  void onlyItsOwnerMayReadItAndWhatLiesBesideIt() throws IOException {
    try (Catalog catalog = Catalog.open(file)) {
      catalog.execute(handle -> handle.execute("INSERT INTO customer (created_at) VALUES (0)"));

      for (String name : List.of("catalog.db", "catalog.db-wal", "catalog.db-shm")) {
        assertThat(
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
            .as(name)
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  void failuresDoNotTellBoundValues() {
    try (Catalog catalog = Catalog.open(file)) {
      EngineException failed =
          catchThrowableOfType(
              EngineException.class,
              () ->
                  catalog.execute(
                      handle ->
                          handle
                              .createUpdate("INSERT INTO session VALUES (:secret)")
                              .bind("secret", "$argon2id$hash")
                              .execute()));

      StringWriter trace = new StringWriter();
      failed.printStackTrace(new PrintWriter(trace));
      assertThat(trace.toString()).contains("session").doesNotContain("argon2id");
    }
  }

  @Test
  void isSafeForAllWritesAndChecksReferences() {
    try (Catalog catalog = Catalog.open(file)) {
      assertThat(catalog.<String>write(handle -> pragma(handle, "journal_mode"))).isEqualTo("wal");
      assertThat(catalog.<String>write(handle -> pragma(handle, "synchronous"))).isEqualTo("2");
      assertThat(catalog.<String>write(handle -> pragma(handle, "foreign_keys"))).isEqualTo("1");
      assertThat(catalog.<String>read(handle -> pragma(handle, "query_only"))).isEqualTo("1");
    }
  }

  @Test
  void openingAgainKeepsTheRows() {
    try (Catalog catalog = Catalog.open(file)) {
      catalog.execute(handle -> customer(handle, "a@b"));
    }
    try (Catalog catalog = Catalog.open(file)) {
      assertThat(count(catalog)).isEqualTo(1);
    }
    assertThat(folder.resolve("catalog.db-wal")).doesNotExist();
  }

  @Test
  void anExceptionRollsTheWholeWriteBack() {
    try (Catalog catalog = Catalog.open(file)) {
      EngineException thrown = EngineException.conflict("no");
      assertThatThrownBy(
              () ->
                  catalog.execute(
                      handle -> {
                        customer(handle, "a@b");
                        throw thrown;
                      }))
          .isSameAs(thrown);
      assertThat(count(catalog)).isZero();
    }
  }

  @Test
  void aTakenNameIsAnsweredAsTheCallerWants() {
    try (Catalog catalog = Catalog.open(file)) {
      catalog.execute(handle -> customer(handle, "a@b"));
      assertThatThrownBy(
              () ->
                  catalog.write(
                      handle -> customer(handle, "a@b"),
                      () -> EngineException.conflict("Email already registered")))
          .hasMessage("Email already registered");
      EngineException plain =
          catchThrowableOfType(
              EngineException.class, () -> catalog.execute(handle -> customer(handle, "a@b")));
      assertThat(plain.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
      assertThat(Catalog.isDuplicate(plain)).isTrue();
    }
  }

  @Test
  void aFailureThatIsNoDuplicateIsNotTakenForOne() {
    try (Catalog catalog = Catalog.open(file)) {
      EngineException failure =
          catchThrowableOfType(
              EngineException.class,
              () ->
                  catalog.write(
                      handle -> handle.execute("INSERT INTO nowhere VALUES (1)"),
                      () -> EngineException.conflict("taken")));
      assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
      assertThat(Catalog.isDuplicate(failure)).isFalse();
    }
  }

  @Test
  void aCallInsideAnotherIsRefusedInsteadOfWaitingForItself() {
    try (Catalog catalog = Catalog.open(file)) {
      assertThatThrownBy(() -> catalog.execute(outer -> catalog.execute(inner -> {})))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> catalog.<Integer>read(outer -> count(catalog)))
          .isInstanceOf(IllegalStateException.class);
      assertThat(count(catalog)).isZero();
    }
  }

  @Test
  void readersCannotWrite() {
    try (Catalog catalog = Catalog.open(file)) {
      assertThatThrownBy(() -> catalog.read(handle -> customer(handle, "a@b")))
          .isInstanceOf(EngineException.class);
      assertThat(count(catalog)).isZero();
    }
  }

  @Test
  void manyWritersAndReadersDoNotLoseAWrite() throws InterruptedException, ExecutionException {
    int threads = 8;
    int each = 25;
    try (Catalog catalog = Catalog.open(file);
        var executor = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> futures = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int number = thread;
        futures.add(
            executor.submit(
                () -> {
                  for (int at = 0; at < each; at++) {
                    String email = number + "-" + at + "@b";
                    catalog.execute(handle -> customer(handle, email));
                    count(catalog);
                  }
                }));
      }
      for (Future<?> future : futures) {
        future.get();
      }
      assertThat(count(catalog)).isEqualTo(threads * each);
    }
  }

  @Test
  void aFullDiskIsToldAndRollsBack() {
    try (Catalog catalog = Catalog.open(file)) {
      int pages = catalog.write(handle -> Integer.parseInt(pragma(handle, "page_count")));
      catalog.execute(handle -> pragma(handle, "max_page_count = " + (pages + 2)));
      EngineException failure =
          catchThrowableOfType(
              EngineException.class,
              () -> catalog.execute(handle -> customer(handle, "x".repeat(100_000))));
      assertThat(failure.detail("reason")).contains("disk_full");
      assertThat(failure).hasMessage("Cannot write the catalog: the disk is full");
      assertThat(count(catalog)).isZero();
      catalog.execute(handle -> customer(handle, "small"));
    }
  }

  @Test
  void aNewerCatalogIsRefusedNamingBothVersions() throws SQLException, IOException {
    Catalog.open(file).close();
    sql("PRAGMA user_version = 99");
    byte[] before = Files.readAllBytes(file);

    EngineException failure = refusal();

    assertThat(failure.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(failure.detail("reason")).contains("newer_version");
    assertThat(failure)
        .hasMessageContaining("catalog version 99")
        .hasMessageContaining("up to " + Migrations.CURRENT);
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void aTextFileIsNoCatalog() throws IOException {
    Files.writeString(file, "notes of a meeting, long enough to look like something ".repeat(9));
    byte[] before = Files.readAllBytes(file);

    assertThat(refusal().detail("reason")).contains("not_a_database");
    assertThat(file).hasBinaryContent(before);
    assertThat(folder.resolve("catalog.db-wal")).doesNotExist();
  }

  @Test
  void theDatabaseOfAnotherProgramStaysUntouched() throws SQLException, IOException {
    sql("CREATE TABLE bookmarks (id)");
    byte[] before = Files.readAllBytes(file);

    assertThat(refusal().detail("reason")).contains("foreign");
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void aFirstOpeningThatWasCutShortIsRepeated() throws IOException, SQLException {
    Files.createFile(file);
    Catalog.open(file).close();
    Files.delete(file);
    sql("PRAGMA journal_mode = wal"); // a header without any table, as a crash can leave it
    Catalog.open(file).close();

    assertThat(schema("jdbc:sqlite:" + file)).isNotEmpty();
  }

  private EngineException refusal() {
    return catchThrowableOfType(EngineException.class, () -> Catalog.open(file).close());
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement run = connection.createStatement()) {
      run.executeUpdate(statement);
    }
  }

  private static int customer(Handle handle, String email) {
    return handle.execute("INSERT INTO customer (email, created_at) VALUES (?, 0)", email);
  }

  private static int count(Catalog catalog) {
    return catalog.<Integer>read(
        handle -> handle.createQuery("SELECT count(*) FROM customer").mapTo(Integer.class).one());
  }

  private static String pragma(Handle handle, String name) {
    return handle.createQuery("PRAGMA " + name).mapTo(String.class).one();
  }

  private static List<String> schema(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      return schema(connection);
    }
  }

  private static List<String> schema(Connection connection) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT type, name, sql FROM sqlite_schema ORDER BY name")) {
      while (rows.next()) {
        found.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3));
      }
    }
    return found;
  }

  private static String resource(String name) throws IOException {
    try (var in = Catalog.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
