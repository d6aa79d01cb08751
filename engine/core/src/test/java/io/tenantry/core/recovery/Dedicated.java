package io.tenantry.core.recovery;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.databases.DatabaseLimits;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.hosts.RegionConfig;
import io.tenantry.core.hosts.Regions;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.hosts.TenantPlaces;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.OpenMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

/** One dedicated database with its archive, without the engine around them. */
final class Dedicated implements AutoCloseable {
  static final TenantPlace PLACE =
      TenantPlace.first(
          new ProjectId("tdb_0123abcd"),
          new WorkspaceName("shop"),
          new TenantId("wayne"),
          2,
          Optional.of("eu-central"));
  private static final Deadline PATIENT = Deadline.in(Duration.ofMinutes(5));

  final Sqlite sqlite = new Sqlite();
  final DataFolder folder;
  final Path file;
  final Archives archives;
  final TenantDatabases databases;
  final HistoryKeeper keeper;
  private final InstantSource clock;
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  Dedicated(Path data, long foldBytes, RecoveryConfig config, InstantSource clock) {
    this.clock = clock;
    folder = DataFolder.open(data, clock.instant(), _ -> {});
    TenantPlaces places = new TenantPlaces(folder, new Regions(RegionConfig.defaults()));
    file = places.file(PLACE);
    archives = new Archives(folder, places, clock, foldBytes);
    databases =
        new TenantDatabases(
            sqlite, new DatabaseLimits(16, 4, Duration.ofMinutes(1)), clock, scheduler, archives);
    keeper = new HistoryKeeper(archives, databases, config, clock);
    if (!Files.exists(file)) {
      AtomicFiles.createFolder(file.getParent());
      try (SqliteDatabase database =
          sqlite.open(new OpenOptions(file, OpenMode.CREATE, Profile.ENGINE))) {
        database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER, body TEXT)");
      }
    }
  }

  Dedicated(Path data) {
    this(data, 16L << 20, RecoveryConfig.DEFAULT, InstantSource.system());
  }

  <T> T write(Function<SqliteDatabase, T> work) {
    return databases.withWriter(DatabaseFile.tenant(file), PATIENT, work);
  }

  long execute(String sql, Value... values) {
    return write(database -> database.execute(sql, values));
  }

  <T> T read(Function<SqliteDatabase, T> work) {
    return databases.withReader(DatabaseFile.tenant(file), PATIENT, work);
  }

  FileHistory history() {
    return archives.historyOf(PLACE);
  }

  /** Restores a state into a file and returns its dump, or empty when it cannot be restored. */
  Optional<String> dumpAt(long micros, Path target) throws IOException {
    archives.open(PLACE).ifPresent(Archive::catchUp);
    try (HistoryReader reader = HistoryReader.open(history(), Micros.of(clock.instant()))) {
      Optional<HistoryReader.State> state = reader.at(micros);
      if (state.isEmpty()) {
        return Optional.empty();
      }
      Restore.to(target, state.get());
      return Optional.of(dump(target));
    }
  }

  String dump(Path path) {
    try (SqliteDatabase database = sqlite.open(OpenOptions.engine(path))) {
      if (!database.queryText("PRAGMA integrity_check").equals("ok")) {
        throw new AssertionError("damaged: " + path);
      }
      return dump(database);
    }
  }

  /** Hashes the schema and all rows. */
  static String dump(SqliteDatabase database) {
    MessageDigest hash = sha256();
    add(hash, "version " + database.userVersion());
    database
        .query("SELECT sql FROM sqlite_schema ORDER BY name", row -> row.value(0))
        .forEach(sql -> add(hash, sql.toString()));
    for (Value name :
        database.query(
            "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
            row -> row.value(0))) {
      List<List<Value>> rows =
          database.query("SELECT rowid, * FROM \"" + name + "\" ORDER BY rowid", row -> row.row());
      rows.forEach(row -> add(hash, row.toString()));
    }
    return HexFormat.of().formatHex(hash.digest());
  }

  private static void add(MessageDigest hash, String text) {
    hash.update(text.getBytes(StandardCharsets.UTF_8));
    hash.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static long bytesBelow(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(path -> path.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    databases.close();
    archives.close();
    scheduler.shutdownNow();
    sqlite.close();
    folder.close();
  }
}
