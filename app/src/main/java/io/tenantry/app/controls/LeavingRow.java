package io.tenantry.app.controls;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * A row in which words that are said elsewhere, too, leave before anything is cut, in an order, and
 * come back with the room. Words that are empty take none. UI thread.
 */
public final class LeavingRow extends HBox {
  private final List<Label> leaving;

  /**
   * Creates it.
   *
   * @param leaving which of the parts may leave, the first one before the others
   */
  public LeavingRow(List<Label> leaving, Node... parts) {
    super(parts);
    this.leaving = List.copyOf(leaving);
    for (Label each : this.leaving) {
      each.setMinWidth(USE_PREF_SIZE);
      each.textProperty().subscribe(this::requestLayout);
    }
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    int left = 0;
    while (left < leaving.size() && wanted(left) > getWidth()) {
      left++;
    }
    for (int index = 0; index < leaving.size(); index++) {
      Label each = leaving.get(index);
      boolean stays = stays(each, left);
      if (each.isManaged() != stays) {
        each.setVisible(stays);
        each.setManaged(stays);
      }
    }
    super.layoutChildren();
  }

  /** Returns how wide all of it is when some have left. */
  private double wanted(int left) {
    List<Node> parts =
        getChildren().stream()
            .filter(
                part ->
                    part instanceof Label label && leaving.contains(label)
                        ? stays(label, left)
                        : part.isManaged())
            .toList();
    return snappedLeftInset()
        + parts.stream().mapToDouble(LeavingRow::least).sum()
        + Math.max(0, parts.size() - 1) * snapSpaceX(getSpacing())
        + snappedRightInset();
  }

  private boolean stays(Label part, int left) {
    return leaving.indexOf(part) >= left && !part.getText().isEmpty();
  }

  /** A field that may be narrower than it likes gives first. */
  private static double least(Node part) {
    return part.minWidth(-1);
  }
}
