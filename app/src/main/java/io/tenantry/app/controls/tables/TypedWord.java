package io.tenantry.app.controls.tables;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/** What is being typed to jump to a row, shown as long as it goes on. UI thread. */
final class TypedWord extends Label {
  private static final Duration REST = Duration.millis(1200);
  private static final double GAP = 8;

  private final PauseTransition rest = new PauseTransition(REST);
  private final StringBuilder word = new StringBuilder();

  TypedWord() {
    getStyleClass().add("typed-word");
    setManaged(false);
    setVisible(false);
    setMouseTransparent(true);
    rest.setOnFinished(_ -> end());
  }

  void listen(DataTable<?> table, Consumer<String> jump) {
    table.addEventFilter(KeyEvent.KEY_TYPED, event -> typed(event, jump));
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    table.focusedProperty().subscribe(this::end);
  }

  private void typed(KeyEvent event, Consumer<String> jump) {
    String letter = event.getCharacter();
    if (event.isShortcutDown() || event.isAltDown() || !isPartOfName(letter)) {
      return;
    }
    word.append(letter);
    setText(word.toString());
    setVisible(true);
    if (getParent() != null) {
      getParent().requestLayout();
    }
    rest.playFromStart();
    jump.accept(word.toString());
    event.consume();
  }

  /** Another key is another wish. */
  private void pressed(KeyEvent event) {
    if (event.getCode().isNavigationKey() || event.getCode() == KeyCode.ESCAPE) {
      end();
    }
  }

  private static boolean isPartOfName(String letter) {
    return letter.length() == 1
        && (Character.isLetterOrDigit(letter.charAt(0)) || "-_.".contains(letter));
  }

  private void end() {
    rest.stop();
    word.setLength(0);
    setVisible(false);
  }

  /** Stands in the lower left corner of an area. */
  void place(double height) {
    double wide = prefWidth(-1);
    double high = prefHeight(wide);
    resizeRelocate(GAP, height - high - GAP, wide, high);
  }
}
