package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.forms.FormBuilder;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.Sheet;
import io.tenantry.app.dialogs.SheetDraft;
import io.tenantry.app.fx.Command;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.screens.workspaces.edits.PreparedSql;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** The grid tab: tables at the left, one of them at the right, what is staged below. UI thread. */
public final class GridView extends BorderPane {
  private final GridViewModel model;
  private final Dialogs dialogs;
  private final WriteGuard guard;
  private final TablePane table;
  private final EditStrip strip;

  /** Creates it; {@code onSql} lays SQL ready in the SQL tab and leads there. */
  public GridView(
      GridViewModel model,
      Dialogs dialogs,
      WriteGuard guard,
      LayoutMemory memory,
      Consumer<? super PreparedSql> onSql) {
    this.model = model;
    this.dialogs = dialogs;
    this.guard = guard;
    getStyleClass().add("schema-view");
    table = new TablePane(model, dialogs, memory, onSql);
    strip = new EditStrip(model, memory, this::apply);
    TablesPane tables = new TablesPane(model, table, this::addTable);
    StackPane right = new StackPane(table, new ViewPane(model, onSql));
    SplitPane split =
        Panels.split(memory, "workspace.grid", Orientation.HORIZONTAL, 0.16, tables, right);
    SplitPane.setResizableWithParent(tables, false);
    Node empty = empty(() -> onSql.accept(new PreparedSql("", 0)));
    StackPane center = new StackPane(split, empty);
    model
        .edits()
        .subscribe(
            edits -> {
              boolean nothing = edits.tables().isEmpty() && edits.views().isEmpty();
              empty.setVisible(nothing);
              split.setVisible(!nothing);
            });
    setCenter(center);
    setBottom(strip);
  }

  /** What can be done here, for the palette and the key help. */
  public List<Command> commands() {
    return List.of(
        command(Text.of("workspace.grid.addTable"), "", this::addTable),
        command(Text.of("workspace.grid.addColumn"), "Shortcut+Enter", table::addColumn),
        command(Text.of("workspace.grid.addIndex"), "", table::addIndex),
        command(Text.of("workspace.grid.renameTable"), "", table::startRename),
        command(Text.of("workspace.strip.undo"), "Shortcut+Z", model::undoLast),
        command(Text.of("workspace.strip.redo"), "Shortcut+Shift+Z", model::redo),
        command(Text.of("workspace.strip.preview"), "", strip::toggleReview),
        command(Text.of("workspace.strip.applyAll"), "Shortcut+S", this::apply));
  }

  /**
   * A key may come while a cell is typed into: what was typed is taken first, or stays in the way.
   */
  private Command command(String title, String keys, Runnable action) {
    return new Command(
        title,
        keys,
        () -> {
          if (table.takesTyped()) {
            action.run();
          }
        });
  }

  private Node empty(Runnable onSql) {
    return new EmptyState(
            Icon.TABLE, Text.of("workspace.grid.empty.title"), Text.of("workspace.grid.empty.text"))
        .action(Buttons.primary(Text.of("workspace.grid.addTable"), Icon.ADD, this::addTable))
        .link(Buttons.link(Text.of("workspace.grid.empty.sql"), onSql));
  }

  private void addTable() {
    StringProperty name = new SimpleStringProperty("");
    FormBuilder form = new FormBuilder();
    form.mono("name", Text.of("workspace.table.name"), name).help(Text.of("workspace.table.help"));
    Sheet sheet = new Sheet(Text.of("workspace.table.title"), form.build());
    sheet
        .width(Sheet.Width.SMALL)
        .draft(
            new SheetDraft()
                .typed("name", name)
                .inWords(() -> Text.of("workspace.table.typed", name.get().strip())));
    sheet.primary(
        Text.of("workspace.table.add"),
        name.map(typed -> !typed.isBlank()),
        () -> {
          if (model.addTable(name.get())) {
            sheet.close();
          } else {
            String reason = model.problem().get().map(Problem::text).orElse("");
            form.error("name", reason);
          }
        });
    dialogs.show(sheet);
  }

  private void apply() {
    List<StagedChange> fitting =
        model.changes().stream().filter(change -> !change.isStranded()).toList();
    if (fitting.isEmpty()) {
      return;
    }
    List<String> lost =
        fitting.stream().filter(StagedChange::destructive).map(StagedChange::words).toList();
    String title = Text.of("workspace.apply.title", fitting.size());
    String action = Text.of("workspace.strip.apply", fitting.size());
    String name = model.workspace();
    GuardedChange change =
        lost.isEmpty()
            ? GuardedChange.normal(title, Text.of("workspace.apply.text"), action, name)
            : GuardedChange.destructive(title, Text.of("workspace.apply.destroys"), action, name)
                .reaching(lost.size())
                .losing(lost);
    guard.run(change, model::apply);
  }
}
