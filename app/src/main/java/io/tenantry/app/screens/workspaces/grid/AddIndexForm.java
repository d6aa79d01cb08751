package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.forms.FormBuilder;
import io.tenantry.app.dialogs.Sheet;
import io.tenantry.app.dialogs.SheetDraft;
import io.tenantry.app.screens.workspaces.edits.DraftTable;
import io.tenantry.app.screens.workspaces.edits.Key;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** The form for a new index: columns in the order in which they are ticked. UI thread. */
final class AddIndexForm {
  private final GridViewModel model;
  private final DraftTable table;
  private final StringProperty name = new SimpleStringProperty("");
  private final BooleanProperty unique = new SimpleBooleanProperty();
  private final Map<Key, String> columns = new LinkedHashMap<>();
  private final Label order = Labels.caption(Text.of("workspace.index.none"));
  private final FormBuilder form = new FormBuilder();
  private final BooleanProperty ready = new SimpleBooleanProperty();
  private boolean named;

  AddIndexForm(GridViewModel model, DraftTable table) {
    this.model = model;
    this.table = table;
  }

  Sheet sheet() {
    FlowPane ticks = new FlowPane();
    ticks.getStyleClass().add("tick-flow");
    for (DraftTable.Column column : table.live()) {
      ticks.getChildren().add(tick(column));
    }
    form.node(Panels.column(Labels.heading(Text.of("workspace.index.columns")), ticks, order));
    form.mono("name", Text.of("workspace.index.name"), name);
    form.check("unique", Text.of("workspace.index.unique"), unique)
        .help(Text.of("workspace.index.uniqueHelp"));
    name.subscribe((_, now) -> typed(now));
    Sheet sheet = new Sheet(Text.of("workspace.index.title", table.name()), form.build());
    sheet.subtitle(Text.of("workspace.index.subtitle"));
    sheet.draft(
        new SheetDraft()
            .typed("name", name)
            .inWords(() -> Text.of("workspace.index.typed", name.get().strip())));
    sheet.primary(Text.of("workspace.index.add"), ready, () -> add(sheet));
    return sheet;
  }

  private CheckBox tick(DraftTable.Column column) {
    CheckBox box = new CheckBox(column.name());
    box.setMnemonicParsing(false);
    box.setOnAction(_ -> ticked(column, box.isSelected()));
    return box;
  }

  private void ticked(DraftTable.Column column, boolean on) {
    if (on) {
      columns.put(column.key(), column.name());
    } else {
      columns.remove(column.key());
    }
    String listed = columns.values().stream().collect(Collectors.joining(", "));
    order.setText(
        columns.isEmpty()
            ? Text.of("workspace.index.none")
            : Text.of("workspace.index.order", listed));
    if (!named) {
      name.set(suggested());
      named = false;
    }
    ready.set(!columns.isEmpty() && !name.get().isBlank());
  }

  private void typed(String now) {
    named = !now.equals(suggested()) && !now.isEmpty();
    ready.set(!columns.isEmpty() && !now.isBlank());
    form.clearErrors();
  }

  private String suggested() {
    return columns.isEmpty() ? "" : table.name() + "_" + String.join("_", columns.values());
  }

  private void add(Sheet sheet) {
    List<Key> keys = new ArrayList<>(columns.keySet());
    Optional<String> problem = model.addIndex(name.get(), keys, unique.get());
    problem.ifPresentOrElse(text -> form.error("name", text), sheet::close);
  }
}
