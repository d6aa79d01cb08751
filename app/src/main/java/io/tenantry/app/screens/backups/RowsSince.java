package io.tenantry.app.screens.backups;

import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.BackupNotes;
import io.tenantry.contract.backups.Backups;
import io.tenantry.contract.queries.Queries;
import io.tenantry.contract.tenants.TenantId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a database has more or less than a backup of it, table by table. Worker thread. */
final class RowsSince {
  private final Backups backups;
  private final TableCounts counts;
  private final TenantId tenant;

  RowsSince(Backups backups, Queries queries, TenantId tenant) {
    this.backups = backups;
    this.counts = new TableCounts(queries, tenant);
    this.tenant = tenant;
  }

  /** Returns what goes when the backup is put back, a line each. */
  List<String> losses(Backup backup) {
    String when = Figures.moment(backup.createdAt(), ZoneId.systemDefault());
    Optional<BackupNotes> notes = backups.notes(tenant, backup.storagePath());
    List<String> lines = new ArrayList<>();
    if (notes.isEmpty()) {
      lines.add(Text.of("backup.loss.uncounted", when));
      return lines;
    }
    Map<String, Long> then =
        notes.get().tables().stream()
            .collect(Collectors.toMap(BackupNotes.TableRows::table, BackupNotes.TableRows::rows));
    counts
        .now(backup.blueprint())
        .forEach(
            (table, now) -> {
              Long before = then.get(table);
              if (before == null) {
                lines.add(Text.of("backup.loss.table", table, Figures.count(now, "row", "rows")));
              } else if (before.longValue() != now) {
                lines.add(
                    Text.of("backup.loss.rows", table, Figures.count(now), Figures.count(before)));
              }
            });
    lines.add(Text.of("backup.loss.changes", when));
    return lines;
  }
}
