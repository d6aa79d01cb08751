package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.screens.workspaces.edits.ColumnSpec;
import io.tenantry.app.screens.workspaces.edits.DraftTable;
import io.tenantry.app.screens.workspaces.edits.Fate;
import io.tenantry.app.screens.workspaces.edits.Key;
import io.tenantry.app.screens.workspaces.edits.SchemaEdit;
import io.tenantry.app.screens.workspaces.edits.SchemaEdits;
import io.tenantry.app.screens.workspaces.edits.SchemaScripts;
import io.tenantry.app.settings.TextJournal;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.contract.workspaces.WorkspaceQueryResult;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.contract.workspaces.Workspaces;
import io.tenantry.sql.SqlNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The staged schema of one workspace: which table is looked at, what is staged, and the one step
 * that applies it. Staged edits of a workspace survive a visit to another place. UI thread.
 */
public final class GridViewModel {
  private static final WorkspaceSchema NOTHING = new WorkspaceSchema(List.of(), List.of());
  private final Workspaces workspaces;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final Consumer<? super WorkspaceQueryResult> onApplied;
  private final ReadOnlyObjectWrapper<SchemaEdits> edits =
      new ReadOnlyObjectWrapper<>(SchemaEdits.of(NOTHING));
  private final SchemaItems items = new SchemaItems();
  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper sql = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper applying = new ReadOnlyBooleanWrapper();
  private final ObservableList<StagedChange> changes = FXCollections.observableArrayList();
  private final EditHistory history = new EditHistory();
  private final StagedJournal journal;
  private String workspace = "";
  private WorkspaceSchema schema = NOTHING;
  private Optional<SchemaEdit> failed = Optional.empty();

  /**
   * Creates it.
   *
   * @param texts keeps what is staged
   * @param onApplied hears of each plan that ran
   */
  public GridViewModel(
      Workspaces workspaces,
      TaskRunner tasks,
      ErrorPresenter errors,
      TextJournal texts,
      Consumer<? super WorkspaceQueryResult> onApplied) {
    this.workspaces = workspaces;
    this.tasks = tasks;
    this.errors = errors;
    this.onApplied = onApplied;
    journal = new StagedJournal(texts);
  }

  /** Shows the schema of a workspace with what was staged for it before. */
  public void show(String name, WorkspaceSchema now) {
    schema = now;
    if (name.equals(workspace)) {
      set(edits.get().rebased(now));
    } else {
      workspace = name;
      history.clear();
      items.select(Optional.empty());
      restore(journal.read(name, now));
    }
    items.selectAny();
  }

  private void restore(StagedJournal.Kept kept) {
    set(kept instanceof StagedJournal.Staged(SchemaEdits staged) ? staged : SchemaEdits.of(schema));
    problem.set(
        kept instanceof StagedJournal.Unreadable
            ? Optional.of(
                Problem.of(
                    Text.of("workspace.stranded.unreadable"),
                    Text.of("workspace.stranded.unreadableText"),
                    ""))
            : Optional.empty());
  }

  /** The name of the workspace. */
  public String workspace() {
    return workspace;
  }

  /** The schema with everything that is staged. */
  public ReadOnlyObjectProperty<SchemaEdits> edits() {
    return edits.getReadOnlyProperty();
  }

  /** The tables and views, and which of them is looked at. */
  SchemaItems items() {
    return items;
  }

  /** Returns the table that is looked at; empty while a view is. */
  public Optional<DraftTable> selected() {
    return SchemaItems.tableOf(items.selected().get());
  }

  /** What is staged, in order. */
  public ObservableList<StagedChange> changes() {
    return changes;
  }

  /** What is staged, as SQL in the order in which it will run. */
  public ReadOnlyStringProperty sql() {
    return sql.getReadOnlyProperty();
  }

  /** Why the last edit was refused or the last attempt to apply failed. */
  public ReadOnlyObjectProperty<Optional<Problem>> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Whether the plan is running. */
  public ReadOnlyBooleanProperty applying() {
    return applying.getReadOnlyProperty();
  }

  /** Looks at a table or view by its name, if there is one. */
  public void lookAt(String name) {
    items.search("");
    items.selectNamed(name);
  }

  /** Returns why a field cannot be edited and what works; empty when it can. */
  Optional<Locked> locked(ColumnField field, DraftTable.Column column) {
    return selected().flatMap(table -> new Locks(scripts(), table).of(field, column));
  }

  /** Returns why a flag cannot be switched and what works; empty when it can. */
  Optional<Locked> locked(ColumnFlag flag, DraftTable.Column column) {
    return selected().flatMap(table -> new Locks(scripts(), table).of(flag, column));
  }

  /** Returns SQL for what the grid cannot do, on the schema in the database. */
  SchemaScripts scripts() {
    return new SchemaScripts(schema);
  }

  /** Stages a new table and looks at it. */
  public boolean addTable(String name) {
    boolean staged = stage(edits.get().addTable(name));
    if (staged) {
      items.search("");
      items.select(Optional.of(new SchemaItem.Table(edits.get().tables().getLast())));
    }
    return staged;
  }

  /** Stages another name for a table. */
  public boolean renameTable(DraftTable table, String name) {
    return table.name().equals(name.strip()) || stage(edits.get().renameTable(table.key(), name));
  }

  /** Stages the drop of a table, or takes it back. */
  public void toggleTable(DraftTable table) {
    if (table.fate() == Fate.DROPPED) {
      undo(new SchemaEdit.DropTable(table.key()));
    } else {
      stage(edits.get().dropTable(table.key()));
    }
  }

  /** Stages a new column with a free name in the table that is looked at. */
  public boolean addColumn() {
    return selected().map(this::addColumn).orElse(false);
  }

  private boolean addColumn(DraftTable table) {
    int number = table.columns().size() + 1;
    while (hasColumn(table, "column_" + number)) {
      number++;
    }
    return stage(edits.get().addColumn(table.key(), ColumnSpec.of("column_" + number, "TEXT")));
  }

  /** Changes a column; says whether it was possible. */
  public boolean change(Key column, ColumnSpec spec) {
    return selected()
        .map(table -> stage(edits.get().changeColumn(table.key(), column, spec)))
        .orElse(false);
  }

  /** Stages the drop of a column, or takes it back. */
  public void toggleColumn(DraftTable.Column column) {
    selected().map(DraftTable::key).ifPresent(table -> toggleColumn(table, column));
  }

  private void toggleColumn(Key table, DraftTable.Column column) {
    if (column.fate() == Fate.DROPPED) {
      undo(new SchemaEdit.DropColumn(table, column.key()));
    } else {
      stage(edits.get().dropColumn(table, column.key()));
    }
  }

  /** Stages a new index on the table that is looked at; says why not when it cannot. */
  public Optional<String> addIndex(String name, List<Key> columns, boolean unique) {
    if (selected().isEmpty()) {
      return Optional.of(Text.of("workspace.problem.noTable"));
    }
    return switch (edits.get().addIndex(selected().get().key(), name, columns, unique)) {
      case SchemaEdits.Outcome.Accepted accepted -> {
        stage(accepted);
        yield Optional.empty();
      }
      case SchemaEdits.Outcome.Rejected(String reason) -> Optional.of(reason);
    };
  }

  /** Stages a unique index over a column that the database has. */
  public void makeUnique(DraftTable.Column column) {
    selected()
        .ifPresent(
            table -> {
              String name = table.name() + "_" + column.name() + "_unique";
              stage(edits.get().addIndex(table.key(), name, List.of(column.key()), true));
            });
  }

  /** Stages the drop of an index, or takes it back. */
  public void toggleIndex(DraftTable.Index index) {
    selected()
        .map(DraftTable::key)
        .ifPresent(
            table -> {
              if (index.fate() == Fate.DROPPED) {
                undo(new SchemaEdit.DropIndex(table, index.name()));
              } else {
                stage(edits.get().dropIndex(table, index.name()));
              }
            });
  }

  /** Takes one staged edit back, wherever it stands in the list. */
  public void undo(SchemaEdit edit) {
    move(edits.get().without(edit));
  }

  /** Goes one step back. */
  public void undoLast() {
    history.back(edits.get()).map(each -> each.rebased(schema)).ifPresent(this::set);
  }

  /** Goes forward again after {@link #undoLast}. */
  public void redo() {
    history.forward(edits.get()).map(each -> each.rebased(schema)).ifPresent(this::set);
  }

  /** Takes everything back; one undo brings it back. */
  public void discard() {
    move(edits.get().cleared());
  }

  /** Runs the plan as one query, all or nothing. */
  public void apply() {
    if (edits.get().isEmpty() || applying.get()) {
      return;
    }
    applying.set(true);
    WorkspaceName name = new WorkspaceName(workspace);
    SchemaEdits plan = edits.get();
    WorkspaceQuery query = new WorkspaceQuery(sql.get());
    tasks
        .call("workspace.apply", () -> workspaces.query(name, query))
        .onSuccess(result -> applied(name.value(), plan, result))
        .onFailure(error -> failed(name.value(), plan, error))
        .onDone(() -> applying.set(false))
        .start();
  }

  private void applied(String name, SchemaEdits plan, WorkspaceQueryResult result) {
    if (name.equals(workspace)) {
      history.clear();
      set(edits.get().applied(plan));
    } else {
      journal.keep(name, plan.applied(plan));
    }
    onApplied.accept(result);
  }

  private void failed(String name, SchemaEdits plan, EngineException error) {
    if (!name.equals(workspace)) {
      errors.show(error);
      return;
    }
    List<SchemaEdits.Step> steps = plan.steps();
    int number = error.detail("statement").map(Integer::parseInt).orElse(0);
    failed =
        number >= 1 && number <= steps.size()
            ? Optional.of(steps.get(number - 1).edit())
            : Optional.empty();
    set(edits.get());
    Problem described = errors.describe(error);
    problem.set(
        Optional.of(
            new Problem(
                Text.of("workspace.apply.failed"),
                described.text(),
                Text.of("workspace.apply.unchanged"),
                described.incident())));
  }

  /** Says why something that was tried in a cell cannot be done. */
  public void refuse(String reason) {
    problem.set(Optional.of(Problem.of(Text.of("workspace.edit.refused"), reason, "")));
  }

  private boolean stage(SchemaEdits.Outcome outcome) {
    return switch (outcome) {
      case SchemaEdits.Outcome.Accepted(SchemaEdits next) -> {
        move(next);
        yield true;
      }
      case SchemaEdits.Outcome.Rejected(String reason) -> {
        refuse(reason);
        yield false;
      }
    };
  }

  private void move(SchemaEdits next) {
    history.note(edits.get());
    set(next);
  }

  private void set(SchemaEdits next) {
    journal.keep(workspace, next);
    if (!next.edits().equals(edits.get().edits())) {
      failed = Optional.empty();
      problem.set(Optional.empty());
    }
    edits.set(next);
    Review review = Review.of(next, failed);
    sql.set(review.sql());
    changes.setAll(review.changes());
    items.show(next);
  }

  private static boolean hasColumn(DraftTable table, String name) {
    return table.columns().stream().anyMatch(column -> SqlNames.same(column.name(), name));
  }
}
