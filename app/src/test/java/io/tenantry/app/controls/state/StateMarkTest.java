package io.tenantry.app.controls.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateMarkTest extends FxTest {
  @ParameterizedTest
  @EnumSource
  void onlyWhatIsNotNormalHasAGroundAndAllHaveAShape(Tone tone) {
    StateMark mark = fx(() -> new StateMark(tone, "Word"));
    assertThat(mark.getStyleClass().contains("chip")).isEqualTo(!tone.isNormal());
    assertThat(mark.getGraphic()).isNotNull();
    assertThat(mark.getText()).isEqualTo("Word");
  }

  @Test
  void aMarkThatIsUsedAgainShowsTheNewStateOnly() {
    StateMark mark = fx(() -> new StateMark(Tone.DANGER, "Failed"));
    run(() -> mark.show(Tone.SUCCESS, "Ready"));
    assertThat(mark.getStyleClass()).contains("state-dot").doesNotContain("chip");
    run(() -> mark.show(Tone.PAUSED, "Suspended"));
    assertThat(mark.getStyleClass()).contains("chip").doesNotContain("state-dot");
  }

  @Test
  void furtherStatesAreToldInTheTooltip() {
    StateMark mark = fx(() -> new StateMark(Tone.DANGER, "Failed"));
    run(() -> mark.also(List.of("2 behind", "Drifted")));
    assertThat(mark.getTooltip().getText()).isEqualTo("2 behind\nDrifted");
    run(() -> mark.also(List.of()));
    assertThat(mark.getTooltip()).isNull();
  }
}
