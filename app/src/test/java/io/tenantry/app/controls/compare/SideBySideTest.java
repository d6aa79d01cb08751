package io.tenantry.app.controls.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SideBySideTest extends FxTest {
  private static final String LONG =
      "  email TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (email LIKE '%_@_%' AND length(email) <"
          + " 300)";

  @ParameterizedTest
  @ValueSource(doubles = {400, 800})
  void whatIsComparedIsNeverCut(double width) {
    show(width, LONG, LONG + ", -- one more word");
    List<Label> texts = lookup(".side-text").queryAllAs(Label.class).stream().toList();
    assertThat(texts).filteredOn(text -> text.getText().startsWith("  email")).isNotEmpty();
    for (Label text : texts) {
      assertThat(((Text) text.lookup(".text")).getText()).isEqualTo(text.getText());
    }
  }

  @Test
  void linesThatBelongTogetherStandOnOneHeight() {
    show(800, "CREATE TABLE a (\n  x INT\n)", "CREATE TABLE a (\n" + LONG + "\n)");
    List<Label> last =
        lookup(".side-text").queryAllAs(Label.class).stream()
            .filter(text -> text.getText().equals(")"))
            .toList();
    assertThat(last).hasSize(2);
    assertThat(top(last.getFirst())).isEqualTo(top(last.getLast()));
  }

  private static double top(Label label) {
    return fx(() -> label.localToScene(label.getBoundsInLocal()).getMinY());
  }

  private void show(double width, String before, String after) {
    SideBySide lines = fx(SideBySide::new);
    run(
        () -> {
          lines.setMaxWidth(width);
          lines.show("1.1", before, "1.2", after);
        });
    show(fx(() -> new StackPane(lines)));
    settle();
  }
}
