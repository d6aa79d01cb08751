package io.tenantry.app.dialogs;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;

/**
 * Says that something is under way which has to end before the user can go on, how far it is, and
 * lets it be stopped. Leaving it stops it. UI thread.
 */
public final class ProgressSheet {
  private final ProgressBar bar = new ProgressBar(0);
  private final Label words = Labels.caption("");
  private final Sheet sheet;
  private final Runnable onStop;

  /**
   * Creates it; {@link Dialogs#show(ProgressSheet)} shows it.
   *
   * @param stop what the button says
   */
  public ProgressSheet(String title, String stop, Runnable onStop) {
    this.onStop = onStop;
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(title);
    sheet = new Sheet(title, Panels.column(bar, words)).width(Sheet.Width.SMALL).cancelLabel(stop);
  }

  /** Says how far it is, as a share from 0 to 1 and in words. */
  public void say(double share, String text) {
    bar.setProgress(share);
    words.setText(text);
  }

  Sheet sheet() {
    return sheet;
  }

  void stop() {
    onStop.run();
  }
}
