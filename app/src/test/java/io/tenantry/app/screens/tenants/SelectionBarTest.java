package io.tenantry.app.screens.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.controls.Aging;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be done with selected tenants follows where they stand; the trash is within reach. */
class SelectionBarTest extends ScreenTest {
  private static final TenantId FIRST = new TenantId("tenant-001");

  @Override
  protected void seed(SeededEngine fresh) {
    fresh.fintech().tenants(4);
    fresh.project().tenants().delete(new TenantId("tenant-004"), false);
  }

  @BeforeEach
  void openAll() {
    open(ScreenRoute.TENANTS, "");
    run(() -> ((TextField) lookup(".filter-field").query()).clear());
    await(() -> lookup(".data-table").queryTableView().getItems().size() == 3 && isIdle());
  }

  @Test
  void anActionLeavesTheBarWithWhatComesNext() {
    clickOn("tenant-001");
    assertThat(verbs())
        .containsExactlyInAnyOrder(
            "Open tenant",
            "Details",
            "Query",
            "Back up",
            "Deploy…",
            "Move…",
            "Suspend",
            "Move to trash");
    engine.project().tenants().suspend(FIRST);
    refresh();
    await(() -> verbs().contains("Resume"));
    assertThat(verbs())
        .containsExactlyInAnyOrder(
            "Open tenant", "Details", "Back up", "Deploy…", "Resume", "Move to trash");
    awaitNode("Suspended: no queries until it is resumed");
    engine.project().tenants().resume(FIRST);
    refresh();
    await(() -> verbs().contains("Suspend"));
  }

  @Test
  void allTogetherTakeOnlyWhatOneOfThemTakes() {
    run(() -> lookup(".data-table").queryTableView().requestFocus());
    push(KeyCode.CONTROL, KeyCode.A);
    assertThat(verbs())
        .containsExactlyInAnyOrder("Back up", "Deploy…", "Move…", "Suspend", "Move to trash");
  }

  @Test
  void eachActionSaysForHowManyOfThemItIs() {
    engine.project().tenants().suspend(FIRST);
    refresh();
    await(() -> isIdle());
    run(() -> lookup(".data-table").queryTableView().requestFocus());
    push(KeyCode.CONTROL, KeyCode.A);
    await(() -> verbs().contains("Suspend 2 of 3"));
    assertThat(verbs())
        .containsExactlyInAnyOrder(
            "Back up",
            "Deploy…",
            "Move… 2 of 3",
            "Suspend 2 of 3",
            "Resume 1 of 3",
            "Move to trash");
    engine.project().tenants().resume(FIRST);
  }

  @Test
  void ofAListThatIsNotHereTheEngineIsAsked() {
    engine.empty("many", 600);
    engine.project().tenants().suspend(new TenantId("many-0599"));
    refresh();
    await(() -> lookup(".data-table").queryTableView().getItems().size() == 603 && isIdle());
    run(() -> lookup(".data-table").queryTableView().requestFocus());
    push(KeyCode.CONTROL, KeyCode.A);
    await(() -> verbs().contains("Suspend 602 of 603"));
    assertThat(verbs())
        .containsExactlyInAnyOrder(
            "Back up",
            "Deploy…",
            "Move… 602 of 603",
            "Suspend 602 of 603",
            "Resume 1 of 603",
            "Move to trash");
    engine.project().tenants().list(TenantFilter.none(), PageRequest.all()).items().stream()
        .map(Tenant::tenantId)
        .filter(id -> id.value().startsWith("many"))
        .forEach(id -> engine.project().tenants().delete(id, true));
  }

  @Test
  void theTrashIsOneClickAway() {
    clickOn("Trash (1)");
    awaitNode("tenant-004");
    clickOn("tenant-004");
    assertThat(verbs())
        .containsExactlyInAnyOrder(
            "Open tenant", "Details", "Restore from trash", "Delete for good");
  }

  @Test
  void timesThatAreShownGoOn() {
    assertThat(times()).isNotEmpty().doesNotContain("2 h ago");
    Parent root = lookup(".data-table").query().getScene().getRoot();
    run(() -> Aging.tell(root, Instant.now().plus(Duration.ofHours(2))));
    assertThat(times()).isNotEmpty().allMatch("2 h ago"::equals);
  }

  private List<String> times() {
    return fx(
        () ->
            lookup(".table-row-cell > .time-cell").queryAllAs(TableCell.class).stream()
                .map(TableCell::getText)
                .filter(text -> text != null && !text.isEmpty())
                .toList());
  }

  @Test
  void theButtonsOfARowLeaveItsTimeReadable() {
    moveTo("tenant-001");
    Bounds buttons = shownBounds(".row-buttons");
    Bounds time = shownBounds(".table-row-cell > .time-cell .text");
    assertThat(time.getMaxX()).isLessThan(buttons.getMinX());
  }

  private Bounds shownBounds(String query) {
    await(() -> lookup(query).queryAll().stream().anyMatch(SelectionBarTest::isSeen));
    Node node =
        lookup(query).queryAll().stream()
            .filter(SelectionBarTest::isSeen)
            .findFirst()
            .orElseThrow();
    return fx(() -> node.localToScene(node.getBoundsInLocal()));
  }

  private static boolean isSeen(Node node) {
    return node.isVisible() && node.getBoundsInLocal().getWidth() > 8;
  }

  private void refresh() {
    run(
        () ->
            lookup(".button").queryAllAs(Button.class).stream()
                .filter(button -> "Refresh".equals(button.getAccessibleText()))
                .forEach(Button::fire));
  }

  private Set<String> verbs() {
    return fx(
        () ->
            lookup(".selection-bar .action-row > .button").queryAllAs(Button.class).stream()
                .filter(Node::isVisible)
                .map(Button::getText)
                .filter(text -> text != null && !text.isEmpty())
                .collect(Collectors.toSet()));
  }
}
