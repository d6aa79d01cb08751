package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.actions.ActionRow;
import io.tenantry.app.controls.code.CodeBlock;
import io.tenantry.app.controls.code.CodeLanguage;
import io.tenantry.app.controls.code.CodeSample;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.screens.workspaces.edits.PreparedSql;
import io.tenantry.app.screens.workspaces.edits.SchemaScripts;
import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The view that is looked at: what it selects, and the way to change it, which is SQL. UI thread.
 */
final class ViewPane extends VBox {
  private final Consumer<? super PreparedSql> onSql;
  private final Label name = Labels.title("");
  private final Label columns = Labels.prose("");
  private final CodeBlock code = CodeBlock.of(Text.of("workspace.view.sql"), sample(""));
  private Optional<WorkspaceSchema.View> view = Optional.empty();

  ViewPane(GridViewModel model, Consumer<? super PreparedSql> onSql) {
    this.onSql = onSql;
    getStyleClass().add("table-pane");
    ActionRow actions = new ActionRow();
    actions.show(
        List.of(
            Action.of(
                Text.of("workspace.view.drop"), Icon.TRASH, () -> take(SchemaScripts::dropped)),
            Action.of(
                Text.of("workspace.view.edit"), Icon.EDIT, () -> take(SchemaScripts::changed))),
        List.of());
    HBox.setHgrow(actions, Priority.ALWAYS);
    name.setMinWidth(0);
    HBox head = Panels.row(name, Chip.tag(Text.of("workspace.view.tag")), actions);
    head.getStyleClass().add("table-head");
    VBox content = new VBox(Labels.muted(Text.of("workspace.view.readOnly")), columns, code);
    content.getStyleClass().add("table-content");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
    model.items().selected().subscribe(item -> show(SchemaItems.viewOf(item)));
  }

  private void show(Optional<WorkspaceSchema.View> looked) {
    view = looked;
    setVisible(looked.isPresent());
    looked.ifPresent(
        each -> {
          name.setText(each.name());
          columns.setText(
              each.columns().isEmpty()
                  ? Text.of("workspace.view.broken")
                  : Text.of("workspace.view.columns", String.join(", ", each.columns())));
          code.show(sample(each.sql()));
        });
  }

  private void take(Function<WorkspaceSchema.View, PreparedSql> script) {
    view.map(script).ifPresent(onSql);
  }

  private static CodeSample sample(String sql) {
    return CodeSample.of(CodeLanguage.SQL, sql);
  }
}
