package io.tenantry.app.controls.tables;

import io.tenantry.app.controls.OverPage;
import io.tenantry.app.fx.FxThread;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * The buttons at the end of a row: of the one under the pointer, or else of the one that has the
 * keyboard. There is one set for the whole table. UI thread.
 */
public final class RowButtons<R> extends HBox {
  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");
  private static final double GAP = 4;
  private static final double BUTTON = 30;

  private final DataTable<R> table;
  private final Choice<R> choice;
  private @Nullable DataRow<R> row;
  private @Nullable R built;

  /** Says which buttons a row has. */
  @FunctionalInterface
  public interface Choice<R> {
    /** Returns the buttons of a row. */
    List<? extends Node> of(R row);
  }

  RowButtons(DataTable<R> table, Choice<R> choice) {
    this.table = table;
    this.choice = choice;
    getStyleClass().add("row-buttons");
    setManaged(false);
    setVisible(false);
    RowPort<R> port = table.port();
    port.pointed().subscribe(this::later);
    hoverProperty().subscribe(this::later);
    focusWithinProperty().subscribe(this::later);
    table.focusedProperty().subscribe(this::later);
    table.getFocusModel().focusedIndexProperty().subscribe(this::later);
    Runnable follow = this::place;
    table
        .sceneProperty()
        .subscribe(
            (before, now) -> {
              if (before != null) {
                before.removePostLayoutPulseListener(follow);
              }
              if (now != null) {
                now.addPostLayoutPulseListener(follow);
              }
            });
  }

  /** Returns how much of the end of a row some buttons cover. */
  public static double widthOf(long count) {
    return count == 0 ? 0 : count * BUTTON + 3 * GAP;
  }

  private void later() {
    FxThread.later(this::choose);
  }

  private void choose() {
    Scene scene = table.getScene();
    DataRow<R> next = scene == null ? null : next();
    if (next != row) {
      mark(row, false);
      row = next;
      mark(row, true);
    }
    build();
    pseudoClassStateChanged(SELECTED, row != null && row.isSelected());
    pseudoClassStateChanged(HELD, table.isFocusWithin() || isFocusWithin());
    place();
  }

  private void mark(@Nullable DataRow<R> one, boolean pointed) {
    if (one != null) {
      one.pseudoClassStateChanged(POINTED, pointed);
    }
  }

  private @Nullable DataRow<R> next() {
    DataRow<R> pointed = table.port().pointed().get();
    if (pointed != null) {
      return pointed;
    }
    if ((isHover() || isFocusWithin()) && row != null) {
      return row;
    }
    Optional<DataRow<R>> cursor =
        table.isFocused() ? table.port().rowAt(table.port().cursor()) : Optional.empty();
    return cursor.filter(DataRow::isSelected).orElse(null);
  }

  private void build() {
    R item = row == null ? null : row.getItem();
    if (item == null) {
      built = null;
      setVisible(false);
    } else if (!item.equals(built)) {
      built = item;
      getChildren().setAll(choice.of(item));
      setVisible(!getChildren().isEmpty());
    }
  }

  /** Stays at the end of its row, wherever that has gone. */
  void place() {
    DataRow<R> now = row;
    if (!isVisible() || now == null || getParent() == null) {
      return;
    }
    R item = now.getItem();
    if (item == null || !item.equals(built)) {
      later();
      return;
    }
    Bounds place = getParent().sceneToLocal(now.localToScene(now.getLayoutBounds()));
    double wide = prefWidth(-1);
    double right = Math.min(place.getMaxX(), clip());
    double x = free(right - wide - GAP, place, wide);
    if (x != getLayoutX() || place.getMinY() != getLayoutY() || wide != getWidth()) {
      resizeRelocate(x, place.getMinY(), wide, place.getHeight() - 1);
    }
  }

  /** A message over the page takes no clicks from it. */
  private double free(double x, Bounds place, double wide) {
    Bounds wanted = new BoundingBox(x, place.getMinY(), wide, place.getHeight() - 1);
    double shift = OverPage.shift(table.getScene(), getParent().localToScene(wanted));
    return shift == 0 ? x : x - shift - GAP;
  }

  private double clip() {
    Node area = table.lookup(".clipped-container");
    return area == null
        ? table.getWidth()
        : getParent().sceneToLocal(area.localToScene(area.getLayoutBounds())).getMaxX();
  }
}
