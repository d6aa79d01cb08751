package io.tenantry.app.screens.workspaces.edits;

import io.tenantry.contract.workspaces.WorkspaceSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A schema with staged edits. Immutable: each edit gives a new value, so that undo is only going
 * back to the value before. Any thread.
 */
public final class SchemaEdits {
  private final WorkspaceSchema base;
  private final List<SchemaEdit> edits;
  private final int lastKey;
  private final List<DraftTable> tables;

  /**
   * One statement of the plan.
   *
   * @param edit the edit it belongs to
   * @param sql the statement with its semicolon
   */
  public record Step(SchemaEdit edit, String sql) {}

  /** What became of a wanted edit. */
  public sealed interface Outcome {

    /**
     * It was staged.
     *
     * @param edits with it
     */
    record Accepted(SchemaEdits edits) implements Outcome {}

    /**
     * It cannot be done.
     *
     * @param reason why, and what can be done instead
     */
    record Rejected(String reason) implements Outcome {}
  }

  private SchemaEdits(WorkspaceSchema base, List<SchemaEdit> edits, int lastKey) {
    this.base = base;
    this.edits = List.copyOf(edits);
    this.lastKey = lastKey;
    this.tables = new Draft(base, this.edits).tables();
  }

  /** Starts without edits. */
  public static SchemaEdits of(WorkspaceSchema schema) {
    return new SchemaEdits(schema, List.of(), 0);
  }

  /** Returns the edits in the order in which they were staged. */
  public List<SchemaEdit> edits() {
    return edits;
  }

  /** Says whether nothing is staged. */
  public boolean isEmpty() {
    return edits.isEmpty();
  }

  /** Returns the tables as they would be, dropped ones included. */
  public List<DraftTable> tables() {
    return tables;
  }

  /** Returns the views of the schema; the grid does not edit them. */
  public List<WorkspaceSchema.View> views() {
    return base.views();
  }

  /** Returns a table by its identity. */
  public Optional<DraftTable> find(Key table) {
    return tables.stream().filter(candidate -> candidate.key().equals(table)).findFirst();
  }

  /** Returns the statements that bring the edits about, in the order in which they must run. */
  public List<Step> steps() {
    return new EditSql(tables, edits).steps();
  }

  /** Stages a new table with an {@code id} column. */
  public Outcome addTable(String name) {
    return rules()
        .tableName(name, Optional.empty())
        .<Outcome>map(Outcome.Rejected::new)
        .orElseGet(
            () -> {
              Key table = Key.added(lastKey + 1);
              SchemaEdit.Added id = new SchemaEdit.Added(Key.added(lastKey + 2), ColumnSpec.id());
              SchemaEdit edit = new SchemaEdit.AddTable(table, name.strip(), List.of(id));
              return new Outcome.Accepted(next(plus(edit), 2));
            });
  }

  /** Stages another name for a table; its old name takes the edit back. */
  public Outcome renameTable(Key table, String name) {
    Optional<String> problem = rules().tableName(name, Optional.of(table));
    if (problem.isPresent()) {
      return new Outcome.Rejected(problem.get());
    }
    String to = name.strip();
    if (table.isAdded()) {
      return accepted(
          replaceAdded(table, added -> new SchemaEdit.AddTable(table, to, added.columns())));
    }
    List<SchemaEdit> others = without(SchemaEdit.RenameTable.class, table);
    if (!to.equals(table.name())) {
      others.add(new SchemaEdit.RenameTable(table, to));
    }
    return accepted(others);
  }

  /** Stages a drop; of a table that is only staged itself, takes it back. */
  public Outcome dropTable(Key table) {
    List<SchemaEdit> others = new ArrayList<>(edits);
    others.removeIf(edit -> edit.table().equals(table));
    if (!table.isAdded()) {
      others.add(new SchemaEdit.DropTable(table));
    }
    return accepted(others);
  }

  /** Stages a new column at the end of a table. */
  public Outcome addColumn(Key table, ColumnSpec spec) {
    Optional<String> problem = rules().column(table, spec, Optional.empty());
    if (problem.isPresent()) {
      return new Outcome.Rejected(problem.get());
    }
    Key key = Key.added(lastKey + 1);
    if (table.isAdded()) {
      List<SchemaEdit> all =
          replaceAdded(table, added -> withColumn(added, new SchemaEdit.Added(key, spec)));
      return new Outcome.Accepted(next(all, 1));
    }
    SchemaEdits added = next(plus(new SchemaEdit.AddColumn(table, key, spec)), 1);
    return new Outcome.Accepted(added.indexed(table, key, false, spec));
  }

  /** Changes a column: a staged one in every way, one in the database only in its name. */
  public Outcome changeColumn(Key table, Key column, ColumnSpec spec) {
    Optional<String> problem =
        column.isAdded()
            ? rules().column(table, spec, Optional.of(column))
            : rules().columnName(table, spec.name(), Optional.of(column));
    if (problem.isPresent()) {
      return new Outcome.Rejected(problem.get());
    }
    if (table.isAdded()) {
      return accepted(replaceAdded(table, added -> withChanged(added, column, spec)));
    }
    if (column.isAdded()) {
      SchemaEdits changed = next(changedColumn(table, column, spec), 0);
      return new Outcome.Accepted(changed.indexed(table, column, isUnique(table, column), spec));
    }
    return accepted(renamed(table, column, spec.name().strip()));
  }

  /** Stages the drop of a column together with the indexes over it. */
  public Outcome dropColumn(Key table, Key column) {
    Optional<String> problem = rules().dropColumn(table, column);
    if (problem.isPresent()) {
      return new Outcome.Rejected(problem.get());
    }
    List<SchemaEdit> others = new ArrayList<>(edits);
    others.removeIf(edit -> isAbout(edit, table, column));
    if (table.isAdded()) {
      return accepted(prune(withoutColumn(others, table, column)));
    }
    if (!column.isAdded()) {
      for (DraftTable.Index index : rules().indexesOver(table, column)) {
        others.add(new SchemaEdit.DropIndex(table, index.name()));
      }
      others.add(new SchemaEdit.DropColumn(table, column));
    }
    return accepted(prune(others));
  }

  /** Stages a new index. */
  public Outcome addIndex(Key table, String name, List<Key> columns, boolean unique) {
    return rules()
        .index(table, name, columns)
        .<Outcome>map(Outcome.Rejected::new)
        .orElseGet(
            () -> accepted(plus(new SchemaEdit.AddIndex(table, name.strip(), columns, unique))));
  }

  /** Stages the drop of an index; of one that is only staged itself, takes it back. */
  public Outcome dropIndex(Key table, String name) {
    List<SchemaEdit> others = new ArrayList<>(edits);
    boolean staged =
        others.removeIf(
            edit ->
                edit instanceof SchemaEdit.AddIndex added
                    && added.table().equals(table)
                    && added.name().equals(name));
    if (!staged) {
      others.add(new SchemaEdit.DropIndex(table, name));
    }
    return accepted(others);
  }

  /** Takes an edit back, and with it those that cannot be without it. */
  public SchemaEdits without(SchemaEdit edit) {
    List<SchemaEdit> others = new ArrayList<>(edits);
    others.remove(edit);
    if (edit instanceof SchemaEdit.AddTable added) {
      others.removeIf(other -> other.table().equals(added.table()));
    }
    return next(prune(others), 0);
  }

  /** Returns the same schema without edits. */
  public SchemaEdits cleared() {
    return new SchemaEdits(base, List.of(), lastKey);
  }

  /** Lays the edits over a newer state of the schema; those whose ground is gone are left out. */
  public SchemaEdits rebased(WorkspaceSchema schema) {
    if (schema.equals(base)) {
      return this;
    }
    List<SchemaEdit> standing =
        edits.stream().filter(edit -> new Ground(schema).holds(edit)).toList();
    return new SchemaEdits(schema, prune(schema, standing), lastKey);
  }

  /** Returns what the user should know before an edit is applied, or empty. */
  public Optional<String> warning(SchemaEdit edit) {
    return rules().warning(edit);
  }

  /** Says whether an edit destroys rows or values. */
  public static boolean isDestructive(SchemaEdit edit) {
    return edit instanceof SchemaEdit.DropTable || edit instanceof SchemaEdit.DropColumn;
  }

  private EditRules rules() {
    return new EditRules(base, tables, edits);
  }

  private Outcome accepted(List<SchemaEdit> changed) {
    return new Outcome.Accepted(next(changed, 0));
  }

  private SchemaEdits next(List<SchemaEdit> changed, int keys) {
    return new SchemaEdits(base, changed, lastKey + keys);
  }

  private List<SchemaEdit> plus(SchemaEdit edit) {
    List<SchemaEdit> all = new ArrayList<>(edits);
    all.add(edit);
    return all;
  }

  private List<SchemaEdit> without(Class<? extends SchemaEdit> type, Key table) {
    List<SchemaEdit> others = new ArrayList<>(edits);
    others.removeIf(edit -> type.isInstance(edit) && edit.table().equals(table));
    return others;
  }

  private SchemaEdits indexed(Key table, Key column, boolean was, ColumnSpec now) {
    return next(new UniqueIndexes(tables, edits).follow(table, column, was, now), 0);
  }

  private boolean isUnique(Key table, Key column) {
    return find(table).stream()
        .flatMap(owner -> owner.columns().stream())
        .anyMatch(each -> each.key().equals(column) && each.spec().unique());
  }

  private List<SchemaEdit> prune(List<SchemaEdit> all) {
    return prune(base, all);
  }

  private static List<SchemaEdit> prune(WorkspaceSchema schema, List<SchemaEdit> all) {
    return new Pruned(new Draft(schema, all).tables(), all).edits();
  }

  private List<SchemaEdit> renamed(Key table, Key column, String to) {
    List<SchemaEdit> others = new ArrayList<>(edits);
    others.removeIf(
        edit -> edit instanceof SchemaEdit.RenameColumn && isAbout(edit, table, column));
    if (!to.equals(column.name())) {
      others.add(new SchemaEdit.RenameColumn(table, column, to));
    }
    return others;
  }

  private List<SchemaEdit> changedColumn(Key table, Key column, ColumnSpec spec) {
    return edits.stream()
        .map(
            edit ->
                edit instanceof SchemaEdit.AddColumn && isAbout(edit, table, column)
                    ? new SchemaEdit.AddColumn(table, column, spec)
                    : edit)
        .toList();
  }

  private List<SchemaEdit> replaceAdded(Key table, UnaryOperator<SchemaEdit.AddTable> change) {
    return replaceAdded(edits, table, change);
  }

  private static List<SchemaEdit> replaceAdded(
      List<SchemaEdit> all, Key table, UnaryOperator<SchemaEdit.AddTable> change) {
    List<SchemaEdit> changed = new ArrayList<>();
    for (SchemaEdit edit : all) {
      boolean wanted = edit instanceof SchemaEdit.AddTable && edit.table().equals(table);
      changed.add(wanted ? change.apply((SchemaEdit.AddTable) edit) : edit);
    }
    return changed;
  }

  private static SchemaEdit.AddTable withColumn(
      SchemaEdit.AddTable table, SchemaEdit.Added column) {
    List<SchemaEdit.Added> columns = new ArrayList<>(table.columns());
    columns.add(column);
    return new SchemaEdit.AddTable(table.table(), table.name(), columns);
  }

  private static SchemaEdit.AddTable withChanged(
      SchemaEdit.AddTable table, Key column, ColumnSpec spec) {
    List<SchemaEdit.Added> columns =
        table.columns().stream()
            .map(added -> added.key().equals(column) ? new SchemaEdit.Added(column, spec) : added)
            .toList();
    return new SchemaEdit.AddTable(table.table(), table.name(), columns);
  }

  private static List<SchemaEdit> withoutColumn(List<SchemaEdit> all, Key table, Key column) {
    return replaceAdded(
        all,
        table,
        added ->
            new SchemaEdit.AddTable(
                table,
                added.name(),
                added.columns().stream().filter(each -> !each.key().equals(column)).toList()));
  }

  private static boolean isAbout(SchemaEdit edit, Key table, Key column) {
    return edit.table().equals(table)
        && switch (edit) {
          case SchemaEdit.AddColumn added -> added.column().equals(column);
          case SchemaEdit.RenameColumn renamed -> renamed.column().equals(column);
          case SchemaEdit.DropColumn dropped -> dropped.column().equals(column);
          case SchemaEdit.AddTable _,
              SchemaEdit.RenameTable _,
              SchemaEdit.DropTable _,
              SchemaEdit.AddIndex _,
              SchemaEdit.DropIndex _ ->
              false;
        };
  }
}
