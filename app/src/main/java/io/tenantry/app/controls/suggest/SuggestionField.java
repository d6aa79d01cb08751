package io.tenantry.app.controls.suggest;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/**
 * A field for one word or several, with suggestions for the word at the caret that may come from
 * far away. UI thread.
 */
public final class SuggestionField extends TextField {
  private static final Duration REST = Duration.millis(120);
  private static final String SEPARATORS = " ,;\t";

  private final SuggestionList list = new SuggestionList(this, this::put);
  private final PauseTransition rest = new PauseTransition(REST);
  private final BiConsumer<String, Consumer<List<SuggestionList.Suggestion>>> source;
  private boolean choosing;

  /**
   * Creates an empty field.
   *
   * @param source asks for suggestions for a word and tells them, now or later
   */
  public SuggestionField(BiConsumer<String, Consumer<List<SuggestionList.Suggestion>>> source) {
    this.source = source;
    rest.setOnFinished(_ -> ask());
    textProperty().subscribe((_, _) -> typed());
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  private void typed() {
    if (isFocused() && !choosing) {
      rest.playFromStart();
    }
  }

  private void keyPressed(KeyEvent event) {
    if (list.handled(event)) {
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN
        || event.getCode() == KeyCode.SPACE && event.isShortcutDown()) {
      ask();
      event.consume();
    }
  }

  private void ask() {
    String asked = word();
    source.accept(asked, found -> offer(asked, found));
  }

  /** An answer that comes after more was typed is no answer any more. */
  private void offer(String asked, List<SuggestionList.Suggestion> found) {
    boolean done = found.size() == 1 && found.getFirst().text().equals(asked);
    Bounds bounds = localToScreen(getLayoutBounds());
    if (!isFocused() || !asked.equals(word()) || done || bounds == null) {
      list.hide();
      return;
    }
    list.show(found, bounds.getMinX(), bounds.getMaxY(), -1);
  }

  private void put(SuggestionList.Suggestion chosen) {
    choosing = true;
    int start = wordStart();
    replaceText(start, wordEnd(), chosen.text());
    positionCaret(start + chosen.text().length());
    choosing = false;
  }

  private String word() {
    return getText().substring(wordStart(), getCaretPosition());
  }

  private int wordStart() {
    int start = getCaretPosition();
    while (start > 0 && SEPARATORS.indexOf(getText().charAt(start - 1)) < 0) {
      start--;
    }
    return start;
  }

  private int wordEnd() {
    int end = getCaretPosition();
    while (end < getLength() && SEPARATORS.indexOf(getText().charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
