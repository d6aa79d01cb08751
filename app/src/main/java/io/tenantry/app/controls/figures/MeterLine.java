package io.tenantry.app.controls.figures;

import io.tenantry.app.controls.Labels;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A meter with its words at the right: {@code 298 of 300 · 2 failed}. UI thread. */
public final class MeterLine extends HBox {
  /** How wide a column is at least that shows it {@link #aligned}. */
  public static final double LEAST_ROOM = 240;

  private final Meter meter = new Meter();
  private final Label words = Labels.caption("");

  /** Creates an empty line. */
  public MeterLine() {
    getStyleClass().add("meter-line");
    HBox.setHgrow(meter, Priority.ALWAYS);
    words.setMinWidth(USE_PREF_SIZE);
    words.getStyleClass().add("meter-words");
    getChildren().addAll(meter, words);
  }

  /** Makes the meter as long as those above and below it, whatever their words are. */
  public MeterLine aligned() {
    getStyleClass().add("aligned");
    return this;
  }

  /** Returns the meter, to show parts on it. */
  public Meter meter() {
    return meter;
  }

  /** Says in words what the meter shows. */
  public void say(String text) {
    words.setText(text);
    setAccessibleText(text);
  }
}
