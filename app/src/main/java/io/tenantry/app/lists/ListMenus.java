package io.tenantry.app.lists;

import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.controls.tables.DataTable;
import io.tenantry.app.fx.Command;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The actions of rows as menus and keys, and the menu of the table itself. UI thread. */
final class ListMenus<R> {
  private final ListModel<R> model;
  private final RowSelection<R> selection;
  private final DataTable<R> table;
  private final ListSetup<R> setup;

  private final Reach<R> reach;

  ListMenus(
      ListModel<R> model,
      RowSelection<R> selection,
      DataTable<R> table,
      ListSetup<R> setup,
      Reach<R> reach) {
    this.model = model;
    this.reach = reach;
    this.selection = selection;
    this.table = table;
    this.setup = setup;
    table.menus(this::ofRow, this::ofTable);
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private ContextMenu ofRow() {
    ContextMenu menu = new ContextMenu();
    add(menu, offered().stream().filter(each -> !each.action().isDanger()).toList());
    add(menu, offered().stream().filter(each -> each.action().isDanger()).toList());
    return menu;
  }

  private void add(ContextMenu menu, List<Offer<R>> actions) {
    if (!menu.getItems().isEmpty() && !actions.isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
    }
    actions.stream().map(this::item).forEach(menu.getItems()::add);
  }

  private MenuItem item(Offer<R> offer) {
    RowAction<R> action = offer.action();
    MenuItem item = new MenuItem(offer.words(), Icons.of(action.icon()));
    item.setMnemonicParsing(false);
    item.setDisable(!offer.isKnown());
    if (!action.keys().isEmpty()) {
      item.setAccelerator(KeyCombination.valueOf(action.keys()));
    }
    if (action.isDanger()) {
      item.getStyleClass().add("danger");
    }
    item.setOnAction(_ -> action.run(model.chosen()));
    return item;
  }

  private ContextMenu ofTable() {
    ContextMenu menu = new ContextMenu();
    if (setup.isSeveral()) {
      MenuItem all = item(Text.of("lists.menu.all"), selection::all);
      all.setDisable(model.total().get() == 0);
      menu.getItems().add(all);
    }
    MenuItem clear = item(Text.of("lists.filter.clear"), () -> model.filterProperty().set(""));
    clear.setDisable(!model.isFiltered());
    Menu columns = new Menu(Text.of("lists.columns"));
    columns.getItems().setAll(table.columnLayout().menu());
    menu.getItems()
        .addAll(
            clear,
            item(Text.of("lists.menu.reload"), model::load),
            new SeparatorMenuItem(),
            columns);
    return menu;
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private List<Offer<R>> offered() {
    return Offer.of(model, setup.actions(), reach);
  }

  private void pressed(KeyEvent event) {
    for (Offer<R> offer : offered()) {
      RowAction<R> action = offer.action();
      if (offer.isKnown()
          && !action.keys().isEmpty()
          && KeyCombination.valueOf(action.keys()).match(event)) {
        action.run(model.chosen());
        event.consume();
        return;
      }
    }
  }

  /** Returns what can be done with the selected rows now. */
  List<Command> commands() {
    List<Command> all = new ArrayList<>();
    offered().stream().filter(Offer::isKnown).map(this::command).forEach(all::add);
    setup.actions().stream()
        .filter(action -> !action.keys().isEmpty())
        .filter(action -> all.stream().noneMatch(now -> now.keys().equals(action.keys())))
        .forEach(action -> all.add(Command.later(action.title(), action.keys())));
    return all;
  }

  private Command command(Offer<R> offer) {
    RowAction<R> action = offer.action();
    return Command.inPart(offer.words(), action.keys(), () -> action.run(model.chosen()));
  }
}
