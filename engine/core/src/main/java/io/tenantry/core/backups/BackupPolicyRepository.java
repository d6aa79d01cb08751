package io.tenantry.core.backups;

import io.tenantry.contract.backups.ChangeBackupPolicy;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rules that were chosen in a data folder, inside a transaction of its caller. */
final class BackupPolicyRepository {
  private static final String FIND =
      "SELECT nightly, nightly_at, keep_scheduled, keep_safety_hours FROM backup_policy";
  private static final String PUT =
      """
      INSERT INTO backup_policy (id, nightly, nightly_at, keep_scheduled, keep_safety_hours)
      VALUES (1, :nightly, :at, :scheduled, :safety)
      ON CONFLICT (id) DO UPDATE
      SET nightly = excluded.nightly, nightly_at = excluded.nightly_at,
          keep_scheduled = excluded.keep_scheduled,
          keep_safety_hours = excluded.keep_safety_hours
      """;

  private BackupPolicyRepository() {}

  static Optional<BackupConfig> find(Handle handle) {
    return handle
        .createQuery(FIND)
        .map(
            (row, _) ->
                new BackupConfig(
                    row.getBoolean("nightly"),
                    LocalTime.parse(row.getString("nightly_at")),
                    row.getInt("keep_scheduled"),
                    Duration.ofHours(row.getLong("keep_safety_hours")),
                    true))
        .findOne();
  }

  static void put(Handle handle, ChangeBackupPolicy change) {
    handle
        .createUpdate(PUT)
        .bind("nightly", change.nightly())
        .bind("at", change.nightlyAt().toString())
        .bind("scheduled", change.keepScheduled())
        .bind("safety", change.keepSafetyHours())
        .execute();
  }
}
