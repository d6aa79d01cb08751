package io.tenantry.core.sources;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.ImportSchema.FromDatabase;
import io.tenantry.contract.workspaces.ImportSchema.FromSql;
import io.tenantry.contract.workspaces.ImportSchema.FromTables;
import io.tenantry.contract.workspaces.ImportSchema.FromTemplate;
import io.tenantry.contract.workspaces.ImportSchema.FromUrl;
import io.tenantry.contract.workspaces.SourceConnection;
import io.tenantry.contract.workspaces.SourceConnection.LibSql;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.schema.SchemaObject;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.sqlite.OpenMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads databases and documents from outside. Any thread. */
public final class Sources {
  private final Sqlite sqlite;
  private final SourceFiles files;
  private final WebDocuments web;
  private final SqliteFileReader sqliteFile;

  /**
   * Puts the parts together.
   *
   * @param scratch folder for copies that last as long as a call
   */
  public Sources(Sqlite sqlite, SourceFiles files, WebDocuments web, Path scratch) {
    this.sqlite = sqlite;
    this.files = files;
    this.web = web;
    this.sqliteFile = new SqliteFileReader(sqlite, scratch);
  }

  /**
   * Returns a schema to bring in whose statements are at hand: what lies elsewhere is read.
   *
   * @throws EngineException FORBIDDEN for what must not be read, BAD_REQUEST for what cannot be
   */
  public ImportSchema resolve(ImportSchema request, Reader reader) {
    return switch (request) {
      case FromTemplate _, FromTables _, FromSql _ -> request;
      case FromUrl(String url) -> document(web.get(url));
      case FromDatabase(SourceConnection connection) -> new FromSql(script(connection, reader));
    };
  }

  private ImportSchema document(String text) {
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (!content.stripLeading().startsWith("{")) {
      if (content.isBlank()) {
        throw EngineException.badField("url", "url: the document is empty");
      }
      return new FromSql(content);
    }
    try (JsonDocument json = new JsonDocument(sqlite)) {
      if (!json.load(content)) {
        throw EngineException.badField("url", "url: the document is neither JSON nor SQL");
      }
      return new FromTables(new TablesDocument(json).tables());
    }
  }

  private String script(SourceConnection connection, Reader reader) {
    return switch (connection) {
      case SourceConnection.SqliteFile(String path) ->
          sqliteFile.read(files.readable(path, reader), Sources::statements);
      case LibSql libSql -> {
        try (SqliteDatabase empty = sqlite.openInMemory(Profile.ENGINE);
            HranaSession session = new HranaSession(web, sqlite, libSql)) {
          new LibSqlCopy(session).schema(empty);
          yield statements(empty);
        }
      }
    };
  }

  private static String statements(SqliteDatabase database) {
    String script =
        SchemaSnapshot.read(database).objects().stream()
            .sorted(Comparator.comparing(SchemaObject::type))
            .map(SchemaObject::sql)
            .collect(Collectors.joining(";\n"));
    if (script.isEmpty()) {
      throw EngineException.badField("connection", "The source has no tables");
    }
    return script;
  }

  /** Reads from a source; a libSQL server's database is copied for that. */
  public <T> T read(SourceConnection connection, Reader reader, Function<SqliteDatabase, T> work) {
    return switch (connection) {
      case SourceConnection.SqliteFile(String path) ->
          sqliteFile.read(files.readable(path, reader), work);
      case LibSql libSql -> {
        try (SqliteDatabase copy = sqlite.openInMemory(Profile.ENGINE)) {
          copyInto(copy, libSql);
          yield work.apply(copy);
        }
      }
    };
  }

  /**
   * Copies a source, as it is at one moment, into a file that does not exist.
   *
   * @throws EngineException BAD_REQUEST also for a text encoding other than UTF-8
   */
  public void copy(SourceConnection connection, Reader reader, Path target) {
    AtomicFiles.createFolder(AtomicFiles.folderOf(target));
    AtomicFiles.createEmpty(target);
    switch (connection) {
      case SourceConnection.SqliteFile(String path) ->
          sqliteFile.read(
              files.readable(path, reader),
              database -> {
                database.backupTo(target);
                return true;
              });
      case LibSql libSql -> {
        try (SqliteDatabase copy = create(target)) {
          copyInto(copy, libSql);
        }
      }
    }
  }

  private void copyInto(SqliteDatabase copy, LibSql libSql) {
    try (HranaSession session = new HranaSession(web, sqlite, libSql)) {
      LibSqlCopy remote = new LibSqlCopy(session);
      remote.schema(copy);
      remote.rows(copy);
    }
  }

  private SqliteDatabase create(Path file) {
    return sqlite.open(new OpenOptions(file, OpenMode.CREATE, Profile.ENGINE));
  }
}
