package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns of the list of tenants. */
final class TenantColumns {
  private TenantColumns() {}

  static List<DataColumn<ListedTenant, ?>> all(SampledTenants samples) {
    List<DataColumn<ListedTenant, ?>> all = new ArrayList<>(plain());
    all.addAll(new SampleColumns(samples).all());
    return all;
  }

  private static List<DataColumn<ListedTenant, ?>> plain() {
    return List.of(
        DataColumn.<ListedTenant>drawn(title("id"), row -> row.id().value(), TenantName::new)
            .named("id")
            .room(160, 240)
            .grow(),
        DataColumn.<ListedTenant>chip(title("status"), row -> TenantChips.of(row.status()))
            .named("status")
            .room(132, 140),
        DataColumn.text(title("databases"), ListedTenant::databases)
            .named("databases")
            .unsorted()
            .room(148, 150)
            .leaves(1),
        DataColumn.text(title("level"), ListedTenant::level)
            .named("level")
            .unsorted()
            .room(72, 110)
            .leaves(3),
        DataColumn.<ListedTenant>ago(title("created"), row -> Optional.of(row.createdAt()))
            .named("created")
            .leaves(2));
  }

  private static String title(String column) {
    return Text.of("tenants.column." + column);
  }
}
