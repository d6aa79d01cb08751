package io.tenantry.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.ShellTest;
import io.tenantry.app.fx.Focus;
import io.tenantry.app.looks.Cuts;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.settings.ThemeChoice;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Header, sidebar and status bar, each for itself. */
class WindowPartsTest extends ShellTest {

  @AfterEach
  void restore() {
    push(KeyCode.ESCAPE);
    run(() -> settings().sidebarCollapsedProperty().set(false));
    resize(1440, 900);
  }

  @Test
  void theSidebarFoldsByItselfInANarrowWindowAndUnfoldsAgain() {
    assertThat(sidebarWidth()).isEqualTo(200);
    resize(900, 600);
    assertThat(sidebarWidth()).isEqualTo(52);
    resize(1440, 900);
    assertThat(sidebarWidth()).isEqualTo(200);
    assertThat(settings().sidebarCollapsedProperty().get()).isFalse();
  }

  @Test
  void aFoldedSidebarStaysFoldedInAWideWindow() {
    push(KeyCode.CONTROL, KeyCode.B);
    settle();
    assertThat(sidebarWidth()).isEqualTo(52);
    resize(900, 600);
    resize(1440, 900);
    assertThat(sidebarWidth()).isEqualTo(52);
  }

  @Test
  void aNarrowWindowUnfoldsTheSidebarWhenAsked() {
    resize(900, 600);
    push(KeyCode.CONTROL, KeyCode.B);
    settle();
    assertThat(sidebarWidth()).isEqualTo(200);
    push(KeyCode.CONTROL, KeyCode.B);
    settle();
    assertThat(sidebarWidth()).isEqualTo(52);
    resize(1440, 900);
    assertThat(sidebarWidth()).isEqualTo(200);
  }

  @Test
  void theSidebarCountsWhatIsNotDeployedYet() {
    await(() -> texts(".nav-count").contains("1"));
    NavItem workspaces =
        (NavItem)
            lookup(".nav-item").queryAll().stream()
                .filter(item -> ((NavItem) item).route() == ScreenRoute.WORKSPACES)
                .findFirst()
                .orElseThrow();
    assertThat(fx(workspaces::getAccessibleText)).isEqualTo("Workspaces, 1 change not deployed");
  }

  @Test
  void theHeaderLosesNothingByCuttingIt() {
    for (int width : new int[] {1440, 1100, 1000, 900}) {
      resize(width, 600);
      assertThat(fx(() -> Cuts.in(lookup(".shell-header").<Parent>query())))
          .as("at %d", width)
          .isEmpty();
      assertThat(fx(this::endOfHeader)).isLessThanOrEqualTo(width);
    }
  }

  @Test
  void longNamesLeaveRoomForTheRestOfTheHeader() {
    for (String query : List.of(".connection-name", ".project-name")) {
      Label name = lookup(query).queryAs(Label.class);
      String before = fx(name::getText);
      run(() -> name.setText("Production of the European customers, read by support"));
      for (int width : new int[] {1440, 1000, 900}) {
        resize(width, 600);
        assertThat(fx(this::overlaps)).as("%s at %d", query, width).isEmpty();
      }
      run(() -> name.setText(before));
    }
  }

  @Test
  void everyItemOfTheStatusBarTellsMoreAndGivesItAway() {
    List<Button> items =
        lookup(".status-item").queryAllAs(Button.class).stream()
            .filter(item -> fx(() -> !item.getText().isEmpty()))
            .toList();
    assertThat(items).hasSize(4);
    for (Button item : items) {
      clickOn(item);
      settle();
      assertThat(lookup(".facts-panel").queryAll()).as(item.getText()).hasSize(1);
      Screenshots.take("status-" + items.indexOf(item), scene());
      clickOn(".facts-panel .flyout-head .button");
      String copied = fx(() -> Clipboard.getSystemClipboard().getString());
      assertThat(copied).contains(": ");
      clickOn(item);
      settle();
      assertThat(lookup(".facts-panel").queryAll()).as(item.getText()).isEmpty();
    }
  }

  @Test
  void aFigureOfTheStatusBarThatChangesMovesNoOther() {
    List<Bounds> before = placesOfTheStatusBar();
    assertThat(before).hasSize(5);
    project()
        .tenants()
        .createMany(
            new CreateTenants(
                IntStream.range(0, 100).mapToObj("more-%02d"::formatted).toList(),
                List.of(TenantDatabaseRequest.shared(SeededEngine.FINTECH))));
    askEngine();
    await(() -> lookup("106 tenants").tryQuery().isPresent());
    assertThat(placesOfTheStatusBar()).isEqualTo(before);
  }

  private List<Bounds> placesOfTheStatusBar() {
    return fx(
        () -> {
          scene().getRoot().applyCss();
          scene().getRoot().layout();
          return lookup(".status-item").queryAll().stream()
              .map(item -> item.localToScene(item.getLayoutBounds()))
              .toList();
        });
  }

  @Test
  void theKeysAreShownByAClickInTheStatusBar() {
    clickOn("Keys");
    settle();
    assertThat(lookup(".key-list").queryAll()).isNotEmpty();
  }

  @Test
  void theSearchInTheHeaderOpensThePaletteByKey() {
    Button search = lookup(".search-button").queryButton();
    run(() -> Focus.show(search));
    push(KeyCode.SPACE);
    settle();
    assertThat(lookup(".palette").queryAll()).hasSize(1);
  }

  @Test
  void thePaletteShowsItsRowsWholeAndWithoutScrollBarWhenTheyFit() {
    go(ScreenRoute.TENANTS);
    push(KeyCode.CONTROL, KeyCode.K);
    settle();
    List<Label> words = List.copyOf(lookup(".palette .list-cell .label").queryAllAs(Label.class));
    assertThat(words).isNotEmpty().noneMatch(label -> fx(label::isTextTruncated));
    for (String typed : List.of("tenant-003", "theme: high")) {
      run(() -> lookup(".palette-input").queryTextInputControl().setText(typed));
      awaitIdle();
      await(() -> shownEntries().anyMatch(cell -> true) && shownEntries().count() < 11);
      assertThat(lookup(".palette .scroll-bar").match(Node::isVisible).queryAll()).isEmpty();
    }
    push(KeyCode.ENTER);
    settle();
    assertThat(fx(() -> settings().themeProperty().get())).isEqualTo(ThemeChoice.HIGH_CONTRAST);
    run(() -> settings().themeProperty().set(ThemeChoice.LIGHT));
  }

  private Stream<Node> shownEntries() {
    return lookup(".palette .list-cell:filled").match(Node::isVisible).queryAll().stream();
  }

  @Test
  void theButtonOfJobsSaysThatNothingRuns() {
    clickOn(".jobs-button");
    settle();
    assertThat(lookup("Nothing runs in the background.").queryAll()).isNotEmpty();
  }

  private double sidebarWidth() {
    return fx(() -> lookup(".sidebar").queryAs(Sidebar.class).getWidth());
  }

  private List<String> texts(String query) {
    return lookup(query).queryAllAs(Label.class).stream().map(Labeled::getText).toList();
  }

  private List<Double> overlaps() {
    List<Bounds> parts =
        lookup(".shell-header > *").queryAll().stream()
            .map(part -> part.localToScene(part.getLayoutBounds()))
            .sorted(Comparator.comparing(Bounds::getMinX))
            .toList();
    return IntStream.range(1, parts.size())
        .mapToObj(index -> parts.get(index - 1).getMaxX() - parts.get(index).getMinX())
        .filter(overlap -> overlap > 0)
        .toList();
  }

  private double endOfHeader() {
    return lookup(".header-part").queryAll().stream()
        .mapToDouble(part -> part.localToScene(part.getLayoutBounds()).getMaxX())
        .max()
        .orElseThrow();
  }
}
