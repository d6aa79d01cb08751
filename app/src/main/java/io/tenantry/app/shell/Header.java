package io.tenantry.app.shell;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.projects.ProjectSwitcher;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Top of the window: which engine, which project, search, jobs, notices, theme. When it gets
 * narrow, it leaves out the project's name, the latency, the keys of the search, the words of the
 * guard and the name of the program, in this order. UI thread.
 */
final class Header extends Pane {
  private static final double GAP = 8;
  private static final double SEARCH_MOST = 420;

  private final HBox left;
  private final SearchButton search;
  private final HBox right;
  private final List<Consumer<Boolean>> optional;

  Header(
      ConnectionSwitcher connection,
      GuardChip guard,
      ProjectSwitcher projects,
      SearchButton search,
      Node... buttons) {
    this.search = search;
    getStyleClass().add("shell-header");
    Label name = Labels.body("Tenantry");
    name.getStyleClass().add("brand-name");
    HBox brand = new HBox(new BrandMark(), name);
    brand.getStyleClass().add("brand");
    Region line = new Region();
    line.getStyleClass().add("header-separator");
    left = new HBox(brand, connection, guard, line, projects);
    left.getStyleClass().add("header-part");
    right = new HBox(buttons);
    right.getStyleClass().add("header-part");
    getChildren().addAll(left, search, right);
    optional =
        List.of(
            projects::showName,
            connection::showLatency,
            search::showKeys,
            guard::showWords,
            hasRoom -> show(name, hasRoom),
            search::showWords);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    fit();
    double from = snappedLeftInset();
    double to = getWidth() - snappedRightInset();
    double leftEnd = place(left, from, left.prefWidth(-1));
    double rightStart = to - right.prefWidth(-1);
    place(right, rightStart, right.prefWidth(-1));
    double free = rightStart - leftEnd - 2 * GAP;
    double width = Math.clamp(free, search.prefWidth(-1), SEARCH_MOST);
    double middle = (getWidth() - width) / 2;
    double most = rightStart - GAP - width;
    place(search, Math.min(Math.max(middle, leftEnd + GAP), most), width);
  }

  /** Leaves out as little as has to be. */
  private void fit() {
    for (int out = 0; out <= optional.size(); out++) {
      for (int index = 0; index < optional.size(); index++) {
        optional.get(index).accept(index >= out);
      }
      if (wanted() <= getWidth()) {
        return;
      }
    }
  }

  private double wanted() {
    double insets = snappedLeftInset() + snappedRightInset();
    double parts = left.prefWidth(-1) + search.prefWidth(-1) + right.prefWidth(-1);
    return insets + parts + 2 * GAP;
  }

  private double place(Node part, double x, double width) {
    double height = part.prefHeight(width);
    part.resizeRelocate(
        snapPositionX(x), snapPositionY((getHeight() - height) / 2), snapSizeX(width), height);
    return x + width;
  }

  private static void show(Node node, boolean isShown) {
    node.setVisible(isShown);
    node.setManaged(isShown);
  }
}
