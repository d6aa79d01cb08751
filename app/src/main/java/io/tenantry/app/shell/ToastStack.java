package io.tenantry.app.shell;

import io.tenantry.app.controls.Motion;
import io.tenantry.app.controls.OverPage;
import io.tenantry.app.notices.Notice;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.tasks.TaskRunner;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.VBox;

/**
 * The messages that stand on the window, over the page and without moving it, the newest on top.
 * While the mouse or the focus is on one of them, none leaves by itself and none moves. A message
 * that is closed gives the focus back to where it was. UI thread.
 */
final class ToastStack extends VBox {
  private static final Duration LIFE = Duration.ofSeconds(6);

  private final Notices notices;
  private final TaskRunner tasks;
  private final FocusReturn focus;
  private final Map<Notice, Toast> toasts = new HashMap<>();
  private final Map<Notice, TaskRunner.Handle> ends = new HashMap<>();

  /**
   * Creates an empty stack.
   *
   * @param toPage gives the focus to the page
   */
  ToastStack(Notices notices, TaskRunner tasks, Runnable toPage) {
    this.notices = notices;
    this.tasks = tasks;
    this.focus = new FocusReturn(this, toPage);
    getStyleClass().add("toasts");
    setPickOnBounds(false);
    OverPage.tell(this);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    notices.shown().subscribe(this::fill);
    hoverProperty().subscribe((_, _) -> usedOrNot());
    focusWithinProperty().subscribe((_, _) -> usedOrNot());
  }

  private boolean isUsed() {
    return isHover() || isFocusWithin();
  }

  private void fill() {
    List<Notice> shown = notices.shown();
    List.copyOf(toasts.keySet()).stream().filter(gone -> !shown.contains(gone)).forEach(this::end);
    shown.reversed().stream().filter(fresh -> !toasts.containsKey(fresh)).forEach(this::begin);
    if (!isUsed()) {
      closeGaps();
    }
  }

  private void begin(Notice notice) {
    Toast toast = new Toast(notice, notices);
    toasts.put(notice, toast);
    getChildren().addFirst(toast);
    Motion.SHEET.bringIn(toast);
    if (!isUsed()) {
      startLife(notice);
    }
  }

  /** Takes a message away; its place stays empty as long as the others must not move. */
  private void end(Notice notice) {
    stopLife(notice);
    Toast gone = toasts.remove(notice);
    if (gone != null) {
      if (gone.isFocusWithin()) {
        focus.giveBack();
      }
      gone.setVisible(false);
    }
  }

  private void closeGaps() {
    getChildren().removeIf(toast -> !toast.isVisible());
  }

  private void usedOrNot() {
    if (isUsed()) {
      toasts.keySet().forEach(this::stopLife);
    } else {
      closeGaps();
      toasts.keySet().forEach(this::startLife);
    }
  }

  private void startLife(Notice notice) {
    stopLife(notice);
    if (notice.isPassing()) {
      ends.put(notice, tasks.after(LIFE, () -> notices.pass(notice)));
    }
  }

  private void stopLife(Notice notice) {
    TaskRunner.Handle end = ends.remove(notice);
    if (end != null) {
      end.close();
    }
  }
}
