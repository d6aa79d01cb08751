package io.tenantry.app.screens.workspaces.edits;

import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.sql.SqlNames;
import java.util.List;
import java.util.Optional;

/**
 * Says whether what an edit stands on is (still) in a schema that changed meanwhile.
 *
 * @param schema the schema as it is now
 * @param edits everything that is staged; what it drops or renames makes room
 */
record Ground(WorkspaceSchema schema, List<SchemaEdit> edits) {

  /** Returns what is wrong, or empty when the edit can still be done. */
  Optional<String> problem(SchemaEdit edit) {
    return switch (edit) {
      case SchemaEdit.AddTable added -> taken(added.name());
      case SchemaEdit.RenameTable renamed -> table(renamed.table()).or(() -> taken(renamed.to()));
      case SchemaEdit.DropTable dropped -> table(dropped.table());
      case SchemaEdit.AddColumn added ->
          table(added.table()).or(() -> taken(added.table(), added.spec().name()));
      case SchemaEdit.RenameColumn renamed ->
          column(renamed.table(), renamed.column()).or(() -> taken(renamed.table(), renamed.to()));
      case SchemaEdit.DropColumn dropped -> column(dropped.table(), dropped.column());
      case SchemaEdit.AddIndex added -> table(added.table()).or(() -> indexTaken(added.name()));
      case SchemaEdit.DropIndex dropped -> index(dropped);
    };
  }

  private Optional<String> table(Key table) {
    boolean there =
        table.isAdded()
            || schema.tables().stream().anyMatch(each -> each.name().equals(table.name()));
    return there ? Optional.empty() : gone(table.name());
  }

  private Optional<String> column(Key table, Key column) {
    if (table(table).isPresent()) {
      return table(table);
    }
    return has(table, column.name()) ? Optional.empty() : gone(table.name() + "." + column.name());
  }

  private Optional<String> index(SchemaEdit.DropIndex dropped) {
    boolean there =
        schema.tables().stream()
            .filter(each -> each.name().equals(dropped.table().name()))
            .flatMap(each -> each.indexDetails().stream())
            .anyMatch(each -> each.name().equals(dropped.name()));
    return there ? Optional.empty() : gone(dropped.name());
  }

  private Optional<String> taken(String name) {
    boolean taken =
        schema.tables().stream()
            .filter(table -> SqlNames.same(table.name(), name))
            .anyMatch(table -> !leaves(Key.of(table.name())));
    return taken ? inUse(name) : Optional.empty();
  }

  private Optional<String> taken(Key table, String column) {
    boolean taken =
        schema.tables().stream()
            .filter(each -> each.name().equals(table.name()))
            .flatMap(each -> each.columns().stream())
            .filter(each -> SqlNames.same(each.name(), column))
            .anyMatch(each -> !leaves(table, Key.of(each.name())));
    return taken ? inUse(table.name() + "." + column) : Optional.empty();
  }

  private Optional<String> indexTaken(String name) {
    boolean taken =
        schema.tables().stream()
            .anyMatch(
                table ->
                    table.indexDetails().stream()
                        .filter(index -> SqlNames.same(index.name(), name))
                        .anyMatch(index -> !leaves(table.name(), index.name())));
    return taken ? inUse(name) : Optional.empty();
  }

  private boolean has(Key table, String column) {
    return schema.tables().stream()
        .filter(each -> each.name().equals(table.name()))
        .flatMap(each -> each.columns().stream())
        .anyMatch(each -> each.name().equals(column));
  }

  private boolean leaves(Key table) {
    return edits.stream()
        .filter(edit -> edit.table().equals(table))
        .anyMatch(
            edit -> edit instanceof SchemaEdit.DropTable || edit instanceof SchemaEdit.RenameTable);
  }

  private boolean leaves(Key table, Key column) {
    return edits.stream()
        .filter(edit -> edit.table().equals(table))
        .anyMatch(
            edit ->
                edit instanceof SchemaEdit.DropColumn dropped && dropped.column().equals(column)
                    || edit instanceof SchemaEdit.RenameColumn renamed
                        && renamed.column().equals(column));
  }

  private boolean leaves(String table, String index) {
    return edits.contains(new SchemaEdit.DropIndex(Key.of(table), index))
        || edits.contains(new SchemaEdit.DropTable(Key.of(table)));
  }

  private static Optional<String> gone(String name) {
    return Optional.of(Text.of("workspace.stranded.gone", name));
  }

  private static Optional<String> inUse(String name) {
    return Optional.of(Text.of("workspace.stranded.taken", name));
  }
}
