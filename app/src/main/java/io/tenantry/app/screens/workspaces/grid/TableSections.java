package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.screens.workspaces.edits.DraftTable;
import io.tenantry.app.screens.workspaces.edits.Fate;
import io.tenantry.app.screens.workspaces.edits.PreparedSql;
import io.tenantry.app.screens.workspaces.edits.SchemaScripts;
import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Indexes, foreign keys, checks and triggers of a table, below its columns. What the grid cannot
 * change has its way into the SQL tab. UI thread.
 */
final class TableSections extends VBox {
  private final GridViewModel model;
  private final Consumer<? super PreparedSql> onSql;

  TableSections(GridViewModel model, Consumer<? super PreparedSql> onSql) {
    this.model = model;
    this.onSql = onSql;
    getStyleClass().add("table-sections");
  }

  void show(DraftTable table) {
    getChildren().clear();
    List<Node> indexes = new ArrayList<>();
    table.indexes().forEach(index -> indexes.add(index(index)));
    add(Text.of("workspace.grid.indexes"), indexes, Text.of("workspace.grid.noIndexes"));
    table.source().ifPresent(source -> showFixed(source, table.fate() == Fate.DROPPED));
  }

  /** What is as it is until SQL changes it. */
  private void showFixed(WorkspaceSchema.Table source, boolean dropped) {
    List<Node> keys = source.foreignKeys().stream().map(key -> key(source, key)).toList();
    List<Node> checks = source.checks().stream().map(check -> check(source, check)).toList();
    List<Node> triggers = source.triggers().stream().map(this::trigger).toList();
    add(Text.of("workspace.grid.keys"), keys, Text.of("workspace.grid.noKeys"));
    add(
        Text.of("workspace.grid.checks"),
        checks,
        Text.of("workspace.grid.noChecks"),
        adding("workspace.grid.addCheck", dropped, model.scripts().check(source.name())));
    add(
        Text.of("workspace.grid.triggers"),
        triggers,
        Text.of("workspace.grid.noTriggers"),
        adding(
            "workspace.grid.addTrigger",
            dropped,
            Optional.of(model.scripts().newTrigger(source.name()))));
  }

  private Node adding(String key, boolean dropped, Optional<PreparedSql> script) {
    Button add =
        Buttons.small(Buttons.quiet(Text.of(key), Icon.ADD, () -> script.ifPresent(onSql)));
    add.setDisable(dropped);
    return add;
  }

  private void add(String title, List<? extends Node> lines, String whenEmpty, Node... actions) {
    VBox body = new VBox();
    body.getStyleClass().add("section-lines");
    if (lines.isEmpty()) {
      body.getChildren().add(Labels.muted(whenEmpty));
    } else {
      body.getChildren().setAll(lines);
    }
    HBox head = Panels.row(Labels.heading(title), Labels.caption(count(lines)), Panels.spacer());
    head.getChildren().addAll(actions);
    head.getStyleClass().add("section-head");
    VBox section = new VBox(head, body);
    section.getStyleClass().add("table-section");
    getChildren().add(section);
  }

  private static String count(List<? extends Node> lines) {
    return lines.isEmpty() ? "" : String.valueOf(lines.size());
  }

  private Node index(DraftTable.Index index) {
    Label name = mono(index.name());
    Label columns = Labels.muted("(" + String.join(", ", index.columns()) + ")");
    HBox line = Panels.row(Icons.of(Icon.INDEX, "icon-muted"), name, columns);
    if (index.unique()) {
      line.getChildren().add(Chip.tag(Text.of("workspace.grid.uniqueTag")));
    }
    if (!index.where().isEmpty()) {
      Label where = Labels.muted(Text.of("workspace.grid.where", index.where()));
      where.setMinWidth(0);
      line.getChildren().add(where);
    }
    Fates.chip(index.fate()).ifPresent(line.getChildren()::add);
    boolean dropped = index.fate() == Fate.DROPPED;
    line.getChildren()
        .addAll(
            Panels.spacer(),
            Buttons.icon(
                dropped ? Icon.UNDO : Icon.TRASH,
                Text.of(
                    dropped ? "workspace.grid.restoreIndex" : "workspace.grid.dropIndex",
                    index.name()),
                () -> model.toggleIndex(index)));
    line.getStyleClass().add("section-line");
    Fates.mark(line, index.fate());
    if (!index.sql().isEmpty()) {
      name.setTooltip(new Tooltip(index.sql()));
    }
    return line;
  }

  private Node key(WorkspaceSchema.Table table, WorkspaceSchema.ForeignKey key) {
    Label from = mono(String.join(", ", key.columns()));
    Label to = mono(key.table() + "(" + String.join(", ", key.references()) + ")");
    HBox line = Panels.row(Icons.of(Icon.FOREIGN_KEY, "icon-info"), from, Labels.muted("→"), to);
    action(line, "workspace.grid.onDelete", key.onDelete());
    action(line, "workspace.grid.onUpdate", key.onUpdate());
    return inSql(
        line,
        Text.of("workspace.grid.changeKey", String.join(", ", key.columns())),
        model.scripts().rebuild(table.name(), key.columns().getFirst()));
  }

  private static void action(HBox line, String key, String action) {
    if (!action.isEmpty() && !action.equals("NO ACTION")) {
      line.getChildren().add(Chip.tag(Text.of(key, action.toLowerCase(Locale.ROOT))));
    }
  }

  private Node check(WorkspaceSchema.Table table, String check) {
    Label text = mono(check);
    text.setMinWidth(0);
    return inSql(
        Panels.row(text),
        Text.of("workspace.grid.changeCheck"),
        model.scripts().rebuild(table.name(), table.columns().getFirst().name()));
  }

  private Node trigger(WorkspaceSchema.Trigger trigger) {
    Label name = mono(trigger.name());
    name.setTooltip(new Tooltip(trigger.sql()));
    Label sql = Labels.muted(trigger.sql().replaceAll("\\s+", " "));
    sql.setMinWidth(0);
    sql.setTooltip(new Tooltip(trigger.sql()));
    HBox line = Panels.row(Icons.of(Icon.TRIGGER, "icon-muted"), name, sql);
    inSql(
        line,
        Text.of("workspace.grid.changeTrigger", trigger.name()),
        Optional.of(SchemaScripts.changed(trigger)));
    line.getChildren()
        .add(
            Buttons.icon(
                Icon.TRASH,
                Text.of("workspace.grid.dropTrigger", trigger.name()),
                () -> onSql.accept(SchemaScripts.dropped(trigger))));
    return line;
  }

  /** Ends a line with the way to change it, which is SQL. */
  private HBox inSql(HBox line, String name, Optional<PreparedSql> script) {
    line.getStyleClass().add("section-line");
    line.getChildren()
        .addAll(Panels.spacer(), Buttons.icon(Icon.EDIT, name, () -> script.ifPresent(onSql)));
    return line;
  }

  private static Label mono(String text) {
    Label label = Labels.mono(text);
    label.getStyleClass().add("section-name");
    return label;
  }
}
