package io.tenantry.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ShellTest;
import io.tenantry.app.looks.Cuts;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageHeadTest extends ShellTest {

  @AfterEach
  void restore() {
    resize(1440, 900);
  }

  @ParameterizedTest
  @EnumSource
  void nothingInTheHeadIsCutInASmallWindow(ScreenRoute route) {
    go(route);
    for (double[] size : new double[][] {{900, 600}, {1100, 700}, {1440, 900}, {900, 600}}) {
      resize(size[0], size[1]);
      assertThat(fx(() -> Cuts.in((Parent) head()))).as("%s at %s", route, size[0]).isEmpty();
      assertThat(fx(this::overlaps)).as("%s at %s", route, size[0]).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void allHeadsStandAtOnePlace(ScreenRoute route) {
    go(ScreenRoute.SETTINGS);
    Bounds first = fx(() -> head().localToScene(head().getLayoutBounds()));
    go(route);
    assertThat(fx(() -> head().localToScene(head().getLayoutBounds()))).isEqualTo(first);
    assertThat(first.getHeight()).isEqualTo(56);
  }

  @Test
  void theTitleIsTheLastCrumbAndTheOthersLeadUp() {
    go(ScreenRoute.QUERY); // its tabs stand in place of the title
    go(ScreenRoute.DIFF, "fintech");
    assertThat(fx(() -> title())).isEqualTo("Changes");
    clickOn(from(lookup(".crumbs")).lookup("fintech").queryAs(Node.class));
    awaitIdle();
    assertThat(place()).isEqualTo(new Place(ScreenRoute.WORKSPACE, "fintech"));
    clickOn(".crumbs .hyperlink");
    awaitIdle();
    assertThat(place()).isEqualTo(Place.of(ScreenRoute.WORKSPACES));
  }

  @Test
  void aPartThatIsLookedAtIsNoNameOfAPage() {
    go(ScreenRoute.WORKSPACE, "fintech/transactions");
    assertThat(fx(() -> title())).isEqualTo("fintech");
    assertThat(lookup(".table-name, .text-title").queryAll()).isNotNull();
  }

  @Test
  void actionsWithoutRoomAreInTheMenuAndWork() {
    go(ScreenRoute.BLUEPRINT, "fintech");
    resize(900, 600);
    List<String> shown = fx(this::buttons);
    resize(1440, 900);
    List<String> all = fx(this::buttons);
    assertThat(all).containsAll(shown);
    run(() -> ((javafx.scene.layout.Region) head()).setMaxWidth(430));
    settle();
    List<String> few = fx(this::buttons);
    assertThat(few).hasSizeLessThan(all.size()).contains(all.getLast());
    clickOn(".more-button");
    settle();
    List<String> menu = fx(PageHeadTest::menu);
    run(() -> ((javafx.scene.layout.Region) head()).setMaxWidth(Double.MAX_VALUE));
    List<String> both = new ArrayList<>(menu);
    both.addAll(few);
    assertThat(both).containsAll(all);
  }

  private static List<String> menu() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .flatMap(window -> ((ContextMenu) window).getItems().stream())
        .map(MenuItem::getText)
        .toList();
  }

  private List<String> buttons() {
    return lookup(".page-actions .button").queryAll().stream()
        .filter(Node::isVisible)
        .map(node -> ((Labeled) node).getText())
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** Parts of the head that lie on each other, or beyond its end. */
  private List<String> overlaps() {
    List<Node> parts =
        ((Parent) head())
            .getChildrenUnmodifiable().stream()
                .filter(
                    part ->
                        part.isManaged()
                            && part.isVisible()
                            && part.getLayoutBounds().getWidth() > 0)
                .toList();
    List<String> wrong = new ArrayList<>();
    double end = Double.NEGATIVE_INFINITY;
    for (Node part : parts) {
      Bounds bounds = part.getBoundsInParent();
      if (bounds.getMinX() < end - 1) {
        wrong.add(part + " lies on the one before");
      }
      end = bounds.getMinX() + part.getLayoutBounds().getWidth();
    }
    if (end > head().getLayoutBounds().getWidth()) {
      wrong.add("beyond the end");
    }
    return wrong;
  }

  private String title() {
    return lookup(".text-page-title").queryAs(Label.class).getText();
  }

  private Place place() {
    return fx(() -> navigator().current().get());
  }

  private Node head() {
    return scene().getRoot().lookup(".page-head");
  }
}
