package io.tenantry.app.screens.workspaces;

import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.Optional;

/** The columns of the list of workspaces. */
final class WorkspaceColumns {
  private WorkspaceColumns() {}

  static List<DataColumn<ListedWorkspace, ?>> all() {
    return List.of(
        DataColumn.<ListedWorkspace>drawn(title("name"), ListedWorkspace::name, NameMark::new)
            .named("name")
            .room(160, 240)
            .grow(),
        DataColumn.chip(title("pending"), ListedWorkspace::changes).named("pending").room(216, 230),
        DataColumn.text(title("version"), ListedWorkspace::version)
            .named("version")
            .styled("number-cell")
            .room(80, 90)
            .leaves(1),
        DataColumn.text(title("mode"), ListedWorkspace::mode).named("mode").room(90, 120).leaves(3),
        DataColumn.text(title("type"), ListedWorkspace::database)
            .named("type")
            .room(90, 110)
            .leaves(4),
        DataColumn.<ListedWorkspace>ago(title("created"), row -> Optional.of(row.createdAt()))
            .named("created")
            .leaves(2));
  }

  private static String title(String column) {
    return Text.of("workspaces.column." + column);
  }
}
