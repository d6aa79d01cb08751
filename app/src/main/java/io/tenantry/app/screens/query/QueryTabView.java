package io.tenantry.app.screens.query;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.sql.SqlCompletion;
import io.tenantry.app.controls.sql.SqlEditor;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.guard.Change;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.sql.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One tab: where it runs, the editor, and the result below. UI thread. */
final class QueryTabView extends VBox {
  private final QueryViewModel model;
  private final QueryTab tab;
  private final WriteGuard guard;
  private final SqlEditor editor = new SqlEditor();

  QueryTabView(
      QueryViewModel model,
      QueryTab tab,
      WriteGuard guard,
      FileDialogs files,
      TaskRunner tasks,
      LayoutMemory memory) {
    this.model = model;
    this.tab = tab;
    this.guard = guard;
    getStyleClass().add("query-tab");
    editor.load(tab.sqlProperty().get());
    editor.text().subscribe((_, text) -> tab.sqlProperty().set(text));
    editor.onRun(this::run).onRunAll(this::run);
    tab.targetProperty().subscribe(this::completeFrom);
    ResultPane result = new ResultPane(tab, files, tasks);
    Node split = Panels.split(memory, "query", Orientation.VERTICAL, 0.42, editor, result);
    VBox.setVgrow(split, Priority.ALWAYS);
    getChildren().addAll(bar(), split);
  }

  /** Puts the caret into the editor. */
  void focusEditor() {
    editor.requestFocus();
  }

  /** Runs the statement at the caret, or the selection. */
  void runCurrent() {
    run(editor.current());
  }

  private Node bar() {
    Button run = Buttons.primary(Text.of("query.run"), Feather.PLAY, this::runCurrent);
    run.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> tab.runningProperty().get() || tab.targetProperty().get().isEmpty(),
                tab.runningProperty(),
                tab.targetProperty()));
    Button cancel =
        Buttons.normal(Text.of("query.cancel"), Feather.SQUARE, () -> model.cancel(tab));
    cancel.visibleProperty().bind(tab.runningProperty());
    cancel.managedProperty().bind(cancel.visibleProperty());
    HBox bar =
        Panels.row(
            new TargetBar(model, tab),
            Panels.spacer(),
            Buttons.quiet(Text.of("query.format"), Feather.ALIGN_LEFT, editor::format),
            cancel,
            run);
    bar.getStyleClass().add("query-bar");
    return bar;
  }

  private void run(String sql) {
    Optional<QueryTarget> target = tab.targetProperty().get();
    if (target.isEmpty() || StatementKind.onlyReads(sql)) {
      model.run(tab, sql);
      return;
    }
    String name = nameOf(target.get());
    Change change =
        reachesMany(target.get())
            ? Change.irrevocable(
                Text.of("query.guard.many.title"),
                Text.of("query.guard.many.text", name),
                Text.of("query.guard.many.action"),
                name)
            : Change.normal(
                Text.of("query.guard.one.title", name),
                Text.of("query.guard.one.text"),
                Text.of("query.run"),
                name);
    guard.run(change, () -> model.run(tab, sql));
  }

  private static boolean reachesMany(QueryTarget target) {
    return target instanceof QueryTarget.AllTenants || target instanceof QueryTarget.SomeTenants;
  }

  private static String nameOf(QueryTarget target) {
    return switch (target) {
      case QueryTarget.AllTenants(var blueprint) -> blueprint.value();
      case QueryTarget.SomeTenants(_, var blueprint) -> blueprint.value();
      case QueryTarget.OneTenant(var tenant, _) -> tenant.value();
      case QueryTarget.InWorkspace(var workspace) -> workspace.value();
    };
  }

  private void completeFrom(Optional<QueryTarget> target) {
    target.ifPresent(place -> model.schemaOf(place, schema -> editor.completion(names(schema))));
  }

  private static SqlCompletion names(WorkspaceSchema schema) {
    List<SqlCompletion.Suggestion> names = new ArrayList<>();
    for (WorkspaceSchema.Table table : schema.tables()) {
      names.add(new SqlCompletion.Suggestion(table.name(), "table", ""));
      for (WorkspaceSchema.Column column : table.columns()) {
        names.add(
            new SqlCompletion.Suggestion(
                column.name(), "column", table.name() + " · " + column.type()));
      }
    }
    schema
        .views()
        .forEach(view -> names.add(new SqlCompletion.Suggestion(view.name(), "view", "")));
    return SqlCompletion.names(names);
  }
}
