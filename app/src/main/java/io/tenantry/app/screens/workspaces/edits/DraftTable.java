package io.tenantry.app.screens.workspaces.edits;

import io.tenantry.contract.workspaces.WorkspaceSchema;
import java.util.List;
import java.util.Optional;

/**
 * A table as it would be with the staged edits; what is dropped is still in it, marked.
 *
 * @param key its identity
 * @param name its name after the edits
 * @param fate what the edits do to it
 * @param columns its columns in order, dropped ones in their place, added ones last
 * @param indexes its created indexes
 * @param source the table in the database; empty for a new one
 */
public record DraftTable(
    Key key,
    String name,
    Fate fate,
    List<Column> columns,
    List<Index> indexes,
    Optional<WorkspaceSchema.Table> source) {

  /** Copies the lists. */
  public DraftTable {
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
  }

  /** Returns the columns that will be there. */
  public List<Column> live() {
    return columns.stream().filter(column -> column.fate() != Fate.DROPPED).toList();
  }

  /**
   * A column.
   *
   * @param key its identity
   * @param fate what the edits do to it
   * @param spec what it is after the edits
   * @param keyPlace place in the primary key from 1, or 0
   * @param generated whether it is computed
   */
  public record Column(Key key, Fate fate, ColumnSpec spec, int keyPlace, boolean generated) {

    /** Returns its name after the edits. */
    public String name() {
      return spec.name();
    }
  }

  /**
   * An index.
   *
   * @param name its name
   * @param fate what the edits do to it
   * @param columns names of its columns after the edits
   * @param unique whether values must differ
   * @param where condition of a partial index, empty for a full one
   * @param sql its CREATE statement; empty for a new one
   */
  public record Index(
      String name, Fate fate, List<String> columns, boolean unique, String where, String sql) {
    /** Copies the columns. */
    public Index {
      columns = List.copyOf(columns);
    }
  }
}
