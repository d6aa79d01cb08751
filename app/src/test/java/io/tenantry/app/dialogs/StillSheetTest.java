package io.tenantry.app.dialogs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StillSheetTest extends FxTest {
  private ModalHost host;
  private VBox content;
  private Sheet sheet;

  @BeforeEach
  void open() {
    host = fx(() -> new ModalHost(new Region()));
    show(host);
    content = fx(() -> new VBox(block(120)));
    sheet = fx(() -> new Sheet("Still", content).primary("Do it", () -> {}));
    bringIn(sheet);
  }

  /** Shows it and waits until it has come in. */
  private void bringIn(Sheet coming) {
    run(() -> host.show(coming, () -> {}));
    settle();
    await(() -> coming.getOpacity() == 1 && coming.getTranslateY() == 0);
  }

  @Test
  void whatComesAndWhatGoesMovesNothing() {
    Bounds before = place(sheet);
    Bounds footer = place(lookup(".sheet-footer").query());
    Region guest = block(200);
    run(() -> content.getChildren().add(guest));
    settle();
    assertThat(place(sheet)).isEqualTo(before);
    assertThat(place(lookup(".sheet-footer").query())).isEqualTo(footer);
    run(() -> content.getChildren().remove(guest));
    settle();
    assertThat(place(sheet)).isEqualTo(before);
    assertThat(place(lookup(".sheet-footer").query())).isEqualTo(footer);
  }

  @Test
  void itStaysInTheWindowHoweverHighItGets() {
    run(() -> content.getChildren().add(block(600)));
    settle();
    assertThat(place(sheet).getMaxY()).isLessThanOrEqualTo(900);
    run(() -> content.getChildren().add(block(2_000)));
    settle();
    Bounds now = place(sheet);
    assertThat(now.getMinY()).isNotNegative();
    assertThat(now.getMaxY()).isLessThanOrEqualTo(900);
  }

  @Test
  void oneThatLeavesRoomKeepsItsHeightWhateverComes() {
    VBox later = fx(() -> new VBox(block(120)));
    Sheet roomy = fx(() -> new Sheet("Roomy", later).leavingRoom(200).primary("Act", () -> {}));
    bringIn(roomy);
    Bounds opened = place(roomy);
    Node foot = fx(() -> roomy.lookup(".sheet-footer"));
    Bounds footer = place(foot);
    assertThat(opened.getHeight()).isGreaterThan(320);
    for (Double more : List.of(100.0, 150.0, 900.0)) {
      run(() -> later.getChildren().add(block(more)));
      settle();
      assertThat(place(roomy)).isEqualTo(opened);
      assertThat(place(foot)).isEqualTo(footer);
    }
  }

  private static Region block(double height) {
    Region block = new Region();
    block.setMinHeight(height);
    return block;
  }

  private static Bounds place(Node node) {
    return fx(() -> node.localToScene(node.getLayoutBounds()));
  }
}
