package io.tenantry.app.screens.workspaces.edits;

import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.sql.SqlNames;
import java.util.Optional;

/**
 * SQL for what the grid cannot do, laid ready for the SQL tab. Any thread.
 *
 * @param schema the schema in the database
 */
public record SchemaScripts(WorkspaceSchema schema) {
  private static final String CONDITION = "…";

  /** Makes a table anew, to change one of its columns; empty when the table is not there. */
  public Optional<PreparedSql> rebuild(String table, String column) {
    return TableRebuilding.of(schema, table).map(each -> each.at(column));
  }

  /** Makes a table anew with one more check, whose condition is to be written. */
  public Optional<PreparedSql> check(String table) {
    return TableRebuilding.of(schema, table)
        .map(each -> each.withLine("CHECK (" + CONDITION + ")", CONDITION + ")"));
  }

  /** A new trigger on a table. */
  public PreparedSql newTrigger(String table) {
    String name = SqlNames.quoteIfNeeded(table + "_after_update");
    String head =
        "-- " + Text.of("workspace.prepared.trigger", table) + "\nCREATE TRIGGER " + name + "\n";
    String text =
        head + "AFTER UPDATE ON " + SqlNames.quoteIfNeeded(table) + "\nBEGIN\n  SELECT 1;\nEND;\n";
    return new PreparedSql(text, text.indexOf("SELECT 1;"));
  }

  /** Makes a trigger anew, to change it. */
  public static PreparedSql changed(WorkspaceSchema.Trigger trigger) {
    return changed("TRIGGER", trigger.name(), trigger.sql());
  }

  /** Makes a view anew, to change it. */
  public static PreparedSql changed(WorkspaceSchema.View view) {
    return changed("VIEW", view.name(), view.sql());
  }

  /** Drops a trigger. */
  public static PreparedSql dropped(WorkspaceSchema.Trigger trigger) {
    return alone("DROP TRIGGER " + SqlNames.quoteIfNeeded(trigger.name()) + ";\n");
  }

  /** Drops a view. */
  public static PreparedSql dropped(WorkspaceSchema.View view) {
    return alone("DROP VIEW " + SqlNames.quoteIfNeeded(view.name()) + ";\n");
  }

  /** A new view. */
  public static PreparedSql newView() {
    String text =
        "-- " + Text.of("workspace.prepared.view") + "\nCREATE VIEW new_view AS\nSELECT 1;\n";
    return new PreparedSql(text, text.indexOf("SELECT 1;"));
  }

  /** Reads the rows of a table or view. */
  public static PreparedSql rows(String source) {
    return alone("SELECT * FROM " + SqlNames.quoteIfNeeded(source) + " LIMIT 100;\n");
  }

  private static PreparedSql changed(String kind, String name, String sql) {
    String head =
        "-- "
            + Text.of("workspace.prepared.again", name)
            + "\nBEGIN;\nDROP "
            + kind
            + " "
            + SqlNames.quoteIfNeeded(name)
            + ";\n";
    return new PreparedSql(head + sql.strip() + ";\nCOMMIT;\n", head.length());
  }

  private static PreparedSql alone(String text) {
    return new PreparedSql(text, 0);
  }
}
