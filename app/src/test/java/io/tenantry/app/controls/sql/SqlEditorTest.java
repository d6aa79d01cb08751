package io.tenantry.app.controls.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.controls.KeyHint;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Shape;
import org.junit.jupiter.api.Test;

class SqlEditorTest extends FxTest {

  /** Alt+2 opens the second tab of a page; the character comes to the editor that is in it. */
  @Test
  void aShortcutWithAltTypesNothing() {
    assumeThat(KeyHint.isMac()).isFalse();
    SqlEditor editor = fx(SqlEditor::new);
    show(fx(() -> new StackPane(editor)));
    run(() -> typed(editor, true));
    assertThat(editor.text().get()).isEmpty();
    run(() -> typed(editor, false));
    assertThat(editor.text().get()).isEqualTo("2");
  }

  @Test
  void aShortcutWithAltWorksFromTheEditor() {
    assumeThat(KeyHint.isMac()).isFalse();
    SqlEditor editor = fx(SqlEditor::new);
    Scene scene = show(fx(() -> new StackPane(editor)));
    AtomicInteger opened = new AtomicInteger();
    run(
        () ->
            scene
                .getAccelerators()
                .put(KeyCombination.keyCombination("Alt+1"), opened::incrementAndGet));
    run(editor::requestFocus);
    push(KeyCode.ALT, KeyCode.DIGIT1);
    assertThat(opened).hasValue(1);
    assertThat(editor.text().get()).isEmpty();
  }

  @Test
  void whatIsSelectedStandsOnTheColourOfTheTheme() {
    SqlEditor editor = fx(SqlEditor::new);
    show(fx(() -> new StackPane(editor)));
    run(() -> editor.load("SELECT 1"));
    run(() -> editor.area().selectAll());
    settle();
    Shape selected = from(editor).lookup(".main-selection").query();
    assertThat(fx(selected::getFill)).isNotNull().isNotEqualTo(Color.DODGERBLUE);
  }

  /** Otherwise a long line that is scrolled sideways is read through its own number. */
  @Test
  void lineNumbersStandOnAGroundThatHidesTheTextBelow() {
    for (String style : List.of("plain", "flush", "read-only")) {
      SqlEditor editor = fx(SqlEditor::new);
      run(() -> editor.getStyleClass().add(style));
      show(fx(() -> new StackPane(editor)));
      run(() -> editor.load("SELECT 1"));
      settle();
      Region number = from(editor).lookup(".sql-line-number").query();
      assertThat(fx(() -> number.getBackground().getFills()))
          .as(style)
          .anyMatch(fill -> fill.getFill().isOpaque());
    }
  }

  private static void typed(SqlEditor editor, boolean alt) {
    Event.fireEvent(
        editor.area(),
        new KeyEvent(KeyEvent.KEY_TYPED, "2", "", KeyCode.UNDEFINED, false, false, alt, false));
  }
}
