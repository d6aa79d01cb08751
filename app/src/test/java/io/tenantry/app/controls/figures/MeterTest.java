package io.tenantry.app.controls.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.controls.state.Tone;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class MeterTest extends FxTest {
  private static final double WIDTH = 600;

  @Test
  void twoFailuresOfThreeHundredLookLikeTwoOfThreeHundred() {
    List<Region> parts = parts(300, part(Tone.SUCCESS, 298), part(Tone.DANGER, 2));
    assertThat(parts.getFirst().getWidth()).isGreaterThanOrEqualTo(0.95 * WIDTH);
    assertThat(parts.getLast().getWidth()).isBetween(3.0, 5.0);
    assertThat(tones(parts.getLast())).contains("danger");
  }

  @Test
  void oneOfAHundredThousandCanStillBeSeenAndNothingReachesBeyondTheBar() {
    List<Region> parts =
        parts(
            100_000,
            part(Tone.SUCCESS, 99_997),
            part(Tone.RUNNING, 1),
            part(Tone.DANGER, 1),
            part(Tone.PAUSED, 1));
    assertThat(parts).allMatch(part -> part.getWidth() >= 3);
    Region last = parts.getLast();
    assertThat(last.getLayoutX() + last.getWidth()).isLessThanOrEqualTo(WIDTH + 0.5);
  }

  @Test
  void whatIsLeftStaysEmpty() {
    List<Region> parts = parts(300, part(Tone.SUCCESS, 150), part(Tone.DANGER, 0));
    assertThat(parts).hasSize(1);
    assertThat(parts.getFirst().getWidth()).isBetween(0.49 * WIDTH, 0.51 * WIDTH);
  }

  @Test
  void aLimitIsQuietUntilItIsNear() {
    assertThat(tones(used(79))).contains("neutral");
    assertThat(tones(used(80))).contains("warning");
    assertThat(tones(used(95))).contains("danger");
    assertThat(tones(used(120))).contains("danger");
  }

  private Region used(long amount) {
    Meter meter = fx(Meter::new);
    run(() -> meter.showUsed(amount, 100));
    return shown(meter).getFirst();
  }

  private List<Region> parts(long total, Meter.Part... parts) {
    Meter meter = fx(Meter::new);
    run(() -> meter.show(total, List.of(parts)));
    return shown(meter);
  }

  private List<Region> shown(Meter meter) {
    StackPane root =
        fx(
            () -> {
              meter.setMaxWidth(WIDTH);
              meter.setMinWidth(WIDTH);
              return new StackPane(meter);
            });
    show(root);
    return fx(
        () ->
            meter.getChildrenUnmodifiable().stream()
                .filter(node -> node.getStyleClass().contains("meter-part"))
                .map(Region.class::cast)
                .toList());
  }

  private static Set<String> tones(Node node) {
    return Set.copyOf(
        node.getPseudoClassStates().stream().map(PseudoClass::getPseudoClassName).toList());
  }

  private static Meter.Part part(Tone tone, long amount) {
    return new Meter.Part(tone, amount);
  }
}
