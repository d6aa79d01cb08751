package io.tenantry.core.backups;

import io.tenantry.contract.backups.BackupNotes;
import io.tenantry.contract.backups.BackupNotes.TableRows;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What was noted about databases when their backups were taken, inside a caller's transaction. */
final class BackupNotesRepository {
  private static final String INSERT =
      "INSERT INTO backup_notes (backup_id, fingerprint, tables) VALUES (:id, :print, :tables)";
  private static final String FINGERPRINT =
      "SELECT fingerprint FROM backup_notes WHERE backup_id = :id";
  private static final String TABLES =
      """
      SELECT e.value ->> 0 AS name, e.value ->> 1 AS counted
      FROM backup_notes n, json_each(n.tables) e
      WHERE n.backup_id = :id
      ORDER BY e.key
      """;

  private BackupNotesRepository() {}

  static void insert(Handle handle, long backup, DatabaseNotes.Found found) {
    handle
        .createUpdate(INSERT)
        .bind("id", backup)
        .bind("print", found.fingerprint())
        .bind("tables", found.tables())
        .execute();
  }

  static Optional<BackupNotes> find(Handle handle, long backup) {
    return handle
        .createQuery(FINGERPRINT)
        .bind("id", backup)
        .mapTo(String.class)
        .findOne()
        .map(print -> new BackupNotes(print, tables(handle, backup)));
  }

  private static List<TableRows> tables(Handle handle, long backup) {
    return handle
        .createQuery(TABLES)
        .bind("id", backup)
        .map((row, _) -> new TableRows(row.getString("name"), row.getLong("counted")))
        .list();
  }

  /** Returns them as they are stored. */
  static Optional<DatabaseNotes.Found> raw(Handle handle, long backup) {
    return handle
        .createQuery("SELECT fingerprint, tables FROM backup_notes WHERE backup_id = :id")
        .bind("id", backup)
        .map(
            (row, _) ->
                new DatabaseNotes.Found(row.getString("fingerprint"), row.getString("tables")))
        .findOne();
  }
}
