package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.Optional;

/** The columns of the list of tenants. */
final class TenantColumns {
  private TenantColumns() {}

  static List<DataColumn<TenantRow, ?>> all() {
    return List.of(
        DataColumn.<TenantRow>drawn(title("id"), row -> row.id().value(), TenantName::new)
            .named("id")
            .room(160, 240)
            .grow(),
        DataColumn.<TenantRow>chip(title("status"), row -> TenantChips.of(row.status()))
            .named("status")
            .room(132, 140),
        DataColumn.text(title("databases"), TenantRow::databases)
            .named("databases")
            .unsorted()
            .room(148, 150)
            .leaves(1),
        DataColumn.text(title("level"), TenantRow::level)
            .named("level")
            .unsorted()
            .room(72, 110)
            .leaves(3),
        DataColumn.<TenantRow>ago(title("created"), row -> Optional.of(row.createdAt()))
            .named("created")
            .leaves(2));
  }

  private static String title(String column) {
    return Text.of("tenants.column." + column);
  }
}
