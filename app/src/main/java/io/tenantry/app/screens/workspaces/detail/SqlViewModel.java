package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.app.controls.sql.SqlCompletion.Suggestion;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.recorded.RecordedViewModel;
import io.tenantry.app.settings.TextJournal;
import io.tenantry.app.settings.TextKind;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.contract.workspaces.Workspaces;
import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * SQL on one workspace: what is typed survives a crash, what is run says what it did. UI thread.
 */
final class SqlViewModel {
  private final Workspaces workspaces;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final TextJournal journal;
  private final SqlWork work;
  private final RecordedViewModel recorded;
  private final Consumer<? super SchemaState> onRan;
  private final Map<String, SqlRun> runs = new HashMap<>();
  private final Map<String, SqlOutcome> outcomes = new HashMap<>();
  private final ReadOnlyObjectWrapper<SqlOutcome> outcome =
      new ReadOnlyObjectWrapper<>(SqlOutcome.NONE);
  private final ObservableList<Suggestion> suggestions = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper former = new ReadOnlyBooleanWrapper();
  private String workspace = "";
  private String typed = "";
  private Optional<SchemaState> standing = Optional.empty();
  private boolean decidedHere;

  SqlViewModel(
      Workspaces workspaces,
      TaskRunner tasks,
      ErrorPresenter errors,
      TextJournal journal,
      SqlWork work,
      RecordedViewModel recorded,
      Consumer<? super SchemaState> onRan) {
    this.workspaces = workspaces;
    this.tasks = tasks;
    this.errors = errors;
    this.journal = journal;
    this.work = work;
    this.recorded = recorded;
    this.onRan = onRan;
  }

  /**
   * Turns to a workspace before it is loaded; the last answer of another one is forgotten, but not
   * what still runs there.
   */
  void open(String name) {
    if (!name.equals(workspace)) {
      workspace = name;
      standing = Optional.empty();
      former.set(false);
      suggestions.clear();
      show(outcomes.getOrDefault(name, SqlOutcome.NONE));
      outcomes.keySet().removeIf(other -> !other.equals(name) && !runs.containsKey(other));
    }
    recorded.refresh();
  }

  /** Takes over what was loaded. */
  void show(SchemaState now, WorkspaceSchema schema) {
    if (!decidedHere && standing.filter(known -> !known.equals(now)).isPresent()) {
      former.set(true);
    }
    decidedHere = false;
    standing = Optional.of(now);
    suggestions.setAll(suggestions(schema));
  }

  /** What the last run recorded, to be told and decided. */
  RecordedViewModel recorded() {
    return recorded;
  }

  /** The next version comes from what the outcome tells of, which is not former for it. */
  void decidedHere() {
    decidedHere = true;
  }

  ReadOnlyObjectProperty<SqlOutcome> outcome() {
    return outcome.getReadOnlyProperty();
  }

  /** Whether the text or the schema has changed since what the outcome tells of. */
  ReadOnlyBooleanProperty former() {
    return former.getReadOnlyProperty();
  }

  /** The names of the schema, for completion. */
  ObservableList<Suggestion> suggestions() {
    return suggestions;
  }

  /** Returns what was typed for this workspace before. */
  String typed() {
    typed = journal.read(TextKind.SQL, editor()).orElse("");
    return typed;
  }

  /** Keeps what is typed now. */
  void keep(String text) {
    if (!text.equals(typed)) {
      typed = text;
      former.set(true);
    }
    if (!workspace.isEmpty()) {
      journal.keep(TextKind.SQL, editor(), text);
    }
  }

  /**
   * Runs SQL as one transaction.
   *
   * @param firstLine the line of the editor on which it starts, from 1
   */
  void run(String sql, int firstLine) {
    if (!sql.isBlank() && !runs.containsKey(workspace)) {
      WorkspaceName name = new WorkspaceName(workspace);
      Optional<Version> before = standing.flatMap(SchemaState::version);
      SqlRun run = new SqlRun(workspaces, tasks, name, sql, new Following(before, firstLine));
      runs.put(workspace, run);
      former.set(false);
      run.start();
    }
  }

  /** Stops what runs in this workspace; nothing of it is kept. */
  void stop() {
    SqlRun run = runs.get(workspace);
    if (run != null) {
      run.stop();
    }
  }

  /** Says what becomes of one run, wherever the user is meanwhile. */
  private final class Following implements SqlRun.Follower {
    private final Optional<Version> before;
    private final int firstLine;

    Following(Optional<Version> before, int firstLine) {
      this.before = before;
      this.firstLine = firstLine;
    }

    @Override
    public void goesOn(SqlRun run) {
      tell(run, new SqlOutcome.Running(run.elapsed(), run.isStopping()));
      work.goesOn(run);
    }

    @Override
    public void answered(SqlRun run, SqlAnswer answer) {
      SchemaState now = answer.state();
      Optional<SqlOutcome.Recorded> made =
          now.version().equals(before)
              ? Optional.empty()
              : now.version().map(version -> recorded(version, now));
      end(run, new SqlOutcome.Done(answer.rows(), answer.summary(), made, answer.told()));
      work.ended(run, answer.summary(), false);
      if (isShown(run)) {
        standing = Optional.of(now);
        onRan.accept(now);
      }
    }

    @Override
    public void failed(SqlRun run, EngineException error) {
      int line = error.detail("line").map(Integer::parseInt).orElse(0);
      int statement = error.detail("statement").map(Integer::parseInt).orElse(0);
      int at = line == 0 ? 0 : firstLine + line - 1;
      Problem problem = errors.describe(error);
      end(run, new SqlOutcome.Refused(problem, at, statement));
      work.ended(run, problem.text(), true);
    }

    @Override
    public void stopped(SqlRun run) {
      end(run, new SqlOutcome.Stopped(run.elapsed()));
      work.dropped(run);
    }

    @Override
    public void left(SqlRun run) {
      end(run, new SqlOutcome.Left(run.elapsed()));
      work.dropped(run);
    }

    @Override
    public void notStopped(EngineException error) {
      errors.show(error);
    }

    private void end(SqlRun run, SqlOutcome last) {
      runs.remove(run.workspace().value());
      tell(run, last);
    }
  }

  private boolean isShown(SqlRun run) {
    return run.workspace().value().equals(workspace);
  }

  private void tell(SqlRun run, SqlOutcome now) {
    outcomes.put(run.workspace().value(), now);
    if (isShown(run)) {
      show(now);
    }
  }

  private void show(SqlOutcome now) {
    recorded.show(now instanceof SqlOutcome.Done done ? done.told() : Optional.empty());
    outcome.set(now);
  }

  private static SqlOutcome.Recorded recorded(Version made, SchemaState now) {
    return new SqlOutcome.Recorded(
        Text.of("workspace.sql.recorded", made.toString()), pending(now));
  }

  private static String pending(SchemaState now) {
    return now.pending().map(count -> " · " + Text.of("workspace.pending", count)).orElse("");
  }

  private String editor() {
    return "workspace-" + workspace;
  }

  private static List<Suggestion> suggestions(WorkspaceSchema schema) {
    List<Suggestion> names = new ArrayList<>();
    for (WorkspaceSchema.Table table : schema.tables()) {
      names.add(
          new Suggestion(
              SqlNames.quoteIfNeeded(table.name()), "table", Text.of("workspace.sql.kind.table")));
    }
    for (WorkspaceSchema.View view : schema.views()) {
      names.add(
          new Suggestion(
              SqlNames.quoteIfNeeded(view.name()), "view", Text.of("workspace.sql.kind.view")));
    }
    for (WorkspaceSchema.Table table : schema.tables()) {
      for (WorkspaceSchema.Column column : table.columns()) {
        String detail = table.name() + (column.type().isEmpty() ? "" : " · " + column.type());
        names.add(new Suggestion(SqlNames.quoteIfNeeded(column.name()), "column", detail));
      }
    }
    return names;
  }
}
