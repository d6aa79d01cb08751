package io.tenantry.app.controls.stepper;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.controls.figures.Meter;
import io.tenantry.app.controls.state.Tone;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class StepperTest extends FxTest {
  private static final List<Step> STAGES =
      List.of(
          new Step("Canary", "5 of 5", Step.State.DONE, 5, parts(5, 0)),
          new Step("5 %", "60 of 60 · 2 failed", Step.State.FAILED, 60, parts(58, 2)),
          new Step("Half", "31 of 120", Step.State.NOW, 120, parts(31, 0)),
          new Step("The rest", "115 tenants", Step.State.NEXT, 115, parts(0, 0)));

  @Test
  void stagesAreDrawnInEveryLookAcrossAndDown() {
    Stepper across = fx(Stepper::normal);
    Stepper small = fx(Stepper::small);
    Stepper down = fx(Stepper::normal);
    run(
        () -> {
          across.show(STAGES);
          small.show(
              List.of(
                  Step.of("Reach", "answered in 3 ms", Step.State.DONE),
                  Step.of("Authenticate", "", Step.State.NOW),
                  Step.of("Version", "", Step.State.NEXT)));
          down.show(many());
        });
    Scene scene =
        show(
            fx(
                () -> {
                  VBox page = new VBox(across, small, down);
                  page.getStyleClass().addAll("page");
                  return page;
                }));
    Screenshots.everyLook("stepper", scene);
    assertThat(fx(() -> from(across).lookup(".steps-across").tryQuery())).isPresent();
    assertThat(fx(() -> from(down).lookup(".steps-down").tryQuery())).isPresent();
  }

  @Test
  void whatItShowsCanBeHeard() {
    Stepper stepper = fx(Stepper::normal);
    run(() -> stepper.show(STAGES.subList(0, 2)));
    assertThat(stepper.getAccessibleText())
        .isEqualTo("Canary, done, 5 of 5; 5 %, failed, 60 of 60 · 2 failed");
  }

  @Test
  void progressChangesInPlace() {
    Stepper stepper = fx(Stepper::normal);
    show(fx(() -> new VBox(stepper)));
    run(() -> stepper.show(STAGES));
    var before = fx(() -> from(stepper).lookup(".step").queryAll());
    run(() -> stepper.show(STAGES.reversed()));
    assertThat(fx(() -> from(stepper).lookup(".step").queryAll())).isEqualTo(before);
  }

  private static List<Meter.Part> parts(long done, long failed) {
    return List.of(new Meter.Part(Tone.SUCCESS, done), new Meter.Part(Tone.DANGER, failed));
  }

  private static List<Step> many() {
    return List.of(
        Step.of("Snapshot", "", Step.State.DONE),
        Step.of("Copy", "", Step.State.DONE),
        Step.of("Follow", "", Step.State.NOW),
        Step.of("Hold", "", Step.State.NEXT),
        Step.of("Switch", "", Step.State.NEXT),
        Step.of("Clean up", "", Step.State.NEXT));
  }
}
