package io.tenantry.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class WholeTextTest extends FxTest {
  @Test
  void whatIsCutTellsItsWholeTextUnderThePointerAndWhatIsNotDoesNot() {
    Label cut = fx(() -> new Label("a tenant with a name that is far too long"));
    Label whole = fx(() -> new Label("acme"));
    VBox root =
        fx(
            () -> {
              cut.setMaxWidth(80);
              return new VBox(40, cut, whole);
            });
    show(root);
    run(() -> WholeText.install(root));
    moveTo(cut);
    await(() -> told(cut));
    moveTo(whole);
    await(() -> !told(cut));
    assertThat(fx(() -> told(whole))).isFalse();
  }

  /** Whether a node has a tooltip with its text, in the way the toolkit keeps installed ones. */
  private static boolean told(Label label) {
    return label.hasProperties()
        && label.getProperties().values().stream()
            .anyMatch(kept -> kept instanceof Tooltip tip && tip.getText().equals(label.getText()));
  }
}
