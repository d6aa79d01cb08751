package io.tenantry.app.screens.workspaces.edits;

import io.tenantry.contract.workspaces.WorkspaceSchema;

/** Says whether what an edit stands on is (still) in a schema that changed meanwhile. */
record Ground(WorkspaceSchema schema) {

  boolean holds(SchemaEdit edit) {
    return switch (edit) {
      case SchemaEdit.AddTable added ->
          schema.tables().stream().noneMatch(table -> table.name().equalsIgnoreCase(added.name()));
      case SchemaEdit.AddColumn added -> has(added.table()) && isFree(added);
      case SchemaEdit.RenameColumn renamed -> has(renamed.table(), renamed.column());
      case SchemaEdit.DropColumn dropped -> has(dropped.table(), dropped.column());
      case SchemaEdit.DropIndex dropped -> hasIndex(dropped);
      case SchemaEdit.AddIndex added ->
          has(added.table()) && !hasIndex(new SchemaEdit.DropIndex(added.table(), added.name()));
      case SchemaEdit.RenameTable renamed -> has(renamed.table());
      case SchemaEdit.DropTable dropped -> has(dropped.table());
    };
  }

  private boolean has(Key table) {
    return table.isAdded()
        || schema.tables().stream().anyMatch(each -> each.name().equals(table.name()));
  }

  private boolean has(Key table, Key column) {
    return schema.tables().stream()
        .filter(each -> each.name().equals(table.name()))
        .flatMap(each -> each.columns().stream())
        .anyMatch(each -> each.name().equals(column.name()));
  }

  private boolean isFree(SchemaEdit.AddColumn added) {
    return schema.tables().stream()
        .filter(each -> each.name().equals(added.table().name()))
        .flatMap(each -> each.columns().stream())
        .noneMatch(each -> each.name().equalsIgnoreCase(added.spec().name()));
  }

  private boolean hasIndex(SchemaEdit.DropIndex dropped) {
    return schema.tables().stream()
        .filter(each -> each.name().equals(dropped.table().name()))
        .flatMap(each -> each.indexDetails().stream())
        .anyMatch(each -> each.name().equals(dropped.name()));
  }
}
