package io.tenantry.app.lists;

import atlantafx.base.controls.CustomTextField;
import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.fx.FxThread;
import io.tenantry.app.text.Text;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Where a list is filtered, with suggestions for the terms of its language. Down and Enter lead
 * into the list, Escape clears. UI thread.
 */
final class FilterField extends CustomTextField {
  private final FilterTerms language;
  private final SuggestionPopup popup;
  private final Runnable toList;

  /**
   * Creates a field.
   *
   * @param prompt what can be searched
   * @param filter what it edits
   * @param toList moves the keyboard into the list
   */
  FilterField(String prompt, StringProperty filter, FilterTerms language, Runnable toList) {
    this.language = language;
    this.toList = toList;
    popup = new SuggestionPopup(this, this::take);
    getStyleClass().addAll("search-field", "filter-field");
    setPromptText(prompt);
    setAccessibleText(prompt);
    setLeft(Icons.of(Icon.SEARCH, "icon-muted"));
    Button clear = Buttons.icon(Icon.CLOSE, Text.of("lists.filter.clear"), this::clear);
    clear.getStyleClass().add("clear-button");
    clear.visibleProperty().bind(textProperty().isNotEmpty());
    setRight(clear);
    textProperty().bindBidirectional(filter);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    setOnMouseClicked(_ -> suggest());
    focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                popup.hide();
              }
            });
  }

  /** The field takes the letter after this. */
  private void typed(KeyEvent event) {
    String letter = event.getCharacter();
    if (!letter.isEmpty() && (letter.charAt(0) >= ' ' || "\b".equals(letter))) {
      FxThread.later(this::suggest);
    }
  }

  private void suggest() {
    if (!isFocused()) {
      return;
    }
    popup.show(language.suggest(getText(), Math.min(getCaretPosition(), getLength())));
  }

  private void take(FilterTerms.Suggestion chosen) {
    replaceText(chosen.from(), chosen.to(), chosen.text());
    requestFocus();
    positionCaret(chosen.from() + chosen.text().length());
    if (!chosen.text().endsWith(" ")) {
      suggest(); // a key, whose values come next
    }
  }

  private void pressed(KeyEvent event) {
    if (event.isAltDown() || event.isShiftDown() || popup.handles(event)) {
      return;
    }
    KeyCode code = event.getCode();
    if (code == KeyCode.SPACE && event.isShortcutDown()) {
      suggest();
    } else if (code == KeyCode.DOWN || code == KeyCode.ENTER) {
      popup.hide();
      toList.run();
    } else if (code == KeyCode.ESCAPE && !getText().isEmpty()) {
      clear();
    } else {
      return;
    }
    event.consume();
  }
}
