package io.tenantry.contract.workspaces;

import java.util.List;

/**
 * A schema, read from the database.
 *
 * @param tables by order of creation
 * @param views by order of creation (an extension)
 */
public record WorkspaceSchema(List<Table> tables, List<View> views) {
  /** Copies the lists. */
  public WorkspaceSchema {
    tables = List.copyOf(tables);
    views = List.copyOf(views);
  }

  /**
   * A table.
   *
   * @param name its name
   * @param columns its columns in order
   * @param indexes names of its indexes, automatic ones included
   * @param sql its CREATE statement (this and all below are extensions)
   * @param indexDetails its created indexes
   * @param foreignKeys its references to other tables
   * @param checks expressions of its CHECK constraints
   * @param triggers its triggers
   * @param strict whether it was created STRICT
   * @param withoutRowid whether it was created WITHOUT ROWID
   */
  public record Table(
      String name,
      List<Column> columns,
      List<String> indexes,
      String sql,
      List<Index> indexDetails,
      List<ForeignKey> foreignKeys,
      List<String> checks,
      List<Trigger> triggers,
      boolean strict,
      boolean withoutRowid) {
    /** Copies the lists. */
    public Table {
      columns = List.copyOf(columns);
      indexes = List.copyOf(indexes);
      indexDetails = List.copyOf(indexDetails);
      foreignKeys = List.copyOf(foreignKeys);
      checks = List.copyOf(checks);
      triggers = List.copyOf(triggers);
    }
  }

  /**
   * A column.
   *
   * @param name its name
   * @param type declared type, empty when none was declared
   * @param nullable whether it may be NULL
   * @param defaultValue default expression as declared, empty when none; the wire calls it {@code
   *     default}
   * @param primaryKey place in the primary key from 1, or 0
   * @param unique whether a unique constraint or index covers it alone
   * @param generated whether it is computed
   */
  public record Column(
      String name,
      String type,
      boolean nullable,
      String defaultValue,
      int primaryKey,
      boolean unique,
      boolean generated) {}

  /**
   * An index.
   *
   * @param name its name
   * @param columns its columns; an expression shows as {@code (expression)}
   * @param unique whether values must differ
   * @param where condition of a partial index, empty for a full one
   * @param sql its CREATE statement
   */
  public record Index(String name, List<String> columns, boolean unique, String where, String sql) {
    /** Copies the columns. */
    public Index {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A reference to another table.
   *
   * @param columns columns here
   * @param table the other table
   * @param references columns there
   * @param onDelete action, for example {@code CASCADE} or {@code NO ACTION}
   * @param onUpdate action
   */
  public record ForeignKey(
      List<String> columns,
      String table,
      List<String> references,
      String onDelete,
      String onUpdate) {
    /** Copies the lists. */
    public ForeignKey {
      columns = List.copyOf(columns);
      references = List.copyOf(references);
    }
  }

  /**
   * A trigger.
   *
   * @param name its name
   * @param sql its CREATE statement
   */
  public record Trigger(String name, String sql) {}

  /**
   * A view.
   *
   * @param name its name
   * @param columns names of its columns; empty when it cannot be read
   * @param sql its CREATE statement
   */
  public record View(String name, List<String> columns, String sql) {
    /** Copies the columns. */
    public View {
      columns = List.copyOf(columns);
    }
  }
}
