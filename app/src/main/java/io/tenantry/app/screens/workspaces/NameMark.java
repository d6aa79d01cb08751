package io.tenantry.app.screens.workspaces;

import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.controls.tables.CellNode;
import io.tenantry.app.text.Text;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** The name of a workspace in the list, with a mark when edits wait in its grid. UI thread. */
final class NameMark implements CellNode.Brush<ListedWorkspace> {
  private final Node mark = Icons.of(Icon.EDIT, "icon-small");
  private final Label label = new Label();
  private final Tooltip words = new Tooltip(Text.of("workspaces.staged"));

  NameMark() {
    label.getStyleClass().add("row-name");
    mark.getStyleClass().add("icon-warning");
    label.setContentDisplay(ContentDisplay.RIGHT);
  }

  @Override
  public Node draw(ListedWorkspace row) {
    label.setText(row.name());
    label.setGraphic(row.staged() ? mark : null);
    label.setTooltip(row.staged() ? words : null);
    label.setAccessibleText(
        row.staged() ? row.name() + ", " + Text.of("workspaces.staged") : row.name());
    return label;
  }
}
