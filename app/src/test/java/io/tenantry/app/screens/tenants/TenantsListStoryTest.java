package io.tenantry.app.screens.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.controls.state.StateMark;
import io.tenantry.app.controls.tables.DataTable;
import io.tenantry.app.controls.tables.Seen;
import io.tenantry.app.fx.Command;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A long list by mouse and keyboard. */
class TenantsListStoryTest extends ScreenTest {
  private static final int ALL = 900;

  @Override
  protected void seed(SeededEngine fresh) {
    fresh.fintech().empty("acme", 300).empty("hooli", 300).empty("stark", 300);
  }

  @BeforeEach
  void openFresh() {
    show("");
    run(
        () -> {
          field().clear();
          table().getSortOrder().clear();
        });
    await(() -> table().getItems().size() == ALL && rowsSeen());
    run(() -> table().requestFocus());
    push(KeyCode.ESCAPE);
    push(KeyCode.HOME);
    push(KeyCode.ESCAPE);
  }

  @Test
  void theThumbIsTheWholeListAndAnyPlaceIsReached() {
    ScrollBar bar = bar();
    assertThat(bar.getVisibleAmount() / (bar.getMax() - bar.getMin())).isLessThan(0.06);
    run(() -> bar.setValue(0.5));
    await(() -> seen().first() > 400 && rowsSeen());
    run(() -> bar.setValue(1));
    await(() -> seen().last() == ALL - 1 && rowsSeen());
  }

  @Test
  void keysGoToTheEndPageByPageAndBack() {
    push(KeyCode.END);
    await(() -> seen().last() == ALL - 1 && rowsSeen());
    assertThat(selected()).isEqualTo("stark-0299");
    int length = seen().last() - seen().first();
    push(KeyCode.PAGE_UP);
    await(this::rowsSeen);
    assertThat(fx(() -> table().port().cursor())).isBetween(ALL - 1 - length, ALL - length + 1);
    push(KeyCode.HOME);
    await(() -> seen().first() == 0);
    assertThat(selected()).isEqualTo("acme-0000");
  }

  @Test
  void thereAndBackAgainBeforeAnythingIsDrawnLeavesNoRowOut() {
    run(() -> table().port().reveal(500));
    await(() -> seen().first() == 500 && rowsSeen());
    run(
        () -> {
          table().port().reveal(0);
          table().port().reveal(500);
        });
    settle();
    await(() -> seen().first() == 500 && rowsSeen());
  }

  @Test
  void typingLeadsToANameFarAway() {
    run(() -> "stark-02".chars().forEach(letter -> typed((char) letter)));
    await(() -> rowsSeen() && "stark-0200".equals(selected()));
  }

  private void typed(char letter) {
    String text = String.valueOf(letter);
    Event.fireEvent(
        table(),
        new KeyEvent(KeyEvent.KEY_TYPED, text, "", KeyCode.UNDEFINED, false, false, false, false));
  }

  @Test
  void rowsAreSelectedWithoutAMouse() {
    push(KeyCode.DOWN);
    assertThat(selected()).isEqualTo("acme-0001");
    push(KeyCode.SHIFT, KeyCode.DOWN);
    push(KeyCode.SHIFT, KeyCode.DOWN);
    assertThat(selected()).isEqualTo("3 selected");
    push(KeyCode.CONTROL, KeyCode.DOWN);
    push(KeyCode.CONTROL, KeyCode.DOWN);
    push(KeyCode.SPACE);
    assertThat(selected()).isEqualTo("4 selected");
    push(KeyCode.SPACE);
    assertThat(selected()).isEqualTo("3 selected");
    push(KeyCode.CONTROL, KeyCode.A);
    assertThat(selected()).isEqualTo("All 900 selected");
    push(KeyCode.ESCAPE);
    assertThat(selected()).isEmpty();
  }

  @Test
  void theKeysOfTheListAreListedAlsoWhileNothingIsSelected() {
    assertThat(selected()).isEmpty();
    assertThat(fx(() -> shown().commands()))
        .extracting(Command::keys)
        .contains("Delete", "Shortcut+A", "Space", "Shift+Space", "Esc");
    assertThat(fx(() -> shown().commands()))
        .filteredOn(command -> command.keys().equals("Delete"))
        .noneMatch(Command::isPossible);
    clickOn("acme-0001");
    assertThat(fx(() -> shown().commands()))
        .filteredOn(command -> command.keys().equals("Delete"))
        .hasSize(1)
        .allMatch(Command::isPossible);
  }

  @Test
  void aSpanReachesOverRowsThatWereNeverSeen() {
    push(KeyCode.DOWN);
    push(KeyCode.SHIFT, KeyCode.END);
    await(() -> "899 selected".equals(selected()));
    clickOn("Select all 900 matching");
    assertThat(selected()).isEqualTo("All 900 selected");
  }

  @Test
  void clicksAddAndSpan() {
    clickOn("acme-0002");
    press("acme-0005", false, true);
    assertThat(selected()).isEqualTo("2 selected");
    press("acme-0008", true, false);
    assertThat(selected()).isEqualTo("4 selected");
    clickOn("acme-0003");
    assertThat(selected()).isEqualTo("acme-0003");
  }

  @Test
  void aRightClickOnEmptySpaceGivesTheTableItsOwnMenu() {
    run(() -> field().setText("acme-0001"));
    await(() -> table().getItems().size() == 1 && rowsSeen());
    run(() -> field().setText("nobody"));
    await(() -> table().getItems().isEmpty());
    Bounds place = fx(() -> table().localToScreen(table().getLayoutBounds()));
    moveTo(place.getCenterX(), place.getMaxY() - 20).clickOn(MouseButton.SECONDARY);
    assertThat(menu()).contains("Select all", "Clear filter", "Columns").doesNotContain("Suspend");
  }

  @Test
  void theMenuOfARowSelectsItAndEndsInWhatDestroys() {
    clickOn("acme-0001");
    rightClickOn("acme-0004");
    assertThat(selected()).isEqualTo("acme-0004");
    assertThat(menu())
        .startsWith("Open tenant", "Details", "Query", "Back up", "Deploy…", "Move…", "Suspend")
        .endsWith("Move to trash");
  }

  @Test
  void filterOrderAndSelectionComeBack() {
    run(() -> table().getSortOrder().setAll(table().getColumns().subList(4, 5)));
    run(() -> field().setText("hooli"));
    await(() -> table().getItems().size() == 300 && rowsSeen() && isIdle());
    push(KeyCode.END);
    await(() -> "hooli-0299".equals(selected()));

    show("");
    await(() -> "hooli-0299".equals(selected()) && rowsSeen());
    assertThat(fx(() -> field().getText())).isEqualTo("hooli");
    assertThat(fx(() -> table().getSortOrder().getFirst().getId())).isEqualTo("created");
    assertThat(seen().last()).isEqualTo(299);
  }

  @Test
  void aLinkArrivesAsAFilterThatOneClickTakesAway() {
    show("blueprint:fintech state:suspended");
    await(() -> table().getItems().isEmpty());
    clickOn(".filter-chip");
    await(() -> "state:suspended".equals(field().getText()));
    clickOn("Clear filter");
    await(() -> table().getItems().size() == ALL);
  }

  @Test
  void theFilterSaysWhatCouldBeTyped() {
    clickOn(".filter-field");
    write("state:susp");
    awaitNode(".completion-list");
    push(KeyCode.TAB);
    await(() -> "state:suspended ".equals(field().getText()));
    push(KeyCode.ESCAPE);
    await(() -> field().getText().isEmpty());
  }

  @Test
  void detailsOpenBesideTheListAndClose() {
    run(() -> stage().setWidth(800));
    clickOn("acme-0001");
    run(
        () ->
            shown().commands().stream()
                .filter(each -> each.title().equals("Details"))
                .findFirst()
                .orElseThrow()
                .run()
                .run());
    awaitNode(".tenant-panel .code-pane");
    run(() -> panelButton("Close the panel").fire());
    await(() -> !lookup(".list-panel").query().isVisible());
    run(() -> stage().setWidth(1440));
  }

  @Test
  void enterOpensThePageAndSoDoesThePanel() {
    clickOn("acme-0001");
    push(KeyCode.ENTER);
    await(() -> place().equals(new Place(ScreenRoute.TENANT, "acme-0001")));
    clickOn("acme-0002");
    await(() -> "Ready".equals(panelState()));
    run(() -> panelButton("Open tenant").fire());
    await(() -> place().equals(new Place(ScreenRoute.TENANT, "acme-0002")));
  }

  private Button panelButton(String name) {
    return lookup(".list-panel .icon-button").queryAllAs(Button.class).stream()
        .filter(each -> name.equals(each.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thePanelSaysWhereItsTenantStandsNow() {
    TenantId tenant = new TenantId("acme-0007");
    clickOn("acme-0007");
    await(() -> "Ready".equals(panelState()));
    engine.project().tenants().suspend(tenant);
    reload();
    await(() -> "Suspended".equals(panelState()));
    engine.project().tenants().resume(tenant);
    reload();
    await(() -> "Ready".equals(panelState()));
    push(KeyCode.SHIFT, KeyCode.DOWN);
    awaitNode("2 tenants selected");
  }

  @Test
  void whatGoesToTheTrashOrComesBackIsNeitherSelectedNorShownBesideTheList() {
    TenantId tenant = new TenantId("acme-0009");
    clickOn("acme-0009");
    await(() -> "Ready".equals(panelState()));
    engine.project().tenants().delete(tenant, false);
    reload();
    await(() -> selected().isEmpty() && panelState().isEmpty());
    run(() -> field().setText("state:deleted"));
    await(() -> table().getItems().size() == 1 && rowsSeen());
    push(KeyCode.CONTROL, KeyCode.A);
    clickOn("acme-0009");
    await(() -> "acme-0009".equals(selected()));
    engine.project().tenants().restore(tenant);
    reload();
    await(() -> selected().isEmpty() && table().getItems().isEmpty());
    run(() -> field().clear());
    await(() -> table().getItems().size() == ALL && rowsSeen());
    assertThat(selected()).isEmpty();
  }

  private void reload() {
    run(
        () ->
            lookup(".button").queryAllAs(Button.class).stream()
                .filter(button -> "Refresh".equals(button.getAccessibleText()))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  private String panelState() {
    return fx(
        () ->
            lookup(".tenant-panel .facts").queryAll().stream()
                .flatMap(facts -> facts.lookupAll(".label").stream())
                .filter(StateMark.class::isInstance)
                .map(mark -> ((StateMark) mark).getText())
                .findFirst()
                .orElse(""));
  }

  /** The robot's clicks have no modifiers on the headless platform. */
  private void press(String name, boolean shift, boolean control) {
    Node cell = lookup(name).query();
    run(
        () ->
            Event.fireEvent(
                cell,
                new MouseEvent(
                    MouseEvent.MOUSE_PRESSED,
                    0,
                    0,
                    0,
                    0,
                    MouseButton.PRIMARY,
                    1,
                    shift,
                    control,
                    false,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    true,
                    new PickResult(cell, 0, 0))));
  }

  private void show(String subject) {
    open(ScreenRoute.TENANTS, subject);
    await(() -> lookup(".data-table").tryQuery().isPresent());
  }

  private List<String> menu() {
    return fx(
        () ->
            Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .flatMap(menu -> menu.getItems().stream())
                .map(MenuItem::getText)
                .filter(text -> text != null)
                .toList());
  }

  /** What the bar of the selection says, or nothing. */
  private String selected() {
    return fx(
        () ->
            lookup(".selection-bar > .label").queryAll().stream()
                .filter(label -> label.getParent().isVisible())
                .findFirst()
                .map(label -> ((Label) label).getText())
                .orElse(""));
  }

  private Seen seen() {
    return fx(() -> table().port().seen().orElse(new Seen(-1, -1)));
  }

  private boolean rowsSeen() {
    Optional<Seen> seen = table().port().seen();
    return seen.isPresent()
        && seen.get().last() < table().getItems().size()
        && table().getItems().subList(seen.get().first(), seen.get().last() + 1).stream()
            .allMatch(row -> row != null);
  }

  private ScrollBar bar() {
    return table().lookupAll(".scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .filter(bar -> bar.getOrientation() == Orientation.VERTICAL && bar.isVisible())
        .findFirst()
        .orElseThrow();
  }

  private TextField field() {
    return lookup(".filter-field").query();
  }

  @SuppressWarnings("unchecked")
  private DataTable<ListedTenant> table() {
    return (DataTable<ListedTenant>) lookup(".data-table").query();
  }
}
