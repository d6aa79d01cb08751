package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.screens.workspaces.edits.DraftTable;
import io.tenantry.contract.workspaces.WorkspaceSchema;

/** Something of a schema that can be looked at. */
public sealed interface SchemaItem {

  /** Returns its name. */
  String name();

  /** Says whether it is the same thing, whatever has become of it meanwhile. */
  boolean isSameAs(SchemaItem other);

  /**
   * A table, as it would be with what is staged.
   *
   * @param table the table
   */
  record Table(DraftTable table) implements SchemaItem {
    @Override
    public String name() {
      return table.name();
    }

    @Override
    public boolean isSameAs(SchemaItem other) {
      return other instanceof Table(DraftTable that) && that.key().equals(table.key());
    }
  }

  /**
   * A view.
   *
   * @param view the view
   */
  record View(WorkspaceSchema.View view) implements SchemaItem {
    @Override
    public String name() {
      return view.name();
    }

    @Override
    public boolean isSameAs(SchemaItem other) {
      return other instanceof View && other.name().equals(name());
    }
  }
}
