package io.tenantry.core.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * Opens databases; the one door to SQLite. Owns the scheduler that ends statements at their
 * deadline. Any thread.
 */
public final class Sqlite implements AutoCloseable {
  private static final String MEMORY = ":memory:";

  private final Deadlines deadlines = new Deadlines();
  private final Durability durability;

  /** Opens databases whose commits survive a power failure. */
  public Sqlite() {
    this(Durability.FULL);
  }

  /**
   * Opens databases.
   *
   * @param durability what commits by users survive; those of the engine are always durable
   */
  public Sqlite(Durability durability) {
    this.durability = durability;
  }

  /**
   * Opens a database file.
   *
   * @throws io.tenantry.contract.error.EngineException INTERNAL_ERROR when the file cannot be
   *     opened or is not a database
   */
  public SqliteDatabase open(OpenOptions options) {
    String parameters =
        switch (options.mode()) {
          case IMMUTABLE -> "?immutable=1";
          case IMMUTABLE_WITH_LOG -> "?readonly_shm=1"; // SQLite keeps its own in memory then
          case READ_ONLY, READ_WRITE, CREATE -> "";
        };
    return open(options, options.path().toUri() + parameters);
  }

  /** Opens an empty database in memory, for compiling and comparing schemas. */
  public SqliteDatabase openInMemory(Profile profile) {
    return open(new OpenOptions(Path.of("memory"), OpenMode.CREATE, profile), MEMORY);
  }

  private SqliteDatabase open(OpenOptions options, String fileName) {
    try {
      SQLiteConnection connection =
          new JDBC4Connection("jdbc:sqlite:" + fileName, fileName, properties(options.mode()));
      try {
        ConnectionSetup.apply(connection, options, durability);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
      return new SqliteDatabase(options.path(), connection, deadlines);
    } catch (SQLException e) {
      throw SqliteErrors.opening(e, options.path());
    }
  }

  private static Properties properties(OpenMode mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    switch (mode) {
      case READ_ONLY, IMMUTABLE, IMMUTABLE_WITH_LOG -> config.setReadOnly(true);
      case READ_WRITE -> config.setOpenMode(SQLiteOpenMode.READWRITE);
      case CREATE -> config.setOpenMode(SQLiteOpenMode.CREATE);
    }
    return config.toProperties();
  }

  /** Ends the scheduler; open databases stay usable, without deadlines. */
  @Override
  public void close() {
    deadlines.close();
  }

  /** Returns the version of the SQLite library, for example {@code 3.54.1}. */
  public String version() {
    try (SqliteDatabase database = openInMemory(Profile.ENGINE)) {
      return database.queryText("SELECT sqlite_version()");
    }
  }
}
