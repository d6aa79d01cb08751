package io.tenantry.core.schema;

import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells the fingerprint of a database by one cheap read: thousands of tenants share few schemas, so
 * the normalised form of each stored text is worked out once. Any thread.
 */
public final class SchemaFingerprints {
  private static final int REMEMBERED = 2048;

  /** All texts as one value: fetching them row by row costs more than all the rest. */
  private static final String RAW =
      """
      SELECT group_concat(length(sql) || ':' || sql, '' ORDER BY rowid)
      FROM sqlite_schema
      WHERE sql IS NOT NULL
      """;

  private final Map<String, Fingerprint> known =
      new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Fingerprint> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Returns the fingerprint of the schema that the connection sees now. */
  public Fingerprint of(SqliteDatabase database) {
    String key = rawHash(database);
    synchronized (known) {
      Fingerprint found = known.get(key);
      if (found != null) {
        return found;
      }
    }
    Fingerprint computed = SchemaSnapshot.read(database).fingerprint();
    synchronized (known) {
      known.put(key, computed);
    }
    return computed;
  }

  /** Hashes the stored texts as they are; names are part of each text. */
  private static String rawHash(SqliteDatabase database) {
    return HexFormat.of().formatHex(Fingerprint.sha256(database.queryText(RAW)));
  }
}
