package io.tenantry.app.shell;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.notices.Notice;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.text.Text;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * One message at the lower right: what it says, what can be done, and a cross, each always in the
 * same place. UI thread.
 */
final class Toast extends HBox {
  Toast(Notice notice, Notices notices) {
    getStyleClass().addAll("toast", "level-2");
    setPickOnBounds(false); // its shadow takes no clicks
    notice.tone().mark(this);
    HBox mark = new HBox(Icons.of(notice.tone().icon(), "toast-icon"));
    mark.getStyleClass().add("toast-mark");
    VBox words = NoticeWords.of(notice);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button close = Buttons.icon(Icon.CLOSE, Text.of("notices.close"), () -> notices.close(notice));
    getChildren().addAll(mark, words, close);
    notice.action().ifPresent(action -> words.getChildren().add(actions(notice, notices, action)));
  }

  private static HBox actions(Notice notice, Notices notices, Notice.Action action) {
    Button act = Buttons.normal(action.label(), () -> notices.act(notice));
    act.getStyleClass().add("small");
    HBox row = new HBox(act);
    row.getStyleClass().add("toast-actions");
    return row;
  }
}
