package io.tenantry.app.screens;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.controls.state.StateMark;
import io.tenantry.app.controls.tables.DataTable;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.util.WaitForAsyncUtils;

/** What lists look like in windows of all sizes: the page is what the shell leaves of them. */
class ListLayoutTest extends ScreenTest {
  /** A window less its side bar, header and status bar. */
  private enum Size {
    LARGE(1240, 826),
    SMALL(848, 486),
    MIDDLE(900, 626);

    private final double width;
    private final double height;

    Size(double width, double height) {
      this.width = width;
      this.height = height;
    }
  }

  @Override
  protected void seed(SeededEngine fresh) {
    fresh.fintech().dedicated("acme", fresh.regions().getFirst().zone()).tenants(40);
    fresh.change("CREATE TABLE cards (id INTEGER PRIMARY KEY)");
    deploy(fresh);
    fresh.run(
        new TenantId("tenant-003"),
        "INSERT INTO users (email, name) VALUES ('other@example.com', 'Ada Lovelace')");
    fresh.change("CREATE UNIQUE INDEX users_name ON users (name)");
    deploy(fresh);
    fresh.project().tenants().suspend(new TenantId("tenant-005"));
    fresh.project().tenants().suspend(new TenantId("tenant-011"));
  }

  private static void deploy(SeededEngine fresh) {
    Deployments deployments = fresh.project().deployments();
    DeploymentId id =
        deployments
            .create(new CreateDeployment(SeededEngine.FINTECH, Optional.empty(), List.of()))
            .jobId();
    try {
      WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> deployments.get(id).status().ended());
    } catch (TimeoutException e) {
      throw new AssertionError("the deployment did not end", e);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"WORKSPACES", "BLUEPRINTS", "DEPLOYMENTS", "TENANTS"})
  void namesAndStatesAreWholeInEveryWindowAlsoAfterItWasSmall(ScreenRoute route) {
    Scene scene = open(route, "");
    await(() -> table() != null && !table().getItems().isEmpty());
    if (route == ScreenRoute.TENANTS) {
      clickOn("tenant-003");
      awaitNode(".tenant-panel .facts");
    }
    for (Size size : List.of(Size.LARGE, Size.SMALL, Size.MIDDLE, Size.LARGE)) {
      resize(size);
      check(route + " " + size);
      Screenshots.take(("list-" + route + "-" + size).toLowerCase(java.util.Locale.ROOT), scene);
    }
  }

  @Test
  void resettingTheColumnsTakesBackWhatWasDraggedAndHidden() {
    open(ScreenRoute.TENANTS, "");
    await(() -> table() != null && !table().getItems().isEmpty());
    resize(Size.LARGE);
    List<Double> before = widths();
    double state = fx(() -> column("status").getWidth());
    run(() -> table().resizeColumn(column("status"), 60.0));
    settle();
    assertThat(widths()).isNotEqualTo(before);
    resize(Size.SMALL);
    resize(Size.LARGE);
    assertThat(fx(() -> column("status").getWidth())).isEqualTo(state + 60);
    run(() -> table().columnLayout().reset());
    settle();

    assertThat(widths()).isEqualTo(before);
  }

  private void resize(Size size) {
    run(
        () -> {
          stage().setWidth(size.width);
          stage().setHeight(size.height);
        });
    settle();
    settle();
  }

  private void check(String where) {
    List<TableColumn<Object, ?>> shown = fx(() -> table().getVisibleLeafColumns());
    assertThat(fx(() -> shown.getFirst().getWidth()))
        .as("name, " + where)
        .isGreaterThanOrEqualTo(160);
    double sum = fx(() -> shown.stream().mapToDouble(TableColumn::getWidth).sum());
    assertThat(sum).as("columns, " + where).isLessThanOrEqualTo(fx(() -> table().getWidth()));
    assertThat(sum).as("columns, " + where).isGreaterThan(fx(() -> table().getWidth()) - 20);
    assertThat(table().lookupAll(".scroll-bar"))
        .as("scroll bars, " + where)
        .map(ScrollBar.class::cast)
        .filteredOn(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible())
        .allMatch(bar -> bar.getHeight() == 0);
    assertThat(table().lookupAll(".column-header"))
        .as("heads, " + where)
        .flatMap(head -> head.lookupAll(".label"))
        .map(Label.class::cast)
        .noneMatch(head -> head.isTextTruncated() && head.getWidth() > 0);
    Set<Node> labels = table().lookupAll(".label");
    assertThat(labels).as("marks, " + where).anyMatch(StateMark.class::isInstance);
    for (Node node : labels) {
      if (node instanceof StateMark mark && mark.getParent() instanceof TableCell<?, ?> cell) {
        double room = cell.getWidth() - cell.snappedLeftInset() - cell.snappedRightInset();
        assertThat(mark.prefWidth(-1)).as(mark.getText() + ", " + where).isLessThanOrEqualTo(room);
      }
    }
  }

  private List<Double> widths() {
    return fx(() -> table().getVisibleLeafColumns().stream().map(TableColumn::getWidth).toList());
  }

  private TableColumn<Object, Object> column(String id) {
    return table().getColumns().stream()
        .filter(column -> column.getId().equals(id))
        .map(ListLayoutTest::any)
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static TableColumn<Object, Object> any(TableColumn<Object, ?> column) {
    return (TableColumn<Object, Object>) column;
  }

  @SuppressWarnings("unchecked")
  private DataTable<Object> table() {
    return (DataTable<Object>) lookup(".data-table").queryAll().stream().findFirst().orElse(null);
  }
}
