package io.tenantry.core.backups;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.schema.PlainTables;
import io.tenantry.core.schema.SchemaFingerprints;
import io.tenantry.core.sqlite.OpenMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Looks what is in a copy of a database that nobody else has open; leaves it as it is. */
final class DatabaseNotes {
  private final Sqlite sqlite;
  private final SchemaFingerprints fingerprints = new SchemaFingerprints();

  DatabaseNotes(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  /**
   * What was found.
   *
   * @param fingerprint the schema
   * @param tables JSON: the rows of each table
   */
  record Found(String fingerprint, String tables) {}

  Found of(Path copy) {
    try (SqliteDatabase database =
        sqlite.open(new OpenOptions(copy, OpenMode.IMMUTABLE, Profile.ENGINE))) {
      return of(database);
    }
  }

  Found of(SqliteDatabase database) {
    List<String> names = PlainTables.names(database);
    String tables =
        names.stream()
            .map(name -> counted(database, name))
            .collect(Collectors.joining(",", "[", "]"));
    return new Found(fingerprints.of(database).value(), tables);
  }

  private static String counted(SqliteDatabase database, String table) {
    long rows = PlainTables.rows(database, table);
    return database.queryText("SELECT json_array(?, ?)", Value.of(table), Value.of(rows));
  }
}
