package io.tenantry.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FocusRescueTest extends FxTest {
  private final AtomicInteger otherwise = new AtomicInteger();
  private Button far;
  private Button beside;
  private HBox strip;
  private VBox part;
  private VBox root;
  private Scene scene;

  @BeforeEach
  void open() {
    otherwise.set(0);
    run(this::build);
    scene = show(root);
    run(strip.getChildren().getFirst()::requestFocus);
  }

  private void build() {
    far = new Button("Far");
    beside = new Button("Beside");
    strip = new HBox(new Button("×"));
    part = new VBox(strip, beside);
    root = new VBox(far, part);
    FocusRescue.install(root, this::decide);
  }

  private void decide() {
    otherwise.incrementAndGet();
    far.requestFocus();
  }

  @Test
  void whatIsNearestHasTheFocusWhenItsPartIsTakenAway() {
    run(() -> part.getChildren().remove(strip));
    assertThat(fx(scene::getFocusOwner)).isEqualTo(beside);
    assertThat(otherwise).hasValue(0);
  }

  @Test
  void whatTakesThePlaceOfItHasNoScreenYetAndIsPassedOver() {
    run(() -> part.getChildren().setAll(new HBox(new Button("New")), beside));
    assertThat(fx(scene::getFocusOwner)).isEqualTo(beside);
  }

  @Test
  void theWindowDecidesWhereNothingIsNear() {
    run(() -> root.getChildren().remove(part));
    assertThat(otherwise).hasValue(1);
    assertThat(fx(scene::getFocusOwner)).isEqualTo(far);
  }

  @Test
  void theFocusStaysWithWhatHasTakenItBefore() {
    run(far::requestFocus);
    run(() -> root.getChildren().remove(part));
    assertThat(fx(scene::getFocusOwner)).isEqualTo(far);
    assertThat(otherwise).hasValue(0);
  }
}
