package io.tenantry.app.controls.grid;

import io.tenantry.app.controls.avatar.Avatar;
import java.util.function.DoubleSupplier;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Skin;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.TableRowSkin;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the column of the tenants in sight when a grid is scrolled sideways. The toolkit's table
 * has no such columns, and draws no cells that are out of sight, so every row has a label that
 * stands over its left end while it is scrolled; the head moves along. UI thread.
 */
final class PinnedTenant {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final TableView<Integer> table;
  private final RangeSelection selection;
  private final DoubleProperty scrolled = new SimpleDoubleProperty();
  private @Nullable TableColumn<Integer, ?> column;

  PinnedTenant(TableView<Integer> table, RangeSelection selection) {
    this.table = table;
    this.selection = selection;
    table.setRowFactory(_ -> new PinnedRow());
    table.skinProperty().subscribe(skin -> followBar(skin != null));
    scrolled.subscribe((_, now) -> moveHead(now.doubleValue()));
  }

  /** Says which column stays; null for none. */
  void pin(@Nullable TableColumn<Integer, ?> next) {
    column = next;
    moveHead(scrolled.get());
  }

  private void followBar(boolean hasSkin) {
    if (!hasSkin) {
      return;
    }
    for (Node node : table.lookupAll(".scroll-bar")) {
      if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.HORIZONTAL) {
        scrolled.bind(bar.valueProperty());
      }
    }
  }

  private void moveHead(double by) {
    for (Node node : table.lookupAll(".column-header")) {
      if (node instanceof TableColumnHeader head && head.getTableColumn() != null) {
        boolean pinned = head.getTableColumn() == column;
        head.setTranslateX(pinned ? by : 0);
        head.setViewOrder(pinned ? -1 : 0);
      }
    }
  }

  /** A row with its tenant over it. */
  private final class PinnedRow extends TableRow<Integer> {
    private final Avatar avatar = new Avatar(Avatar.Size.CELL);
    private final Label tenant = new Label();
    private final InvalidationListener reselected = _ -> markSelected();

    PinnedRow() {
      tenant.getStyleClass().add("pinned-tenant");
      tenant.setGraphic(avatar);
      tenant.setManaged(false);
      tenant.setViewOrder(-1);
      tenant.translateXProperty().bind(scrolled);
      tenant.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
      itemProperty().subscribe(this::refill);
      scrolled.map(by -> by.doubleValue() > 0).subscribe(this::refill);
      selection.getSelectedCells().addListener(new WeakInvalidationListener(reselected));
    }

    @Override
    protected Skin<?> createDefaultSkin() {
      return new PinnedRowSkin(this, tenant, () -> column == null ? 0 : column.getWidth());
    }

    private void refill() {
      TableColumn<Integer, ?> whose = column;
      boolean shown = whose != null && getItem() != null && scrolled.get() > 0;
      tenant.setVisible(shown);
      if (shown && whose != null) {
        String name = String.valueOf(whose.getCellData(getIndex()));
        tenant.setText(name);
        avatar.show(name);
        markSelected();
      }
    }

    private void markSelected() {
      boolean selected = column != null && selection.isSelected(getIndex(), column);
      tenant.pseudoClassStateChanged(SELECTED, selected);
    }

    private void pressed(MouseEvent event) {
      selection.clearAndSelect(getIndex(), column);
      table.requestFocus();
      event.consume();
    }
  }

  /** Lays the label over the left end. */
  private static final class PinnedRowSkin extends TableRowSkin<Integer> {
    private final Label tenant;
    private final DoubleSupplier width;

    PinnedRowSkin(TableRow<Integer> row, Label tenant, DoubleSupplier width) {
      super(row);
      this.tenant = tenant;
      this.width = width;
    }

    @Override
    protected void layoutChildren(double x, double y, double w, double h) {
      super.layoutChildren(x, y, w, h);
      if (!getChildren().contains(tenant)) {
        getChildren().add(tenant); // the toolkit empties a row when columns change
      }
      tenant.resizeRelocate(x, y, width.getAsDouble(), h);
    }
  }
}
