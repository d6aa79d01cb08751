package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.app.controls.grid.GridData;
import io.tenantry.app.controls.sql.SqlCompletion.Suggestion;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.settings.TextJournal;
import io.tenantry.app.settings.TextKind;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.workspaces.DataStatement;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.SchemaImport;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.contract.workspaces.WorkspaceQueryResult;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.contract.workspaces.Workspaces;
import io.tenantry.sql.SqlNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
  private final Consumer<? super SchemaState> onRan;
  private final ReadOnlyObjectWrapper<SqlOutcome> outcome =
      new ReadOnlyObjectWrapper<>(SqlOutcome.NONE);
  private final ObservableList<Suggestion> suggestions = FXCollections.observableArrayList();
  private String workspace = "";
  private Optional<Version> version = Optional.empty();

  SqlViewModel(
      Workspaces workspaces,
      TaskRunner tasks,
      ErrorPresenter errors,
      TextJournal journal,
      Consumer<? super SchemaState> onRan) {
    this.workspaces = workspaces;
    this.tasks = tasks;
    this.errors = errors;
    this.journal = journal;
    this.onRan = onRan;
  }

  /** Turns to a workspace before it is loaded; the last answer of another one is forgotten. */
  void open(String name) {
    if (!name.equals(workspace)) {
      workspace = name;
      version = Optional.empty();
      suggestions.clear();
      tasks.forget(this);
      outcome.set(SqlOutcome.NONE);
    }
  }

  /** Takes over what was loaded. */
  void show(Optional<Version> latest, WorkspaceSchema schema) {
    version = latest;
    suggestions.setAll(suggestions(schema));
  }

  ReadOnlyObjectProperty<SqlOutcome> outcome() {
    return outcome.getReadOnlyProperty();
  }

  /** The names of the schema, for completion. */
  ObservableList<Suggestion> suggestions() {
    return suggestions;
  }

  /** Returns what was typed for this workspace before. */
  String typed() {
    return journal.read(TextKind.SQL, editor()).orElse("");
  }

  /** Keeps what is typed now. */
  void keep(String text) {
    if (!workspace.isEmpty()) {
      journal.keep(TextKind.SQL, editor(), text);
    }
  }

  /**
   * Runs SQL as one transaction. A text with BEGIN or with foreign keys switched off is imported:
   * only that runs with foreign keys off, checks them at the end, and needs no words of its own for
   * the transaction.
   *
   * @param firstLine the line of the editor on which it starts, from 1
   */
  void run(String sql, int firstLine) {
    if (sql.isBlank() || outcome.get() instanceof SqlOutcome.Running) {
      return;
    }
    outcome.set(new SqlOutcome.Running());
    WorkspaceName name = new WorkspaceName(workspace);
    if (ScriptPart.isFramed(sql)) {
      runFramed(name, sql, firstLine);
      return;
    }
    tasks
        .call("workspace.sql", () -> workspaces.query(name, new WorkspaceQuery(sql)))
        .onSuccess(this::ran)
        .onFailure(error -> refused(error, firstLine))
        .latest(this)
        .start();
  }

  private void runFramed(WorkspaceName name, String sql, int firstLine) {
    tasks
        .call(
            "workspace.script",
            () -> {
              SchemaImport done = workspaces.importSchema(name, new ImportSchema.FromSql(sql));
              return new Script(done, SchemaState.of(workspaces.get(name)));
            })
        .onSuccess(
            script ->
                done(
                    Optional.empty(),
                    words(script),
                    script.state(),
                    rows(script.done().dataStatements()) + warned(script.done().warnings())))
        .onFailure(error -> refused(error, firstLine))
        .latest(this)
        .start();
  }

  private record Script(SchemaImport done, SchemaState state) {}

  private static String words(Script script) {
    return Text.of("workspace.sql.statements", script.done().details().statementsExecuted());
  }

  private void ran(WorkspaceQueryResult answer) {
    QueryResult result = answer.result();
    boolean rows = !result.columns().isEmpty();
    done(
        rows ? Optional.of(ResultData.of(result)) : Optional.empty(),
        summary(result, rows, answer.maxRowsLimit()),
        SchemaState.of(answer),
        rows(answer.dataStatements()) + warned(answer.warnings()));
  }

  private void done(Optional<GridData> rows, String summary, SchemaState now, String told) {
    Optional<String> recorded =
        now.version().equals(version) ? Optional.empty() : now.version().map(this::recorded);
    version = now.version();
    outcome.set(
        new SqlOutcome.Done(rows, summary, recorded.map(text -> text + pending(now) + told)));
    onRan.accept(now);
  }

  private String recorded(Version now) {
    return Text.of("workspace.sql.recorded", now.toString());
  }

  private static String pending(SchemaState now) {
    return now.pending().map(count -> " · " + Text.of("workspace.pending", count)).orElse("");
  }

  /** What tenants get of the rows, so that nothing stays behind without a word. */
  private static String rows(List<DataStatement> data) {
    long carried =
        data.stream().filter(DataStatement::carried).mapToLong(DataStatement::count).sum();
    long stays = data.stream().mapToLong(DataStatement::count).sum() - carried;
    return (carried > 0 ? " · " + Text.of("workspace.sql.carried", carried) : "")
        + (stays > 0 ? " · " + Text.of("workspace.sql.stays", stays) : "");
  }

  /** What tenants with rows have to fear is said at once. */
  private static String warned(List<ChangeWarning> warnings) {
    return warnings.isEmpty() ? "" : " · " + Text.of("workspace.sql.warned", warnings.size());
  }

  private static String summary(QueryResult result, boolean rows, int limit) {
    String took = Figures.duration(Duration.ofNanos((long) (result.durationMs() * 1e6)));
    if (rows && result.truncated()) {
      return Text.of("workspace.sql.cut", Figures.count(limit), took);
    }
    if (rows) {
      return Text.of("workspace.sql.rows", result.rowCount(), took);
    }
    return result
        .rowsAffected()
        .map(count -> Text.of("workspace.sql.affected", count, took))
        .orElseGet(() -> Text.of("workspace.sql.done", took));
  }

  private void refused(EngineException error, int firstLine) {
    int line = error.detail("line").map(Integer::parseInt).orElse(0);
    int statement = error.detail("statement").map(Integer::parseInt).orElse(0);
    outcome.set(
        new SqlOutcome.Refused(
            errors.describe(error), line == 0 ? 0 : firstLine + line - 1, statement));
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
