package io.tenantry.app.controls;

import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.StateMark;
import java.util.function.Function;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** One cell of a {@link DataTable}; nodes and tooltips are made once and reused. UI thread. */
final class DataCell<R, V> extends TableCell<R, V> {
  private final DataColumn<R, V> column;
  private @Nullable StateMark mark;

  DataCell(DataColumn<R, V> column) {
    this.column = column;
  }

  @Override
  protected void updateItem(@Nullable V item, boolean empty) {
    super.updateItem(item, empty);
    R row = getTableRow() == null ? null : getTableRow().getItem();
    if (empty || item == null || row == null) {
      setText(null);
      setGraphic(null);
      setTooltip(null);
      return;
    }
    Function<R, Node> graphic = column.graphic();
    if (graphic != null) {
      setGraphic(graphic.apply(row));
    } else if (item instanceof Chip.Content content) {
      setGraphic(markFor(content));
    } else {
      setText(column.write(item));
    }
    String tip = column.tooltipOf(item);
    setTooltip(tip == null ? null : new Tooltip(tip));
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    if (attribute == AccessibleAttribute.TEXT && getTableView() instanceof DataTable<R> table) {
      return table.spoken(column.write(getItem()), getIndex(), column.getText());
    }
    return super.queryAccessibleAttribute(attribute, parameters);
  }

  private StateMark markFor(Chip.Content content) {
    if (mark == null) {
      mark = new StateMark(content);
    } else {
      mark.show(content.tone(), content.text());
    }
    return mark;
  }
}
