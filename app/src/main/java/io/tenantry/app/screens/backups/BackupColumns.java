package io.tenantry.app.screens.backups;

import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.Backup;
import java.util.List;
import java.util.Optional;

/** The columns of the list of backups of a tenant. */
final class BackupColumns {
  private BackupColumns() {}

  static List<DataColumn<Backup, ?>> all() {
    return List.of(
        DataColumn.<Backup>text(title("taken"), BackupWords::moment)
            .named("taken")
            .styled("strong-cell")
            .room(160, 180)
            .grow(),
        DataColumn.<Backup>text(title("type"), BackupWords::type).named("type").room(96, 110),
        DataColumn.<Backup>chip(title("state"), BackupWords::state).named("state").room(132, 140),
        DataColumn.<Backup>text(title("blueprint"), row -> row.blueprint().value())
            .named("blueprint")
            .unsorted()
            .room(104, 130)
            .leaves(2),
        DataColumn.<Backup>text(title("version"), row -> row.version().toString())
            .named("version")
            .room(80, 88)
            .leaves(3),
        DataColumn.<Backup>size(title("size"), Backup::sizeBytes).named("size").room(88, 100),
        DataColumn.<Backup>ago(title("verified"), Backup::verifiedAt)
            .named("verified")
            .unsorted()
            .leaves(1),
        DataColumn.<Backup>ago(title("age"), row -> Optional.of(row.createdAt()))
            .named("age")
            .unsorted()
            .leaves(4));
  }

  private static String title(String column) {
    return Text.of("backup.column." + column);
  }
}
