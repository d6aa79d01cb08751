package io.tenantry.core.schema;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.contract.workspaces.WorkspaceSchema.Index;
import io.tenantry.contract.workspaces.WorkspaceSchema.Table;
import io.tenantry.contract.workspaces.WorkspaceSchema.Trigger;
import io.tenantry.contract.workspaces.WorkspaceSchema.View;
import io.tenantry.core.schema.SchemaObject.Type;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.sql.SqlNames;
import java.util.List;

/** Reads the schema of a database, table by table. */
public final class SchemaReader {
  private final TablePragmas pragmas;
  private final SchemaSnapshot snapshot;

  private SchemaReader(SqliteDatabase database) {
    this.pragmas = new TablePragmas(database);
    this.snapshot = SchemaSnapshot.read(database);
  }

  /** Returns all tables and views in order of creation. */
  public static WorkspaceSchema read(SqliteDatabase database) {
    SchemaReader reader = new SchemaReader(database);
    return new WorkspaceSchema(
        reader.of(Type.TABLE).stream().map(reader::table).toList(),
        reader.of(Type.VIEW).stream().map(reader::view).toList());
  }

  private List<SchemaObject> of(Type type) {
    return snapshot.objects().stream().filter(object -> object.type() == type).toList();
  }

  private List<SchemaObject> of(Type type, SchemaObject table) {
    return of(type).stream().filter(object -> SqlNames.same(object.table(), table.name())).toList();
  }

  private Table table(SchemaObject table) {
    TablePragmas.Flags flags = pragmas.flags(table.name());
    List<TablePragmas.IndexFacts> indexes = pragmas.indexes(table.name());
    return new Table(
        table.name(),
        pragmas.columns(table.name(), flags, indexes),
        indexes.stream().map(TablePragmas.IndexFacts::name).toList(),
        table.sql(),
        of(Type.INDEX, table).stream().map(index -> index(index, indexes)).toList(),
        pragmas.foreignKeys(table.name()),
        table.isVirtual() ? List.of() : CheckConstraints.of(table.sql()),
        of(Type.TRIGGER, table).stream()
            .map(trigger -> new Trigger(trigger.name(), trigger.sql()))
            .toList(),
        flags.strict(),
        flags.withoutRowid());
  }

  private static Index index(SchemaObject index, List<TablePragmas.IndexFacts> all) {
    TablePragmas.IndexFacts facts =
        all.stream()
            .filter(candidate -> SqlNames.same(candidate.name(), index.name()))
            .findFirst()
            .orElseThrow();
    IndexText text = IndexText.of(index.sql());
    return new Index(index.name(), facts.columns(text), facts.unique(), text.where(), index.sql());
  }

  /** A view over something that was dropped keeps its text, but has no columns. */
  private View view(SchemaObject view) {
    List<String> columns;
    try {
      columns = pragmas.columnNames(view.name());
    } catch (EngineException e) {
      if (e.code() != ErrorCode.BAD_REQUEST) {
        throw e;
      }
      columns = List.of();
    }
    return new View(view.name(), columns, view.sql());
  }
}
