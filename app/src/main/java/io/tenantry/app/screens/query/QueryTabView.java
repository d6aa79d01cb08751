package io.tenantry.app.screens.query;

import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.actions.ActionRow;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.sql.RunButton;
import io.tenantry.app.controls.sql.SqlCompletion;
import io.tenantry.app.controls.sql.SqlEditor;
import io.tenantry.app.controls.sql.SqlPart;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Command;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.sql.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One tab: where it runs, the editor, and the result below. UI thread. */
final class QueryTabView extends VBox {
  private final QueryViewModel model;
  private final QueryTab tab;
  private final WriteGuard guard;
  private final SqlEditor editor = new SqlEditor();
  private final ResultPane result;

  QueryTabView(
      QueryViewModel model,
      QueryTab tab,
      WriteGuard guard,
      FileDialogs files,
      TaskRunner tasks,
      ErrorPresenter errors,
      LayoutMemory memory) {
    this.model = model;
    this.tab = tab;
    this.guard = guard;
    getStyleClass().add("query-tab");
    editor.load(tab.sqlProperty().get());
    editor.keepCaret(memory, OpenTabs.caretOf(tab.id()));
    editor.text().subscribe((_, text) -> tab.sqlProperty().set(text));
    editor.onRun(_ -> runCurrent()).onRunAll(_ -> runAll());
    tab.targetProperty().map(QueryTabView::schemaOf).subscribe(_ -> completeAnew());
    result = new ResultPane(tab, editor, guard, files, tasks, errors);
    result.follow(model.nothingToQuery());
    result.onAgain(sql -> run(new SqlPart(sql, Math.max(0, editor.whole().sql().indexOf(sql)))));
    EditorSplit split = new EditorSplit(editor, result, memory);
    VBox.setVgrow(split, Priority.ALWAYS);
    getChildren().addAll(bar(), split);
    tab.runProperty().subscribe(this::mark);
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  QueryTab tab() {
    return tab;
  }

  /** Puts the caret into the editor. */
  void focusEditor() {
    editor.requestFocus();
  }

  /** Returns what the keys of the editor and of the rows below do. */
  List<Command> commands() {
    return Stream.concat(editor.commands().stream(), result.commands().stream()).toList();
  }

  /** Runs the statement at the caret, or the selection. */
  void runCurrent() {
    run(editor.currentPart());
  }

  /** Runs all of the text. */
  void runAll() {
    run(editor.whole());
  }

  void stop() {
    model.stop(tab);
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && tab.isRunning()) {
      stop();
      event.consume();
    }
  }

  private Node bar() {
    TargetBar target = new TargetBar(model, tab);
    HBox.setHgrow(target, Priority.ALWAYS);
    ActionRow actions = new ActionRow();
    actions.show(
        List.of(Action.of(Text.of("query.format"), Icon.FORMAT, editor::format)), List.of());
    RunButton run = new RunButton(tab.running(), this::runCurrent, this::stop);
    run.possibleWhile(tab.targetProperty().map(Optional::isPresent));
    HBox bar = new HBox(target, actions, run);
    bar.getStyleClass().add("query-bar");
    return bar;
  }

  /** The mark of an error stays until the text changes or something else runs. */
  private void mark(Optional<RunState> state) {
    OptionalInt place =
        state
            .filter(each -> each.phase().isOver())
            .flatMap(RunState::problem)
            .map(RunProblem::place)
            .orElse(OptionalInt.empty());
    if (place.isPresent()) {
      editor.markError(place.getAsInt());
    } else {
      editor.clearError();
    }
  }

  private void run(SqlPart part) {
    Optional<QueryTarget> target = tab.targetProperty().get();
    if (target.isEmpty() || StatementKind.onlyReads(part.sql())) {
      model.run(tab, part);
    } else {
      ask(target.get(), part.sql(), () -> runAt(target.get(), part));
    }
  }

  /** What was asked about one place never runs at another. */
  private void runAt(QueryTarget asked, SqlPart part) {
    if (tab.targetProperty().get().equals(Optional.of(asked))) {
      model.run(tab, part);
    }
  }

  private void ask(QueryTarget target, String sql, Runnable then) {
    switch (target) {
      case QueryTarget.AllTenants(var blueprint) ->
          model.tenantsOf(
              blueprint,
              page ->
                  guard.run(
                      RunQuestion.many(
                          page.items().stream().map(Tenant::tenantId).toList(), page.total(), sql),
                      then));
      case QueryTarget.SomeTenants(var ids, _) ->
          guard.run(RunQuestion.many(ids, ids.size(), sql), then);
      case QueryTarget.OneTenant(var tenant, _) ->
          guard.run(RunQuestion.one(tenant.value(), sql), then);
      case QueryTarget.PastTenant _ -> then.run(); // the engine refuses what writes
      case QueryTarget.InWorkspace(var workspace) ->
          guard.run(RunQuestion.one(workspace.value(), sql), then);
    }
  }

  private static Optional<WorkspaceName> schemaOf(Optional<QueryTarget> target) {
    return target.map(QueryTarget::schema);
  }

  /** Reads the names that completion offers; tables may have come since. */
  void completeAnew() {
    model.schemaOf(tab, schema -> editor.completion(names(schema)));
  }

  private static SqlCompletion names(WorkspaceSchema schema) {
    List<SqlCompletion.Suggestion> names = new ArrayList<>();
    for (WorkspaceSchema.Table table : schema.tables()) {
      names.add(new SqlCompletion.Suggestion(table.name(), Text.of("query.kind.table"), ""));
      for (WorkspaceSchema.Column column : table.columns()) {
        names.add(
            new SqlCompletion.Suggestion(column.name(), "", table.name() + " · " + column.type()));
      }
    }
    schema
        .views()
        .forEach(
            view ->
                names.add(
                    new SqlCompletion.Suggestion(view.name(), Text.of("query.kind.view"), "")));
    return SqlCompletion.names(names);
  }
}
