package io.tenantry.app.controls.sql;

import io.tenantry.app.controls.suggest.SuggestionList;
import io.tenantry.app.controls.suggest.SuggestionList.Suggestion;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;

/** Completes the word at the caret of an editor. UI thread. */
final class EditorCompletion {
  private final CodeArea area;
  private final SuggestionList list;
  private SqlCompletion source = SqlCompletion.keywords();

  EditorCompletion(CodeArea area) {
    this.area = area;
    this.list = new SuggestionList(area, this::put);
    area.textProperty().subscribe((_, _) -> narrow());
  }

  void source(SqlCompletion other) {
    source = other;
  }

  void open() {
    List<Suggestion> found =
        source.suggest(area.getText(), area.getCaretPosition(), prefix()).stream()
            .map(each -> new Suggestion(each.text(), detail(each)))
            .toList();
    area.getCaretBounds().ifPresent(caret -> show(found, caret));
  }

  private void show(List<Suggestion> found, Bounds caret) {
    list.show(found, caret.getMinX(), caret.getMaxY(), 0);
  }

  private static String detail(SqlCompletion.Suggestion suggestion) {
    return suggestion.detail().isEmpty() ? suggestion.kind() : suggestion.detail();
  }

  /** Takes the keys that belong to the list; says whether it took one. */
  boolean handled(KeyEvent event) {
    return list.handled(event);
  }

  boolean isShowing() {
    return list.isShowing();
  }

  private void narrow() {
    if (list.isShowing()) {
      if (prefix().isEmpty()) {
        list.hide();
      } else {
        open();
      }
    }
  }

  private void put(Suggestion chosen) {
    int caret = area.getCaretPosition();
    area.replaceText(caret - prefix().length(), caret, chosen.text());
  }

  private String prefix() {
    int caret = area.getCaretPosition();
    String text = area.getText();
    int start = caret;
    while (start > 0
        && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '_')) {
      start--;
    }
    return text.substring(start, caret);
  }
}
