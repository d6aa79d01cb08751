package io.tenantry.app.controls.tables;

import io.tenantry.app.fx.Command;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Moves through the rows of a table and selects them, by keys and by clicks: arrows, Page, Home and
 * End move and select; with Shift they select all on the way, with Ctrl they only move; Space
 * selects, or not any more. UI thread.
 */
final class TableKeys<R> {
  private final DataTable<R> table;
  private final RowMarking<R> marks;
  private final List<Act> acts =
      List.of(
          new Act("controls.tables.keys.all", "Shortcut+A", this::all),
          new Act("controls.tables.keys.toggle", "Space", this::toggle),
          new Act("controls.tables.keys.toggle.moved", "Shortcut+Space", this::toggle),
          new Act("controls.tables.keys.span", "Shift+Space", () -> span(false)),
          new Act("controls.tables.keys.span.besides", "Shortcut+Shift+Space", () -> span(true)),
          new Act("controls.tables.keys.none", "Esc", this::none));
  private int anchor;

  /**
   * A key and what it does.
   *
   * @param run says whether there was something to do
   */
  private record Act(String title, String keys, BooleanSupplier run) {}

  TableKeys(DataTable<R> table, RowMarking<R> marks) {
    this.table = table;
    this.marks = marks;
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    if (event.isAltDown() || event.getTarget() instanceof TextInputControl) {
      return;
    }
    if (isMove(event.getCode()) ? moved(event) : acted(event)) {
      event.consume();
    }
  }

  private static boolean isMove(KeyCode code) {
    return switch (code) {
      case UP, DOWN, HOME, END, PAGE_UP, PAGE_DOWN, KP_UP, KP_DOWN -> true;
      default -> false;
    };
  }

  private boolean moved(KeyEvent event) {
    int rows = table.getItems().size();
    if (rows > 0) {
      int target = Math.clamp(target(event.getCode()), 0, rows - 1);
      go(target, event.isShiftDown(), event.isShortcutDown());
    }
    return true;
  }

  private int target(KeyCode code) {
    int cursor = table.port().cursor();
    return switch (code) {
      case UP, KP_UP -> cursor - 1;
      case DOWN, KP_DOWN -> cursor + 1;
      case PAGE_UP -> cursor - table.port().pageLength();
      case PAGE_DOWN -> cursor + table.port().pageLength();
      case HOME -> 0;
      default -> table.getItems().size() - 1;
    };
  }

  private void go(int target, boolean spans, boolean moves) {
    table.port().putCursor(target);
    table.port().reveal(target);
    if (spans) {
      marks.span(anchor, target, moves);
    } else if (!moves) {
      anchor = target;
      marks.only(target);
    }
  }

  private boolean acted(KeyEvent event) {
    return acts.stream()
        .filter(act -> KeyCombination.valueOf(act.keys()).match(event))
        .findFirst()
        .filter(TableKeys::done)
        .isPresent();
  }

  private static boolean done(Act act) {
    return act.run().getAsBoolean();
  }

  /** Returns what the keys do, for whoever lists them. */
  List<Command> commands() {
    return acts.stream()
        .map(act -> Command.inPart(Text.of(act.title()), act.keys(), () -> done(act)))
        .toList();
  }

  private boolean none() {
    return marks.none();
  }

  private boolean all() {
    marks.all();
    return true;
  }

  private boolean toggle() {
    int cursor = table.port().cursor();
    if (cursor >= 0) {
      anchor = cursor;
      marks.toggle(cursor);
    }
    return true;
  }

  private boolean span(boolean besides) {
    int cursor = table.port().cursor();
    if (cursor >= 0) {
      marks.span(anchor, cursor, besides);
    }
    return true;
  }

  /** A click on a row. */
  void clicked(int index, boolean spans, boolean adds) {
    table.port().putCursor(index);
    if (spans) {
      marks.span(anchor, index, adds);
      return;
    }
    anchor = index;
    if (adds) {
      marks.toggle(index);
    } else {
      marks.only(index);
    }
  }

  /** The menu key, or a right click: what is not selected is, and nothing else. */
  void asked(int index, boolean marked) {
    table.port().putCursor(index);
    if (!marked) {
      anchor = index;
      marks.only(index);
    }
  }

  /** Somebody else moved the cursor. */
  void jumped(int index) {
    anchor = index;
    marks.only(index);
  }
}
