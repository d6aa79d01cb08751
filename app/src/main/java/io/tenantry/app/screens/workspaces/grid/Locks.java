package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.screens.workspaces.edits.DraftTable;
import io.tenantry.app.screens.workspaces.edits.Fate;
import io.tenantry.app.screens.workspaces.edits.SchemaScripts;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * Says which cells of a table are locked, and the way round.
 *
 * @param scripts SQL for the schema in the database
 * @param table the table, as it would be with what is staged
 */
record Locks(SchemaScripts scripts, DraftTable table) {

  /** Returns why a typed field cannot be edited; empty when it can. */
  Optional<Locked> of(ColumnField field, DraftTable.Column column) {
    if (column.fate() == Fate.DROPPED) {
      return Optional.of(dropped(column));
    }
    if (field == ColumnField.NAME || column.key().isAdded()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (field) {
          case NAME, TYPE -> rebuilt("workspace.why.type", column);
          case DEFAULT -> rebuilt("workspace.why.default", column);
          case REFERENCES -> rebuilt("workspace.why.references", column);
        });
  }

  /** Returns why a flag cannot be switched; empty when it can. */
  Optional<Locked> of(ColumnFlag flag, DraftTable.Column column) {
    if (column.fate() == Fate.DROPPED) {
      return Optional.of(dropped(column));
    }
    boolean open = flag == ColumnFlag.KEY ? table.key().isAdded() : column.key().isAdded();
    if (open) {
      return Optional.empty();
    }
    return Optional.of(
        switch (flag) {
          case NULLABLE -> rebuilt("workspace.why.nullable", column);
          case KEY -> rebuilt("workspace.why.key", column);
          case UNIQUE -> unique(column);
        });
  }

  private Locked unique(DraftTable.Column column) {
    if (!column.spec().unique() && staged(column).isEmpty()) {
      return new Locked(Text.of("workspace.why.unique"), new Locked.ByIndex(column));
    }
    return index(column)
        .map(each -> new Locked(Text.of("workspace.why.uniqueIndex", each.name()), drop(each)))
        .orElseGet(() -> rebuilt("workspace.why.uniqueConstraint", column));
  }

  private static Locked.Way drop(DraftTable.Index index) {
    return new Locked.ByDrop(index);
  }

  private Optional<DraftTable.Index> staged(DraftTable.Column column) {
    return index(column).filter(each -> each.fate() == Fate.ADDED);
  }

  private Optional<DraftTable.Index> index(DraftTable.Column column) {
    return table.indexes().stream()
        .filter(each -> each.unique() && each.where().isEmpty())
        .filter(each -> each.fate() != Fate.DROPPED)
        .filter(each -> each.columns().equals(List.of(column.name())))
        .findFirst();
  }

  private static Locked dropped(DraftTable.Column column) {
    return new Locked(Text.of("workspace.why.dropped"), new Locked.ByRestore(column));
  }

  private Locked rebuilt(String reason, DraftTable.Column column) {
    Locked.Way way =
        scripts
            .rebuild(table.key().name(), column.key().name())
            .<Locked.Way>map(Locked.InSql::new)
            .orElseGet(Locked.None::new);
    return new Locked(Text.of(reason), way);
  }
}
