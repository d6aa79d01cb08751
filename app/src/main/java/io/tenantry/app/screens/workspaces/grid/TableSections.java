package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.screens.workspaces.edits.DraftTable;
import io.tenantry.app.screens.workspaces.edits.Fate;
import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Indexes, foreign keys, checks and triggers of a table, below its columns. UI thread. */
final class TableSections extends VBox {
  private final GridViewModel model;

  TableSections(GridViewModel model) {
    this.model = model;
    getStyleClass().add("table-sections");
  }

  void show(DraftTable table) {
    List<Node> indexes = new ArrayList<>();
    table.indexes().forEach(index -> indexes.add(index(index)));
    List<Node> keys = new ArrayList<>();
    List<Node> checks = new ArrayList<>();
    List<Node> triggers = new ArrayList<>();
    table
        .source()
        .ifPresent(
            source -> {
              source.foreignKeys().forEach(key -> keys.add(key(key)));
              source.checks().forEach(check -> checks.add(mono(check)));
              source.triggers().forEach(trigger -> triggers.add(trigger(trigger)));
            });
    getChildren().clear();
    add(Text.of("workspace.grid.indexes"), indexes, Text.of("workspace.grid.noIndexes"));
    add(Text.of("workspace.grid.keys"), keys, Text.of("workspace.grid.noKeys"));
    add(Text.of("workspace.grid.checks"), checks, "");
    add(Text.of("workspace.grid.triggers"), triggers, "");
  }

  private void add(String title, List<Node> lines, String whenEmpty) {
    if (lines.isEmpty() && whenEmpty.isEmpty()) {
      return;
    }
    VBox body = new VBox();
    body.getStyleClass().add("section-lines");
    if (lines.isEmpty()) {
      body.getChildren().add(Labels.muted(whenEmpty));
    } else {
      body.getChildren().setAll(lines);
    }
    HBox head = Panels.row(Labels.heading(title), Labels.caption(count(lines)));
    VBox section = new VBox(head, body);
    section.getStyleClass().add("table-section");
    getChildren().add(section);
  }

  private static String count(List<Node> lines) {
    return lines.isEmpty() ? "" : String.valueOf(lines.size());
  }

  private Node index(DraftTable.Index index) {
    Label name = mono(index.name());
    Label columns = Labels.muted("(" + String.join(", ", index.columns()) + ")");
    HBox line = Panels.row(name, columns);
    if (index.unique()) {
      line.getChildren().add(Chip.tag(Text.of("workspace.grid.uniqueTag")));
    }
    if (!index.where().isEmpty()) {
      Label where = Labels.muted(Text.of("workspace.grid.where", index.where()));
      where.setTooltip(new Tooltip(index.where()));
      where.setMinWidth(0);
      line.getChildren().add(where);
    }
    Fates.chip(index.fate()).ifPresent(line.getChildren()::add);
    boolean dropped = index.fate() == Fate.DROPPED;
    line.getChildren()
        .addAll(
            Panels.spacer(),
            Buttons.icon(
                dropped ? Feather.ROTATE_CCW : Feather.TRASH_2,
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

  private static Node key(WorkspaceSchema.ForeignKey key) {
    Label from = mono(String.join(", ", key.columns()));
    Label to = mono(key.table() + "(" + String.join(", ", key.references()) + ")");
    HBox line = Panels.row(from, Labels.muted("→"), to);
    action(line, "workspace.grid.onDelete", key.onDelete());
    action(line, "workspace.grid.onUpdate", key.onUpdate());
    line.getStyleClass().add("section-line");
    return line;
  }

  private static void action(HBox line, String key, String action) {
    if (!action.isEmpty() && !action.equals("NO ACTION")) {
      line.getChildren().add(Chip.tag(Text.of(key, action.toLowerCase(Locale.ROOT))));
    }
  }

  private static Node trigger(WorkspaceSchema.Trigger trigger) {
    Label name = mono(trigger.name());
    name.setTooltip(new Tooltip(trigger.sql()));
    Label sql = Labels.muted(trigger.sql().replaceAll("\\s+", " "));
    sql.setTextOverrun(OverrunStyle.ELLIPSIS);
    sql.setMinWidth(0);
    sql.setTooltip(new Tooltip(trigger.sql()));
    HBox line = Panels.row(name, sql);
    line.getStyleClass().add("section-line");
    return line;
  }

  private static Label mono(String text) {
    Label label = Labels.mono(text);
    label.getStyleClass().add("section-name");
    return label;
  }
}
