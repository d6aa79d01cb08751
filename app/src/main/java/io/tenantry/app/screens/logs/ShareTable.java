package io.tenantry.app.screens.logs;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.controls.tables.DataTable;
import io.tenantry.app.controls.tables.TableFrame;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.logs.PatternDetail;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The tenants that a pattern runs on, those that spend most time in it first. UI thread. */
final class ShareTable extends VBox {
  private final ObservableList<PatternDetail.@Nullable Share> rows =
      FXCollections.observableArrayList();
  private final Label title = Labels.heading("");

  /**
   * Creates it.
   *
   * @param open shows the log of a tenant
   */
  ShareTable(Consumer<TenantId> open) {
    DataTable<PatternDetail.Share> table =
        DataTable.of(Text.of("pattern.tenants"), rows, columns())
            .onOpen(row -> open.accept(row.tenantId()));
    TableFrame<PatternDetail.Share> frame =
        new TableFrame<>(
            table,
            row ->
                List.of(
                    Buttons.icon(
                        Icon.LOGS, Text.of("unlike.open"), () -> open.accept(row.tenantId()))));
    getStyleClass().add("column");
    getChildren().addAll(title, frame);
  }

  void show(List<PatternDetail.Share> found, long all) {
    rows.setAll(found);
    title.setText(
        all > found.size()
            ? Text.of("pattern.heaviest", Figures.count(found.size()), Figures.count(all))
            : Text.of("pattern.tenants"));
  }

  private static List<DataColumn<PatternDetail.Share, ?>> columns() {
    return List.of(
        NameWithAvatar.column(Text.of("logs.column.tenant"), PatternDetail.Share::tenantId)
            .unsorted()
            .room(160, 240)
            .grow(),
        DataColumn.<PatternDetail.Share>number(
                Text.of("patterns.column.count"), PatternDetail.Share::count)
            .named("count")
            .unsorted(),
        DataColumn.<PatternDetail.Share>number(
                Text.of("patterns.column.errors"), PatternDetail.Share::failed)
            .named("errors")
            .unsorted(),
        time("total", PatternDetail.Share::totalMs),
        time("max", PatternDetail.Share::maxMs));
  }

  private static DataColumn<PatternDetail.Share, String> time(
      String name, ToDoubleFunction<PatternDetail.Share> millis) {
    return DataColumn.<PatternDetail.Share>text(
            Text.of("patterns.column." + name),
            row -> Figures.milliseconds(millis.applyAsDouble(row)))
        .named(name)
        .styled("number-cell")
        .unsorted()
        .room(88, 96);
  }
}
