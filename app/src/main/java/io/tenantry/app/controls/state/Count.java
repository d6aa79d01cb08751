package io.tenantry.app.controls.state;

import io.tenantry.app.text.Figures;
import javafx.scene.control.Label;

/**
 * How many, in a small round frame: beside a heading, a tab, an entry of the sidebar. UI thread.
 */
public final class Count extends Label {
  /** Creates a count. */
  public Count(long number) {
    getStyleClass().add("count");
    setMinWidth(USE_PREF_SIZE);
    show(number);
  }

  /** Creates a count of what is wrong. */
  public static Count ofFailures(long number) {
    Count count = new Count(number);
    Tone.DANGER.mark(count);
    return count;
  }

  /** Changes the number. */
  public void show(long number) {
    setText(Figures.count(number));
  }
}
