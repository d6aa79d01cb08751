package io.tenantry.core.recovery;

import io.tenantry.core.schema.SchemaFingerprints;
import io.tenantry.core.sqlite.SqliteDatabase;

/**
 * The blueprint version that a database file says it has.
 *
 * @param minor its number
 * @param fingerprint of its schema
 */
record FileVersion(int minor, String fingerprint) {
  static FileVersion of(SqliteDatabase database, SchemaFingerprints fingerprints) {
    return new FileVersion(database.userVersion(), fingerprints.of(database).value());
  }
}
