package io.tenantry.app.screens.workspaces.edits;

import java.util.List;

/** Leaves out edits that lost what they stand on: indexes over columns that will not be there. */
record Pruned(List<DraftTable> tables, List<SchemaEdit> all) {

  List<SchemaEdit> edits() {
    return all.stream().filter(this::stands).map(edit -> UniqueIndexes.settled(edit, all)).toList();
  }

  private boolean stands(SchemaEdit edit) {
    return switch (edit) {
      case SchemaEdit.AddIndex index -> index.columns().stream().allMatch(key -> has(index, key));
      case SchemaEdit.DropColumn drop -> all.containsAll(indexDrops(drop));
      case SchemaEdit.AddTable _,
          SchemaEdit.RenameTable _,
          SchemaEdit.DropTable _,
          SchemaEdit.AddColumn _,
          SchemaEdit.RenameColumn _,
          SchemaEdit.DropIndex _ ->
          true;
    };
  }

  private boolean has(SchemaEdit.AddIndex index, Key column) {
    return tables.stream()
        .filter(table -> table.key().equals(index.table()))
        .flatMap(table -> table.live().stream())
        .anyMatch(live -> live.key().equals(column));
  }

  private List<SchemaEdit> indexDrops(SchemaEdit.DropColumn drop) {
    return tables.stream()
        .filter(table -> table.key().equals(drop.table()))
        .flatMap(table -> table.source().stream())
        .flatMap(source -> source.indexDetails().stream())
        .filter(index -> index.columns().contains(drop.column().name()))
        .<SchemaEdit>map(index -> new SchemaEdit.DropIndex(drop.table(), index.name()))
        .toList();
  }
}
