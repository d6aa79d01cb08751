package io.tenantry.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ShellTest;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Focus;
import io.tenantry.app.fx.Problem;
import java.util.List;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The list behind the bell, and where the focus is in it. */
class NoticeListTest extends ShellTest {
  @AfterEach
  void clear() {
    run(() -> notices().clear());
  }

  @Test
  void theListOpensWithNothingInFocusThatEmptiesIt() {
    tellTwo();
    clickOn(".bell");
    settle();
    Node head = lookup(".notice-list .flyout-head").query();
    assertThat(fx(() -> Focus.isIn(scene().getFocusOwner(), head))).isFalse();
    assertThat(fx(() -> Focus.isIn(scene().getFocusOwner(), head.getParent()))).isTrue();
    clickOn(".bell");
    settle();
    assertThat(lookup(".notice-list").queryAll()).isEmpty();
  }

  @Test
  void aNoticeTakenOffTheListLeavesTheFocusInTheList() {
    tellTwo();
    clickOn(".bell");
    settle();
    for (int left = 1; left >= 0; left--) {
      clickOn(".notice-row > .icon-button");
      settle();
      assertThat(fx(() -> notices().kept().size())).isEqualTo(left);
      Node owner = fx(() -> scene().getFocusOwner());
      assertThat(fx(owner::getScene)).isEqualTo(scene());
      assertThat(fx(() -> Focus.isIn(owner, lookup(".notice-list").query()))).isEqualTo(left > 0);
    }
    clickOn(".bell");
    settle();
    assertThat(lookup(".notice-list").queryAll()).isEmpty();
  }

  private void tellTwo() {
    run(
        () -> {
          notices().show(Tone.DANGER, Problem.of("It failed", "Because of this.", ""));
          notices().show(Tone.WARNING, Problem.of("It is late", "Because of that.", ""));
          List.copyOf(notices().shown()).forEach(notices()::pass);
        });
    settle();
  }
}
