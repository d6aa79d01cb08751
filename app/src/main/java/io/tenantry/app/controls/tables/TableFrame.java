package io.tenantry.app.controls.tables;

import io.tenantry.app.controls.cards.FrameLine;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;

/**
 * A table as high as its rows, at most as the room there is, with the buttons of a row above it. UI
 * thread.
 */
public final class TableFrame<R> extends Region {
  private static final double LEAST = 200;

  private final DataTable<R> table;
  private final RowButtons<R> buttons;
  private final TypedWord typed = new TypedWord();
  private final FrameLine line = new FrameLine();

  /**
   * Frames a table.
   *
   * @param choice the buttons of a row
   */
  public TableFrame(DataTable<R> table, RowButtons.Choice<R> choice) {
    this.table = table;
    this.buttons = new RowButtons<>(table, choice);
    getStyleClass().add("table-frame");
    table.getStyleClass().add("in-frame");
    getChildren().addAll(table, buttons, typed, line);
    table.focusVisibleProperty().subscribe(held -> line.held(held && table.getItems().isEmpty()));
    table.getItems().subscribe(this::requestLayout);
    table.fixedCellSizeProperty().subscribe(_ -> requestLayout());
  }

  /** Jumps to what is typed while the table has the keyboard. */
  public TableFrame<R> jumping(Consumer<String> jump) {
    typed.listen(table, jump);
    return this;
  }

  @Override
  protected double computePrefHeight(double width) {
    return wanted();
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  @Override
  protected double computeMaxHeight(double width) {
    return wanted();
  }

  @Override
  protected double computePrefWidth(double height) {
    return table.prefWidth(height);
  }

  @Override
  protected void layoutChildren() {
    table.resizeRelocate(0, 0, getWidth(), getHeight());
    line.frame(getWidth(), getHeight());
    typed.place(getHeight());
    buttons.place();
  }

  private double wanted() {
    int rows = table.getItems().size();
    if (rows == 0) {
      return LEAST;
    }
    Insets edge = table.getInsets();
    return edge.getTop() + edge.getBottom() + head() + rows * table.getFixedCellSize() + sideways();
  }

  private double head() {
    Node head = table.lookup(".column-header-background");
    return head instanceof Region region && region.getHeight() > 0
        ? region.getHeight()
        : table.getFixedCellSize();
  }

  private double sideways() {
    return table.lookupAll(".scroll-bar").stream()
        .filter(node -> node instanceof ScrollBar bar && bar.isVisible())
        .map(ScrollBar.class::cast)
        .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
        .mapToDouble(ScrollBar::getHeight)
        .findFirst()
        .orElse(0);
  }
}
