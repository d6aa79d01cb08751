package io.tenantry.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ShellTest;
import io.tenantry.app.fx.Focus;
import io.tenantry.app.navigation.ScreenRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShellFocusTest extends ShellTest {

  @ParameterizedTest
  @EnumSource
  void aPageThatOpensHasTheFocusInIt(ScreenRoute route) {
    go(route == ScreenRoute.TENANTS ? ScreenRoute.QUERY : ScreenRoute.TENANTS);
    go(route);
    await(() -> owner().map(node -> Focus.isIn(node, stageOfPage())).orElse(false));
  }

  @ParameterizedTest
  @EnumSource
  void theKeysOfAPlaceLeadThereAndIntoIt(ScreenRoute route) {
    String keys = ShellKeys.keysOf(route);
    if (keys.isEmpty()) {
      return;
    }
    go(route == ScreenRoute.TENANTS ? ScreenRoute.QUERY : ScreenRoute.TENANTS);
    push((KeyCodeCombination) KeyCombination.valueOf(keys));
    awaitIdle();
    assertThat(fx(() -> navigator().current().get().route())).isEqualTo(route);
    await(() -> owner().map(node -> Focus.isIn(node, page())).orElse(false));
  }

  @Test
  void theKeysOfAListWorkOnlyInTheList() {
    go(ScreenRoute.TENANTS);
    TableView<?> table = lookup(".table-view").queryAs(TableView.class);
    clickOn("tenant-003");
    awaitIdle();
    for (String elsewhere : List.of(".project-switcher", ".bell", ".filter-bar .button")) {
      run(() -> lookup(elsewhere).query().requestFocus());
      push(KeyCode.DELETE);
      awaitIdle();
      assertThat(fx(this::isDeleting)).as(elsewhere).isFalse();
    }
    run(table::requestFocus);
    push(KeyCode.DELETE);
    await(this::isDeleting);
    push(KeyCode.ESCAPE);
    settle();
  }

  @Test
  void aClickInTheSidebarLeadsIntoThePage() {
    go(ScreenRoute.TENANTS);
    clickOn("Blueprints");
    awaitIdle();
    await(() -> owner().map(node -> Focus.isIn(node, page())).orElse(false));
  }

  @Test
  void keyOfRegionsGoesRoundAndBack() {
    go(ScreenRoute.TENANTS);
    await(() -> owner().map(node -> Focus.isIn(node, page())).orElse(false));
    Node table = fx(() -> owner().orElseThrow());
    List<String> way = new ArrayList<>();
    for (int step = 0; step < 4; step++) {
      push(KeyCode.F6);
      settle();
      way.add(fx(this::region));
    }
    assertThat(way).containsExactly("status-bar", "shell-header", "sidebar", "page");
    assertThat(fx(() -> owner().orElseThrow())).isEqualTo(table);
    push(KeyCode.SHIFT, KeyCode.F6);
    settle();
    assertThat(fx(this::region)).isEqualTo("sidebar");
  }

  @Test
  void theFocusThatTheKeyOfRegionsGivesIsSeen() {
    go(ScreenRoute.TENANTS);
    for (int step = 0; step < 4; step++) {
      push(KeyCode.F6);
      settle();
      Node owner = fx(() -> owner().orElseThrow());
      assertThat(!(owner instanceof ButtonBase) || owner.isFocusVisible()).as("%s", owner).isTrue();
    }
  }

  @Test
  void theKeyOfTabStaysInThePage() {
    go(ScreenRoute.BLUEPRINTS);
    await(() -> owner().map(node -> Focus.isIn(node, page())).orElse(false));
    Node start = fx(() -> owner().orElseThrow());
    List<Node> way = new ArrayList<>();
    do {
      push(KeyCode.TAB);
      settle();
      way.add(fx(() -> owner().orElseThrow()));
    } while (!way.getLast().equals(start) && way.size() < 20);
    assertThat(way).contains(start).allMatch(node -> fx(() -> Focus.isIn(node, page())));
    assertThat(way).anyMatch(node -> fx(() -> Focus.isIn(node, head())));
  }

  @Test
  void theCurrentEntryOfTheSidebarShowsTheFocus() {
    go(ScreenRoute.TENANTS);
    ToggleButton entry =
        lookup(".sidebar .toggle-button").queryAllAs(ToggleButton.class).stream()
            .filter(item -> fx(item::isSelected))
            .findFirst()
            .orElseThrow();
    String plain = fx(() -> String.valueOf(entry.getBackground()));
    run(() -> Focus.show(entry));
    settle();
    assertThat(fx(() -> String.valueOf(entry.getBackground()))).isNotEqualTo(plain);
  }

  private Optional<Node> owner() {
    return Optional.ofNullable(scene().getFocusOwner());
  }

  private String region() {
    Node owner = owner().orElseThrow();
    for (String name : List.of("status-bar", "shell-header", "sidebar")) {
      if (Focus.isIn(owner, scene().getRoot().lookup("." + name))) {
        return name;
      }
    }
    return Focus.isIn(owner, page()) ? "page" : "none";
  }

  private Node page() {
    return head().getParent();
  }

  private boolean isDeleting() {
    return scene().getRoot().lookup(".dialog-sheet") != null || !notices().kept().isEmpty();
  }

  private Node stageOfPage() {
    return head().getParent().getChildrenUnmodifiable().getLast();
  }

  private Node head() {
    return scene().getRoot().lookup(".page-head");
  }
}
