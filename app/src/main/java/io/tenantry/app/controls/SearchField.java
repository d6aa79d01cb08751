package io.tenantry.app.controls;

import atlantafx.base.controls.CustomTextField;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.text.Text;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.util.Duration;

/** A field that filters what is below it, a moment after the last key. UI thread. */
public final class SearchField extends CustomTextField {
  private static final Duration REST = Duration.millis(180);

  private final PauseTransition rest = new PauseTransition(REST);
  private String told = "";

  /** Creates a field with a prompt that says what can be searched. */
  public SearchField(String prompt, Consumer<String> onSearch) {
    getStyleClass().add("search-field");
    setPromptText(prompt);
    setAccessibleText(prompt);
    setLeft(Icons.of(Icon.SEARCH, "icon-muted"));
    Button clear = Buttons.icon(Icon.CLOSE, Text.of("controls.clear"), this::clear);
    clear.getStyleClass().add("clear-button");
    clear.visibleProperty().bind(textProperty().isNotEmpty());
    clear.managedProperty().bind(clear.visibleProperty());
    setRight(clear);
    rest.setOnFinished(_ -> tell(onSearch));
    textProperty().subscribe((_, _) -> rest.playFromStart());
    setOnAction(_ -> tell(onSearch));
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
            clear();
            event.consume();
          }
        });
  }

  private void tell(Consumer<String> onSearch) {
    rest.stop();
    if (!told.equals(getText())) {
      told = getText();
      onSearch.accept(told);
    }
  }
}
