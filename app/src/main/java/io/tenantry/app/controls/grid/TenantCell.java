package io.tenantry.app.controls.grid;

import io.tenantry.app.controls.avatar.Avatar;
import io.tenantry.app.text.Text;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** Who answered: avatar and name. UI thread. */
final class TenantCell extends TableCell<Integer, Object> {
  private final Avatar avatar = new Avatar(Avatar.Size.CELL);
  private final String columnName;

  TenantCell(String columnName) {
    this.columnName = columnName;
    getStyleClass().add("tenant-cell");
  }

  @Override
  protected void updateItem(@Nullable Object item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setText(null);
      setGraphic(null);
      return;
    }
    setText(item.toString());
    setGraphic(avatar.show(item.toString()));
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    if (attribute == AccessibleAttribute.TEXT) {
      return Text.of("controls.cell.column", String.valueOf(getItem()), columnName);
    }
    return super.queryAccessibleAttribute(attribute, parameters);
  }
}
