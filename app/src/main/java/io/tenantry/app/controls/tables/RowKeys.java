package io.tenantry.app.controls.tables;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Moves through the rows of a table and selects them, by keys and by clicks: arrows, Page, Home and
 * End move and select; with Shift they select all on the way, with Ctrl they only move; Space
 * selects, or not any more. UI thread.
 */
final class RowKeys<R> {
  private final DataTable<R> table;
  private final RowMarking<R> marks;
  private int anchor;

  RowKeys(DataTable<R> table, RowMarking<R> marks) {
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
    int cursor = table.port().cursor();
    switch (event.getCode()) {
      case SPACE -> {
        if (cursor >= 0 && event.isShiftDown()) {
          marks.span(anchor, cursor, event.isShortcutDown());
        } else if (cursor >= 0) {
          anchor = cursor;
          marks.toggle(cursor);
        }
        return true;
      }
      case A -> {
        if (event.isShortcutDown() && !event.isShiftDown()) {
          marks.all();
          return true;
        }
        return false;
      }
      case ESCAPE -> {
        return marks.none();
      }
      default -> {
        return false;
      }
    }
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
