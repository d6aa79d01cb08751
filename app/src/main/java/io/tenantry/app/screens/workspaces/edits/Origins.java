package io.tenantry.app.screens.workspaces.edits;

import io.tenantry.contract.workspaces.WorkspaceSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the tables that edits concern looked when the first of these edits was staged, so that one
 * that destroys something can say when there is more to destroy by now.
 *
 * @param statements CREATE statements by the name of the table
 */
record Origins(Map<String, String> statements) {
  static final Origins NONE = new Origins(Map.of());

  /** Copies the statements. */
  Origins {
    statements = Map.copyOf(statements);
  }

  /** Returns them for other edits: known ones stay, new ones are read from the schema. */
  Origins of(List<SchemaEdit> edits, WorkspaceSchema schema) {
    Map<String, String> kept = new HashMap<>();
    for (SchemaEdit edit : edits) {
      if (!edit.table().isAdded()) {
        String name = edit.table().name();
        Optional.ofNullable(statements.get(name))
            .or(() -> statement(schema, name))
            .ifPresent(sql -> kept.put(name, sql));
      }
    }
    return new Origins(kept);
  }

  /** Says whether a table looks different from when edits on it were staged. */
  boolean isChanged(Key table, WorkspaceSchema schema) {
    String before = statements.get(table.name());
    return before != null
        && statement(schema, table.name()).map(now -> !now.equals(before)).orElse(false);
  }

  private static Optional<String> statement(WorkspaceSchema schema, String name) {
    return schema.tables().stream()
        .filter(table -> table.name().equals(name))
        .map(WorkspaceSchema.Table::sql)
        .findFirst();
  }
}
