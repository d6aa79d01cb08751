package io.tenantry.core.backups;

import io.tenantry.core.schema.SchemaFingerprints;
import io.tenantry.core.sqlite.SqliteDatabase;

/** What a file says about its version and schema. */
record DatabaseVersion(int minor, String fingerprint) {
  static DatabaseVersion of(SqliteDatabase database, SchemaFingerprints fingerprints) {
    return new DatabaseVersion(database.userVersion(), fingerprints.of(database).value());
  }
}
