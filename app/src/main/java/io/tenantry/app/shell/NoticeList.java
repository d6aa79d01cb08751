package io.tenantry.app.shell;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.fx.Focus;
import io.tenantry.app.notices.Notice;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.text.Text;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Everything the window has told, with what can still be done about it. UI thread. */
final class NoticeList extends VBox {
  private final Notices notices;
  private final Runnable close;
  private final VBox rows = new VBox();
  private final Button clear;

  /**
   * Creates the list.
   *
   * @param close closes it, when something leads elsewhere
   */
  NoticeList(Notices notices, Runnable close) {
    this.notices = notices;
    this.close = close;
    getStyleClass().add("notice-list");
    clear = Buttons.quiet(Text.of("notices.clear"), Icon.TRASH, notices::clear);
    HBox head = Panels.row(Labels.title(Text.of("notices.title")), Panels.spacer(), clear);
    head.getStyleClass().add("flyout-head");
    rows.getStyleClass().add("notice-rows");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
    Shown.follow(this, () -> notices.kept().subscribe(this::fill));
    fill();
  }

  private void fill() {
    clear.setDisable(notices.kept().isEmpty());
    if (notices.kept().isEmpty()) {
      rows.getChildren().setAll(Labels.muted(Text.of("notices.empty")));
      return;
    }
    Instant now = Instant.now();
    rows.getChildren().setAll(notices.kept().stream().map(notice -> row(notice, now)).toList());
    notices.seen();
  }

  private Node row(Notice notice, Instant now) {
    HBox mark = new HBox(Icons.of(notice.tone().icon(), "toast-icon"));
    mark.getStyleClass().add("toast-mark");
    VBox words = NoticeWords.of(notice);
    words.getChildren().add(Labels.ago(notice.at(), now));
    HBox.setHgrow(words, Priority.ALWAYS);
    notice.action().ifPresent(action -> words.getChildren().add(act(notice, action)));
    Button remove =
        Buttons.icon(Icon.CLOSE, Text.of("notices.remove"), () -> notices.remove(notice));
    remove.getStyleClass().add(Focus.INITIAL); // not what empties the whole list
    HBox row = new HBox(mark, words, remove);
    row.getStyleClass().add("notice-row");
    notice.tone().mark(row);
    return row;
  }

  private Node act(Notice notice, Notice.Action action) {
    Button button =
        Buttons.normal(
            action.label(),
            () -> {
              close.run();
              notices.act(notice);
            });
    button.getStyleClass().add("small");
    HBox line = new HBox(button);
    line.getStyleClass().add("toast-actions");
    return line;
  }
}
