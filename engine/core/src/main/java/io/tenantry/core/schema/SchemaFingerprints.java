package io.tenantry.core.schema;

import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the fingerprint of a database by one cheap read: thousands of tenants share few schemas, so
 * the normalised form of each stored text is worked out once. Any thread.
 */
public final class SchemaFingerprints {
  private static final int REMEMBERED = 2048;

  private final Map<String, Fingerprint> known =
      new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Fingerprint> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Returns the fingerprint of the schema that the connection sees now. */
  public Fingerprint of(SqliteDatabase database) {
    List<SchemaObject> objects = SchemaObject.readAll(database);
    String key = rawHash(objects);
    synchronized (known) {
      Fingerprint found = known.get(key);
      if (found != null) {
        return found;
      }
    }
    Fingerprint computed = SchemaSnapshot.withoutShadows(objects, database).fingerprint();
    synchronized (known) {
      known.put(key, computed);
    }
    return computed;
  }

  /** Hashes the stored texts as they are; names are part of each text. */
  private static String rawHash(List<SchemaObject> objects) {
    StringBuilder raw = new StringBuilder(4096);
    for (SchemaObject object : objects) {
      raw.append(object.name()).append('\0').append(object.sql()).append('\0');
    }
    return HexFormat.of().formatHex(Fingerprint.sha256(raw.toString()));
  }
}
