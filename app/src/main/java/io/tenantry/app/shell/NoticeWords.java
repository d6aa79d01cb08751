package io.tenantry.app.shell;

import io.tenantry.app.controls.CopyField;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.notices.Notice;
import io.tenantry.app.text.Text;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The words of a notice, the same in the message and in the list. */
final class NoticeWords {
  private NoticeWords() {}

  static VBox of(Notice notice) {
    String title = notice.problem().title();
    boolean again = notice.times() > 1;
    Label heading = Labels.heading(again ? Text.of("notices.times", title, notice.times()) : title);
    heading.setWrapText(true);
    VBox words = new VBox(heading);
    words.getStyleClass().add("toast-words");
    add(words, notice.problem().text());
    add(words, notice.problem().action());
    notice.problem().incident().ifPresent(code -> words.getChildren().add(CopyField.code(code)));
    return words;
  }

  private static void add(VBox words, String text) {
    if (!text.isEmpty()) {
      words.getChildren().add(Labels.prose(text));
    }
  }
}
