package io.tenantry.app.controls.sql;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.KeyHint;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.text.Text;
import java.time.Duration;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/**
 * Run, and in its place and width Stop while something runs. A click right after the start was
 * meant for Run, and is let pass. UI thread.
 */
public final class RunButton extends StackPane {
  private static final long SAME_CLICK_NANOS = Duration.ofMillis(400).toNanos();

  private final Button run;
  private final Button stop;
  private long startedAt;

  /** Creates it for what runs, and is stopped, by these actions. */
  public RunButton(ObservableValue<Boolean> running, Runnable onRun, Runnable onStop) {
    run = Buttons.primary(Text.of("controls.sql.run"), Icon.RUN, onRun);
    run.setTooltip(new Tooltip(Text.of("controls.sql.run.tip", KeyHint.spoken("Shortcut+Enter"))));
    stop = Buttons.normal(Text.of("controls.sql.stop"), Icon.STOP, () -> stop(onStop));
    stop.setTooltip(new Tooltip(Text.of("controls.sql.stop.tip")));
    getStyleClass().add("run-button");
    run.setMaxWidth(Double.MAX_VALUE);
    stop.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(run, stop);
    setMinWidth(USE_PREF_SIZE);
    running.subscribe(this::show);
  }

  /** Lets it run only while something is true. */
  public RunButton possibleWhile(ObservableValue<Boolean> condition) {
    condition.subscribe(possible -> run.setDisable(!possible));
    return this;
  }

  /** The focus stays in the place. */
  private void show(boolean isRunning) {
    boolean focused = run.isFocused() || stop.isFocused();
    run.setVisible(!isRunning);
    stop.setVisible(isRunning);
    startedAt = isRunning ? System.nanoTime() : startedAt;
    if (focused) {
      (isRunning ? stop : run).requestFocus();
    }
  }

  private void stop(Runnable onStop) {
    if (System.nanoTime() - startedAt > SAME_CLICK_NANOS) {
      onStop.run();
    }
  }
}
