package io.tenantry.app.controls;

import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Gives the space a table has left to its growing columns, so that no list ends in a dead area and
 * numbers stay beside what they belong to.
 */
@SuppressWarnings("rawtypes") // the toolkit declares the policy so
final class GrowingColumns implements Callback<TableView.ResizeFeatures, Boolean> {
  private static final double LEAST = 48;

  @Override
  public Boolean call(TableView.ResizeFeatures features) {
    return resize((TableView.ResizeFeatures<?>) features);
  }

  private static <R> boolean resize(TableView.ResizeFeatures<R> features) {
    @Nullable TableColumn<R, ?> dragged = features.getColumn();
    if (dragged != null) {
      double width = dragged.getWidth() + features.getDelta();
      if (width < LEAST) {
        return false;
      }
      features.setColumnWidth(dragged, width);
    }
    fill(features, dragged);
    return true;
  }

  private static <R> void fill(
      TableView.ResizeFeatures<R> features, @Nullable TableColumn<R, ?> dragged) {
    List<TableColumn<R, ?>> columns = features.getTable().getVisibleLeafColumns();
    double fixed = 0;
    double wishes = 0;
    for (TableColumn<R, ?> column : columns) {
      if (grows(column) && column != dragged) {
        wishes += column.getPrefWidth();
      } else {
        fixed += dragged == null ? column.getPrefWidth() : column.getWidth();
      }
    }
    double left = features.getContentWidth() - fixed;
    for (TableColumn<R, ?> column : columns) {
      if (grows(column) && column != dragged) {
        double share = wishes == 0 ? 0 : column.getPrefWidth() / wishes;
        features.setColumnWidth(column, Math.max(LEAST * 1.5, Math.floor(left * share)));
      } else if (dragged == null) {
        features.setColumnWidth(column, column.getPrefWidth());
      }
    }
  }

  private static boolean grows(TableColumnBase<?, ?> column) {
    return column instanceof DataColumn<?, ?> typed && typed.grows();
  }
}
