package io.tenantry.app.controls.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.controls.grid.GridData.Column;
import io.tenantry.app.controls.grid.GridData.Role;
import io.tenantry.app.tasks.FxTaskRunner;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultGridTest extends FxTest {
  private FxTaskRunner tasks;
  private ResultGrid grid;
  private CompactRows rows;
  private int tenant;
  private int number;

  @BeforeEach
  void openGrid() {
    tasks = new FxTaskRunner();
    rows = new CompactRows(1L << 30);
    tenant = rows.add(new Column("tenant", "TEXT", Role.TENANT));
    number = rows.add(new Column("n", "INTEGER"));
    add(0, 20);
    grid =
        fx(
            () ->
                new ResultGrid(
                    (work, then) -> tasks.call("arrange", work::get).onSuccess(then).start()));
    show(grid);
    run(() -> grid.show(rows));
    settle();
  }

  @AfterEach
  void closeTasks() {
    tasks.close();
  }

  @Test
  void rowsAndColumnsThatComeLaterAreShownWithoutLosingTheSelection() {
    run(() -> table().getSelectionModel().clearAndSelect(3, column(1)));
    add(20, 50);

    run(grid::grew);

    assertThat(fx(grid::shownRows)).isEqualTo(50);
    assertThat(fx(() -> table().getSelectionModel().isSelected(3, column(1)))).isTrue();
    rows.add(new Column("late", "TEXT"));
    run(grid::grew);
    assertThat(fx(() -> table().getColumns().size())).isEqualTo(3);
  }

  @Test
  void theFrameEndsWithTheLastRowAlsoAboveABarToScrollSideways() {
    assertThat(roomBelowRows()).isBetween(0.0, 2.0);
    for (int more = 0; more < 6; more++) {
      rows.add(new Column("a_column_with_a_long_name".repeat(3) + more, "TEXT"));
    }
    run(grid::grew);
    settle();
    ScrollBar bar =
        table().lookupAll(".scroll-bar").stream()
            .map(ScrollBar.class::cast)
            .filter(each -> each.getOrientation() == Orientation.HORIZONTAL && each.isVisible())
            .findFirst()
            .orElseThrow();
    assertThat(roomBelowRows()).isBetween(bar.getHeight(), bar.getHeight() + 2);
  }

  private double roomBelowRows() {
    return fx(
        () -> {
          grid.applyCss();
          grid.layout();
          Region frame = (Region) grid.lookup(".round-frame");
          Region head = (Region) grid.lookup(".column-header-background");
          return frame.getHeight() - head.getHeight() - 20 * table().getFixedCellSize();
        });
  }

  @Test
  void aSelectionSaysHowManyCellsAndTheirSum() {
    run(() -> table().getSelectionModel().selectRange(0, column(1), 4, column(1)));
    assertThat(words()).isEqualTo("5 cells, sum 10");

    run(() -> table().getSelectionModel().selectAll());
    assertThat(words()).isEqualTo("40 cells, sum 190");

    run(() -> table().getSelectionModel().clearAndSelect(0, column(1)));
    assertThat(words()).isEmpty();
  }

  @Test
  void selectingAllOfALargeAnswerMakesNoObjectPerCell() {
    add(20, 1_000_000);
    run(grid::grew);

    run(() -> table().getSelectionModel().selectAll());

    assertThat(words()).isEqualTo("2,000,000 cells");
    assertThat(fx(() -> table().getSelectionModel().isSelected(999_999, column(0)))).isTrue();
    assertThat(fx(() -> table().getSelectionModel().getSelectedIndices().size()))
        .isEqualTo(1_000_000);
    assertThat(fx(() -> table().getSelectionModel().getSelectedItems().getLast()))
        .isEqualTo(999_999);
  }

  @Test
  void aCellCanBeTakenOutOfASelection() {
    run(() -> table().getSelectionModel().selectRange(0, column(0), 2, column(1)));

    run(() -> table().getSelectionModel().clearSelection(1, column(1)));

    assertThat(words()).isEqualTo("5 cells, sum 2");
    assertThat(fx(() -> table().getSelectionModel().isSelected(1, column(1)))).isFalse();
    assertThat(fx(() -> table().getSelectionModel().isSelected(1, column(0)))).isTrue();
  }

  @Test
  void keysMoveAndExtendTheSelection() {
    run(() -> table().getSelectionModel().clearAndSelect(2, column(1)));
    run(table()::requestFocus);

    push(KeyCode.DOWN);
    assertThat(fx(() -> table().getSelectionModel().isSelected(3, column(1)))).isTrue();
    push(KeyCode.SHIFT, KeyCode.DOWN);
    push(KeyCode.SHIFT, KeyCode.DOWN);
    assertThat(words()).isEqualTo("3 cells, sum 12");
    push(KeyCode.CONTROL, KeyCode.A);
    assertThat(words()).isEqualTo("40 cells, sum 190");
  }

  @Test
  void onlyTheSelectedCellsAreCopied() {
    run(() -> table().getSelectionModel().selectRange(1, column(1), 2, column(1)));
    run(table()::requestFocus);

    push(KeyCode.CONTROL, KeyCode.C);

    assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("1\n2\n");
  }

  @Test
  void manyRowsAreSortedOffTheUiThread() {
    add(20, 8_000);
    run(grid::grew);

    run(
        () -> {
          column(1).setSortType(TableColumn.SortType.DESCENDING);
          table().getSortOrder().setAll(List.of(column(1)));
        });

    await(() -> table().getItems().get(0) == 7_999);
    run(() -> grid.filter("t77"));
    await(() -> grid.shownRows() == 111);
    assertThat(fx(() -> rows.value(table().getItems().get(0), number))).isEqualTo(7_799L);
  }

  @Test
  void rowsThatComeWhileAFilterIsSetAreFilteredToo() {
    run(() -> grid.filter("t1"));
    assertThat(fx(grid::shownRows)).isEqualTo(11);

    add(20, 200);
    run(grid::grew);

    assertThat(fx(grid::shownRows)).isEqualTo(111);
  }

  @Test
  void theTenantStaysInSightWhenTheGridIsScrolledSideways() {
    for (int more = 0; more < 20; more++) {
      rows.add(new Column("wide column number " + more, "TEXT"));
    }
    run(grid::grew);
    settle();
    Label pinned = (Label) lookup(".pinned-tenant").query();
    assertThat(pinned.isVisible()).isFalse();

    run(() -> horizontalBar().setValue(700));
    settle();

    Label first =
        lookup(".pinned-tenant").queryAllAs(Label.class).stream()
            .filter(Node::isVisible)
            .findFirst()
            .orElseThrow();
    assertThat(first.getText()).startsWith("t");
    double left = fx(() -> first.localToScene(0, 0).getX() - grid.localToScene(0, 0).getX());
    assertThat(left).isBetween(0.0, 3.0);
    clickOn(first);
    assertThat(fx(() -> table().getSelectionModel().getSelectedCells().size())).isEqualTo(1);
  }

  private void add(int from, int to) {
    for (int row = from; row < to; row++) {
      rows.begin();
      rows.set(tenant, "t" + row);
      rows.set(number, (long) row);
      rows.end();
    }
    rows.publish();
  }

  private String words() {
    return fx(() -> grid.selectionWords().get());
  }

  private TableView<Integer> table() {
    return grid.table();
  }

  private TableColumn<Integer, ?> column(int place) {
    return table().getVisibleLeafColumn(place);
  }

  private ScrollBar horizontalBar() {
    return table().lookupAll(".scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .filter(bar -> bar.getOrientation() == javafx.geometry.Orientation.HORIZONTAL)
        .findFirst()
        .orElseThrow();
  }
}
