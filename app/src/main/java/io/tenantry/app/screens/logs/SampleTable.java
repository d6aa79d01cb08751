package io.tenantry.app.screens.logs;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.tables.DataTable;
import io.tenantry.app.controls.tables.TableFrame;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.text.Text;
import io.tenantry.contract.logs.ProjectEntry;
import java.time.ZoneId;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A few queries that show what a pattern does; nothing at all when there are none. UI thread. */
final class SampleTable extends VBox {
  private final ObservableList<@Nullable ProjectEntry> rows = FXCollections.observableArrayList();

  SampleTable(String title, ZoneId zone, Navigator navigator) {
    DataTable<ProjectEntry> table =
        DataTable.of(title, rows, LogColumns.all(zone, LogOf.PROJECT))
            .onOpen(row -> navigator.go(ScreenRoute.QUERY, LogWords.queryPlace(row)));
    TableFrame<ProjectEntry> frame =
        new TableFrame<>(
            table,
            row ->
                List.of(
                    Buttons.icon(
                        Icon.QUERY,
                        Text.of("logs.openQuery"),
                        () -> navigator.go(ScreenRoute.QUERY, LogWords.queryPlace(row)))));
    getStyleClass().add("column");
    getChildren().addAll(Labels.heading(title), frame);
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  void show(List<ProjectEntry> found) {
    rows.setAll(found);
    setVisible(!found.isEmpty());
  }
}
