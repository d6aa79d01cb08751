package io.tenantry.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.Screenshots;
import io.tenantry.app.ShellTest;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Focus;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticesOnTheWindowTest extends ShellTest {
  private static final List<String> PRESSED =
      List.of(".button", ".toggle-button", ".menu-button", ".table-row-cell", ".tab");

  @AfterEach
  void clear() {
    run(() -> notices().clear());
  }

  @ParameterizedTest
  @EnumSource
  void aMessageMovesNothing(ScreenRoute route) {
    go(route);
    Map<Node, Bounds> before = placesOfWhatCanBePressed();
    run(
        () -> {
          notices()
              .success(
                  "Version 1.2 is recorded",
                  "2 changes to deploy",
                  new Notice.Action("See changes", () -> {}));
          notices().info("Copied", "");
          notices()
              .show(
                  Tone.DANGER,
                  new Problem("It failed", "Because of this", "Do that", Optional.of("ab12cd34")));
        });
    settle();
    assertThat(before).isNotEmpty();
    assertThat(movedSince(before)).isEmpty();
    run(() -> notices().clear());
    settle();
    assertThat(movedSince(before)).isEmpty();
  }

  private List<Node> movedSince(Map<Node, Bounds> before) {
    Map<Node, Bounds> now = placesOfWhatCanBePressed();
    return before.keySet().stream()
        .filter(node -> !before.get(node).equals(now.get(node)))
        .toList();
  }

  private Map<Node, Bounds> placesOfWhatCanBePressed() {
    return fx(
        () -> {
          Map<Node, Bounds> places = new LinkedHashMap<>();
          scene().getRoot().applyCss();
          scene().getRoot().layout();
          Node toasts = lookup(".toasts").query();
          for (String kind : PRESSED) {
            lookup(kind).queryAll().stream()
                .filter(node -> !Focus.isIn(node, toasts))
                .forEach(node -> places.put(node, node.localToScene(node.getLayoutBounds())));
          }
          return places;
        });
  }

  @Test
  void anActionIsPressedOnTheMessageAndTheMessageLeaves() {
    AtomicInteger undone = new AtomicInteger();
    run(
        () ->
            notices()
                .success(
                    "3 tenants deleted", "", new Notice.Action("Undo", undone::incrementAndGet)));
    settle();
    clickOn("Undo");
    assertThat(undone).hasValue(1);
    assertThat(lookup(".toast").queryAll()).isEmpty();
  }

  @Test
  void theListBehindTheBellKeepsWhatWasToldAndItsAction() {
    AtomicInteger undone = new AtomicInteger();
    run(
        () -> {
          notices()
              .success(
                  "3 tenants deleted",
                  "They are in the trash.",
                  new Notice.Action("Undo", undone::incrementAndGet));
          notices()
              .show(
                  Tone.DANGER,
                  new Problem(
                      "It failed", "Because of this.", "Do that.", Optional.of("ab12cd34")));
          List.copyOf(notices().shown()).forEach(notices()::pass);
        });
    settle();
    assertThat(fx(() -> lookup(".bell .bell-count").queryAs(Labeled.class).getText()))
        .isEqualTo("2");
    clickOn(".bell");
    settle();
    Screenshots.take("notices", scene());
    assertThat(fx(() -> notices().unread().get())).isZero();
    clickOn("Undo");
    assertThat(undone).hasValue(1);
    assertThat(lookup(".notice-list").queryAll()).isEmpty();
  }

  @Test
  void aMessageClosedByItsCrossGivesTheFocusBackAndBreaksNothing() {
    go(ScreenRoute.TENANTS);
    Node table = lookup(".table-view").query();
    run(table::requestFocus);
    run(() -> notices().show(Tone.DANGER, Problem.of("It failed", "Because of this.", "")));
    settle();
    clickOn(".toast > .icon-button");
    settle();
    moveTo(".page-title-row");
    settle();
    assertThat(lookup(".toast").queryAll()).isEmpty();
    assertThat(fx(() -> scene().getFocusOwner())).isEqualTo(table);
    assertThat(fx(() -> notices().kept().size())).isEqualTo(1);
  }

  @Test
  void escapeClosesTheListAndGivesTheFocusBack() {
    go(ScreenRoute.TENANTS);
    await(() -> scene().getFocusOwner() instanceof TableView<?>);
    Button bell = lookup(".bell").queryAs(Button.class);
    run(bell::requestFocus);
    push(KeyCode.SPACE);
    settle();
    assertThat(lookup(".notice-list").queryAll()).hasSize(1);
    push(KeyCode.ESCAPE);
    settle();
    assertThat(lookup(".notice-list").queryAll()).isEmpty();
    assertThat(fx(() -> scene().getFocusOwner())).isEqualTo(bell);
  }

  @Test
  void aPressBesideTheListClosesIt() {
    clickOn(".bell");
    settle();
    assertThat(lookup(".notice-list").queryAll()).hasSize(1);
    clickOn(".page-title-row");
    settle();
    assertThat(lookup(".notice-list").queryAll()).isEmpty();
  }

  @Test
  void messagesKeepTheirPlaceWhileThePointerIsOnOne() {
    run(() -> notices().info("First", ""));
    run(() -> notices().show(Tone.WARNING, Problem.of("Second", "", "")));
    settle();
    moveTo("Second");
    Node second = lookup(".toast:warning").query();
    Bounds place = placeOf(second);
    run(() -> notices().pass(notices().shown().getLast()));
    run(() -> notices().info("Third", ""));
    settle();
    assertThat(placeOf(second)).isEqualTo(place);
    moveTo(".page-title-row");
    settle();
    assertThat(placeOf(second).getMinY()).isGreaterThan(place.getMinY());
  }

  private Bounds placeOf(Node node) {
    return fx(
        () -> {
          scene().getRoot().applyCss();
          scene().getRoot().layout();
          return node.localToScene(node.getLayoutBounds());
        });
  }

  @Test
  void theButtonsOfARowStandBesideTheMessagesThatLieOverIt() {
    resize(900, 600);
    go(ScreenRoute.TENANTS);
    for (int number = 1; number <= 3; number++) {
      String title = "Message " + number;
      run(() -> notices().show(Tone.WARNING, Problem.of(title, "It has a text.", "And advice.")));
    }
    settle();
    moveTo("tenant-006");
    await(() -> isSeen(lookup(".row-buttons").query()));
    Bounds buttons = placeOf(lookup(".row-buttons").query());
    Screenshots.take("toasts-over-rows", scene());
    List<Bounds> messages = lookup(".toast").queryAll().stream().map(this::placeOf).toList();
    assertThat(messages).anyMatch(place -> place.getMinY() < buttons.getMaxY());
    assertThat(messages).noneMatch(buttons::intersects);
    resize(1440, 900);
  }

  private static boolean isSeen(Node node) {
    return node.isVisible() && node.getLayoutBounds().getWidth() > 0;
  }

  @Test
  void messagesLookWell() {
    go(ScreenRoute.TENANTS);
    run(
        () -> {
          notices()
              .show(
                  Tone.WARNING,
                  Problem.of(
                      "Deploy fintech 1.2: finished with failures",
                      "298 of 300, 2 failed. Open the deployment to see why and to retry.",
                      ""),
                  new Notice.Action("Open", () -> {}));
          notices()
              .show(
                  Tone.DANGER,
                  new Problem(
                      "Something broke inside",
                      "Index 3 out of bounds for length 3.",
                      "Try again. If it happens again, report the incident code; the log has the"
                          + " details.",
                      Optional.of("ab12cd34")));
          notices()
              .success(
                  "Version 1.2 is recorded",
                  "2 changes to deploy",
                  new Notice.Action("See changes", () -> {}));
        });
    settle();
    Screenshots.take("toasts", scene());
    assertThat(lookup(".toast").queryAll()).hasSize(3);
  }
}
