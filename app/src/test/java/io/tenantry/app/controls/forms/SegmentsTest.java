package io.tenantry.app.controls.forms;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class SegmentsTest extends FxTest {
  private final ObjectProperty<String> chosen = new SimpleObjectProperty<>("Dark");
  private final List<String> heard = new ArrayList<>();

  SegmentsTest() {
    chosen.subscribe((_, now) -> heard.add(now));
  }

  @Test
  void showingItLeavesTheChoiceAsItIs() {
    open();
    assertThat(heard).isEmpty();
    assertThat(chosen.get()).isEqualTo("Dark");
  }

  @Test
  void aClickAndArrowKeysChoose() {
    open();
    clickOn("Light");
    assertThat(chosen.get()).isEqualTo("Light");
    push(KeyCode.RIGHT);
    assertThat(chosen.get()).isEqualTo("Dark");
    assertThat(heard).containsExactly("Light", "Dark");
  }

  @Test
  void theWholeControlHoldsTheKeyboardAndNoSegmentIsAStop() {
    open();
    clickOn("Light");
    assertThat(fx(() -> lookup(".segmented-control").query().isFocused())).isTrue();
    push(KeyCode.TAB);
    assertThat(fx(() -> lookup(".segmented-control").query().isFocused())).isTrue();
  }

  @Test
  void itFollowsAChoiceMadeElsewhere() {
    open();
    run(() -> chosen.set("Light"));
    assertThat(lookup(".toggle-label").queryAll())
        .anyMatch(
            label ->
                label instanceof atlantafx.base.controls.ToggleLabel toggle
                    && toggle.isSelected()
                    && toggle.getText().equals("Light"));
  }

  private void open() {
    run(
        () -> {
          chosen.set("Dark");
          heard.clear();
        });
    show(
        fx(
            () ->
                new StackPane(
                    Segments.of("Theme", List.of("Light", "Dark"), text -> text, chosen))));
  }
}
