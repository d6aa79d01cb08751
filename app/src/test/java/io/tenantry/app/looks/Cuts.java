package io.tenantry.app.looks;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.text.Text;

/**
 * Finds words that are cut where they must not be. In rows only what may be long is cut: names and
 * values, with the whole in a tooltip; everything else is whole.
 */
public final class Cuts {
  private static final List<String> WHOLE_IN_ROWS =
      List.of(
          "chip",
          "state-dot",
          "count",
          "text-page-title",
          "text-heading",
          "key-cap",
          "avatar",
          "meter-words");

  private final List<String> cut = new ArrayList<>();
  private final boolean besideColumns;

  private Cuts(boolean besideColumns) {
    this.besideColumns = besideColumns;
  }

  /** Returns what is cut below a node. */
  public static List<String> in(Parent root) {
    return walked(new Cuts(false), root);
  }

  /** Returns what is cut below a node, but for what columns cut, whose widths do not scale. */
  static List<String> besideColumns(Parent root) {
    return walked(new Cuts(true), root);
  }

  private static List<String> walked(Cuts cuts, Parent root) {
    cuts.walk(root, false);
    return cuts.cut;
  }

  private void walk(Node node, boolean inRow) {
    if (!node.isVisible() || besideColumns && node instanceof TableColumnHeader) {
      return;
    }
    if (node instanceof Labeled labeled
        && labeled.isTextTruncated()
        && mustBeWhole(labeled, inRow)) {
      cut.add(labeled.getText() + " " + labeled.getStyleClass());
    }
    if (!besideColumns
        && node instanceof Labeled labeled
        && isWholeInRows(labeled)
        && leavesItsCell(labeled)) {
      cut.add("at the end of its cell: " + labeled.getText());
    }
    if (node instanceof TextField field && field.getText().isEmpty() && promptIsCut(field)) {
      cut.add("prompt: " + field.getPromptText());
    }
    if (node instanceof Parent parent) {
      boolean row = inRow || node instanceof IndexedCell<?>;
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, row));
    }
  }

  private static boolean mustBeWhole(Labeled labeled, boolean inRow) {
    if (labeled.getStyleClass().contains("share-part") || labeled instanceof IndexedCell<?>) {
      return false;
    }
    boolean isName = labeled instanceof Label label && mayBeLong(label);
    return labeled instanceof Button || !isName && (!inRow || isWholeInRows(labeled));
  }

  /** Paths, ids and addresses are as long as the user's machine makes them. */
  private static boolean mayBeLong(Label label) {
    return label.getStyleClass().contains("text-mono");
  }

  private static boolean isWholeInRows(Labeled labeled) {
    return labeled.getStyleClass().stream().anyMatch(WHOLE_IN_ROWS::contains);
  }

  /** A cell that is too narrow for what lies in it cuts it off without a sign. */
  private static boolean leavesItsCell(Labeled labeled) {
    for (Node above = labeled.getParent(); above != null; above = above.getParent()) {
      if (above instanceof TableCell<?, ?> cell) {
        Bounds inCell = cell.sceneToLocal(labeled.localToScene(labeled.getLayoutBounds()));
        return inCell.getMaxX() > cell.getWidth() + 1;
      }
    }
    return false;
  }

  private static boolean promptIsCut(TextField field) {
    return field.lookupAll(".text").stream()
        .filter(node -> node instanceof Text text && text.getText().equals(field.getPromptText()))
        .anyMatch(
            prompt ->
                !field.getPromptText().isEmpty()
                    && prompt.getLayoutBounds().getWidth()
                        > prompt.getParent().getLayoutBounds().getWidth());
  }
}
