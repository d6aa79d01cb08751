package io.tenantry.app.screens.workspaces.edits;

import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A schema with staged edits. Immutable: each edit gives a new value, so that undo is only going
 * back to the value before. Any thread.
 */
public final class SchemaEdits {
  private final WorkspaceSchema base;
  private final EditList edits;
  private final List<Stranded> stranded;
  private final Origins origins;
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

  private SchemaEdits(
      WorkspaceSchema base,
      List<SchemaEdit> edits,
      List<Stranded> stranded,
      Origins origins,
      int lastKey) {
    this.base = base;
    this.edits = new EditList(edits);
    this.stranded = List.copyOf(stranded);
    this.lastKey = lastKey;
    this.origins = origins.of(edits, base);
    this.tables = new DraftSchema(base, edits).tables();
  }

  /** Starts without edits. */
  public static SchemaEdits of(WorkspaceSchema schema) {
    return new SchemaEdits(schema, List.of(), List.of(), Origins.NONE, 0);
  }

  /** Lays edits that were kept over the schema as it is now. */
  static SchemaEdits restored(
      WorkspaceSchema schema, List<SchemaEdit> edits, Origins origins, int lastKey) {
    return fitted(schema, edits, origins, lastKey);
  }

  /** Returns the edits in the order in which they were staged. */
  public List<SchemaEdit> edits() {
    return edits.edits();
  }

  /** Returns the edits that the schema has no place for any more. */
  public List<Stranded> stranded() {
    return stranded;
  }

  /** Says whether nothing can be applied. */
  public boolean isEmpty() {
    return edits().isEmpty();
  }

  /** Says whether nothing at all is kept, neither edits that fit nor others. */
  public boolean isNothing() {
    return isEmpty() && stranded.isEmpty();
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
    return new EditSql(tables, edits()).steps();
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
              return new Outcome.Accepted(next(edits.plus(edit), 2));
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
      return accepted(edits.renamedAdded(table, to));
    }
    EditList others = edits.without(SchemaEdit.RenameTable.class, table);
    return accepted(
        to.equals(table.name()) ? others : others.plus(new SchemaEdit.RenameTable(table, to)));
  }

  /** Stages a drop; of a table that is only staged itself, takes it back. */
  public Outcome dropTable(Key table) {
    EditList others = edits.without(edit -> edit.table().equals(table));
    return accepted(table.isAdded() ? others : others.plus(new SchemaEdit.DropTable(table)));
  }

  /** Stages a new column at the end of a table. */
  public Outcome addColumn(Key table, ColumnSpec spec) {
    Optional<String> problem = rules().column(table, spec, Optional.empty());
    if (problem.isPresent()) {
      return new Outcome.Rejected(problem.get());
    }
    Key key = Key.added(lastKey + 1);
    if (table.isAdded()) {
      return new Outcome.Accepted(
          next(edits.withColumn(table, new SchemaEdit.Added(key, spec)), 1));
    }
    SchemaEdits added = next(edits.plus(new SchemaEdit.AddColumn(table, key, spec)), 1);
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
      return accepted(edits.changedAdded(table, column, spec));
    }
    if (column.isAdded()) {
      SchemaEdits changed = next(edits.changed(table, column, spec), 0);
      return new Outcome.Accepted(changed.indexed(table, column, isUnique(table, column), spec));
    }
    return accepted(edits.renamed(table, column, spec.name().strip()));
  }

  /** Stages the drop of a column together with the indexes over it. */
  public Outcome dropColumn(Key table, Key column) {
    Optional<String> problem = rules().dropColumn(table, column);
    if (problem.isPresent()) {
      return new Outcome.Rejected(problem.get());
    }
    EditList others = edits.withoutColumn(table, column);
    if (table.isAdded()) {
      return accepted(pruned(others.withoutAdded(table, column)));
    }
    if (!column.isAdded()) {
      for (DraftTable.Index index : rules().indexesOver(table, column)) {
        others = others.plus(new SchemaEdit.DropIndex(table, index.name()));
      }
      others = others.plus(new SchemaEdit.DropColumn(table, column));
    }
    return accepted(pruned(others));
  }

  /** Stages a new index. */
  public Outcome addIndex(Key table, String name, List<Key> columns, boolean unique) {
    SchemaEdit edit = new SchemaEdit.AddIndex(table, name.strip(), columns, unique);
    return rules()
        .index(table, name, columns)
        .<Outcome>map(Outcome.Rejected::new)
        .orElseGet(() -> accepted(edits.plus(edit)));
  }

  /** Stages the drop of an index; of one that is only staged itself, takes it back. */
  public Outcome dropIndex(Key table, String name) {
    EditList others =
        edits.without(
            edit ->
                edit instanceof SchemaEdit.AddIndex added
                    && added.table().equals(table)
                    && added.name().equals(name));
    return accepted(
        others.equals(edits) ? others.plus(new SchemaEdit.DropIndex(table, name)) : others);
  }

  /** Takes an edit back, and with it those that cannot be without it. */
  public SchemaEdits without(SchemaEdit edit) {
    EditList others = edits.without(edit::equals);
    if (edit instanceof SchemaEdit.AddTable added) {
      others = others.without(other -> other.table().equals(added.table()));
    }
    List<Stranded> left = stranded.stream().filter(each -> !each.edit().equals(edit)).toList();
    return new SchemaEdits(base, pruned(others).edits(), left, origins, lastKey);
  }

  /** Returns the same schema without anything staged. */
  public SchemaEdits cleared() {
    return new SchemaEdits(base, List.of(), List.of(), Origins.NONE, lastKey);
  }

  /** Returns what is left once a plan was applied: what was staged after it was taken. */
  public SchemaEdits applied(SchemaEdits plan) {
    EditList left = edits.without(plan.edits()::contains);
    return new SchemaEdits(base, left.edits(), stranded, Origins.NONE, lastKey);
  }

  /** Lays the edits over a newer state of the schema; those that do not fit are stranded. */
  public SchemaEdits rebased(WorkspaceSchema schema) {
    if (schema.equals(base)) {
      return this;
    }
    return fitted(schema, all(), origins, lastKey);
  }

  /** Returns what the user should know before an edit is applied, or empty. */
  public Optional<String> warning(SchemaEdit edit) {
    Optional<String> warning = rules().warning(edit);
    boolean changed = isDestructive(edit) && origins.isChanged(edit.table(), base);
    return changed
        ? warning.map(text -> Text.of("workspace.warning.changed", edit.table().name(), text))
        : warning;
  }

  /** Says whether an edit destroys rows or values. */
  public static boolean isDestructive(SchemaEdit edit) {
    return edit instanceof SchemaEdit.DropTable || edit instanceof SchemaEdit.DropColumn;
  }

  /** Returns every edit, those that fit first. */
  List<SchemaEdit> all() {
    List<SchemaEdit> all = new ArrayList<>(edits());
    stranded.forEach(each -> all.add(each.edit()));
    return all;
  }

  Origins origins() {
    return origins;
  }

  int lastKey() {
    return lastKey;
  }

  /** An edit is stranded for what it stands on, or because another one that it needs is. */
  private static SchemaEdits fitted(
      WorkspaceSchema schema, List<SchemaEdit> all, Origins origins, int lastKey) {
    Ground ground = new Ground(schema, all);
    List<SchemaEdit> standing = new ArrayList<>();
    List<Stranded> stranded = new ArrayList<>();
    for (SchemaEdit edit : all) {
      Optional<String> problem = ground.problem(edit);
      problem.ifPresentOrElse(
          reason -> stranded.add(new Stranded(edit, reason)), () -> standing.add(edit));
    }
    List<SchemaEdit> kept = pruned(schema, new EditList(standing)).edits();
    for (SchemaEdit edit : standing) {
      if (kept.stream().noneMatch(other -> other.isSameAs(edit))) {
        stranded.add(new Stranded(edit, Text.of("workspace.stranded.needed")));
      }
    }
    return new SchemaEdits(schema, kept, stranded, origins, lastKey);
  }

  private EditRules rules() {
    return new EditRules(base, tables, edits());
  }

  private Outcome accepted(EditList changed) {
    return new Outcome.Accepted(next(changed, 0));
  }

  private SchemaEdits next(EditList changed, int keys) {
    return new SchemaEdits(base, changed.edits(), stranded, origins, lastKey + keys);
  }

  private SchemaEdits indexed(Key table, Key column, boolean was, ColumnSpec now) {
    List<SchemaEdit> followed = new UniqueIndexes(tables, edits()).follow(table, column, was, now);
    return next(new EditList(followed), 0);
  }

  private boolean isUnique(Key table, Key column) {
    return find(table).stream()
        .flatMap(owner -> owner.columns().stream())
        .anyMatch(each -> each.key().equals(column) && each.spec().unique());
  }

  private EditList pruned(EditList all) {
    return pruned(base, all);
  }

  private static EditList pruned(WorkspaceSchema schema, EditList all) {
    DraftSchema draft = new DraftSchema(schema, all.edits());
    return new EditList(new Pruned(draft.tables(), all.edits()).edits());
  }
}
