package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.screens.workspaces.edits.DraftTable;
import io.tenantry.app.screens.workspaces.edits.Key;
import io.tenantry.app.screens.workspaces.edits.SchemaEdit;
import io.tenantry.app.screens.workspaces.edits.SchemaEdits;
import io.tenantry.app.text.Text;

/** Says in words what a staged edit does. */
record EditWords(SchemaEdits edits) {

  String of(SchemaEdit edit) {
    return switch (edit) {
      case SchemaEdit.AddTable added ->
          Text.of("workspace.edit.addTable", added.name(), added.columns().size());
      case SchemaEdit.RenameTable renamed ->
          Text.of("workspace.edit.renameTable", renamed.table().name(), renamed.to());
      case SchemaEdit.DropTable dropped ->
          Text.of("workspace.edit.dropTable", dropped.table().name());
      case SchemaEdit.AddColumn added ->
          Text.of("workspace.edit.addColumn", table(added.table()), added.spec().name());
      case SchemaEdit.RenameColumn renamed ->
          Text.of(
              "workspace.edit.renameColumn",
              table(renamed.table()),
              renamed.column().name(),
              renamed.to());
      case SchemaEdit.DropColumn dropped ->
          Text.of("workspace.edit.dropColumn", table(dropped.table()), dropped.column().name());
      case SchemaEdit.AddIndex added when added.unique() ->
          Text.of("workspace.edit.addUniqueIndex", added.name(), table(added.table()));
      case SchemaEdit.AddIndex added ->
          Text.of("workspace.edit.addIndex", added.name(), table(added.table()));
      case SchemaEdit.DropIndex dropped ->
          Text.of("workspace.edit.dropIndex", dropped.name(), table(dropped.table()));
    };
  }

  private String table(Key key) {
    return edits.find(key).map(DraftTable::name).orElse(key.name());
  }
}
