package io.tenantry.app.controls.tables;

import io.tenantry.app.controls.Aging;
import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.StateMark;
import io.tenantry.app.text.Text;
import java.time.Instant;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a {@link DataTable}; what it draws with is made once and used again. A row that is
 * still to come is a grey bar, one that could not be read says so. UI thread.
 */
final class DataCell<R, V> extends TableCell<R, V> {
  private final DataColumn<R, V> column;
  private @Nullable Tooltip tip;
  private CellNode.@Nullable Brush<R> brush;
  private @Nullable StateMark mark;
  private @Nullable Region bar;

  DataCell(DataColumn<R, V> column) {
    this.column = column;
    if (column.ages()) {
      Aging.follow(this, this::tell);
    }
  }

  private void tell(Instant now) {
    V item = getItem();
    if (!isEmpty() && item != null) {
      setText(column.write(item, now));
    }
  }

  @Override
  protected void updateItem(@Nullable V item, boolean empty) {
    super.updateItem(item, empty);
    R row = getTableRow() == null ? null : getTableRow().getItem();
    if (empty) {
      show(null, null, null);
    } else if (row == null) {
      show(null, pending(), null);
    } else if (item == null) {
      show(null, null, null);
    } else {
      show(item, row);
    }
  }

  private void show(V item, R row) {
    CellNode<R> node = column.node();
    if (node != null) {
      CellNode.Brush<R> drawing = brush == null ? node.brush() : brush;
      brush = drawing;
      show(null, drawing.draw(row), column.tooltipOf(item));
    } else if (item instanceof Chip.Content content) {
      show(null, markFor(content), column.tooltipOf(item));
    } else {
      show(column.write(item), null, column.tooltipOf(item));
    }
  }

  private void show(@Nullable String text, @Nullable Node graphic, @Nullable String explained) {
    setText(text);
    if (getGraphic() != graphic) {
      setGraphic(graphic);
    }
    setTooltip(explained == null ? null : tip(explained));
  }

  private Tooltip tip(String text) {
    Tooltip shown = tip == null ? newTip() : tip;
    shown.setText(text);
    tip = shown;
    return shown;
  }

  /** What tells how old something is tells it as of now. */
  private Tooltip newTip() {
    Tooltip made = new Tooltip();
    made.setOnShowing(
        _ -> {
          V item = getItem();
          String told = item == null ? null : column.tooltipOf(item);
          if (told != null) {
            made.setText(told);
          }
        });
    return made;
  }

  private @Nullable Node pending() {
    if (getTableView() instanceof DataTable<R> table && table.isFailed(getIndex())) {
      return table.getVisibleLeafIndex(column) == 0
          ? Buttons.link(Text.of("controls.row.failed"), table::retry)
          : null;
    }
    Region shown = bar == null ? new Region() : bar;
    if (bar == null) {
      shown.getStyleClass().add("skeleton-bar");
      bar = shown;
    }
    return shown;
  }

  private StateMark markFor(Chip.Content content) {
    if (mark == null) {
      mark = new StateMark(content);
    } else {
      mark.show(content.tone(), content.text());
    }
    return mark;
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    if (attribute == AccessibleAttribute.TEXT && getTableView() instanceof DataTable<R> table) {
      return table.spoken(column.write(getItem()), getIndex(), column.getText());
    }
    return super.queryAccessibleAttribute(attribute, parameters);
  }
}
