package io.tenantry.app.screens.query;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.KeyHint;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.text.Text;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/**
 * Run, and in its place and width Stop while something runs. A click right after the start was
 * meant for Run, and is let pass. UI thread.
 */
final class RunButton extends StackPane {
  private static final long SAME_CLICK_NANOS = Duration.ofMillis(400).toNanos();

  private final Button run;
  private final Button stop;
  private long startedAt;

  RunButton(QueryTab tab, Runnable onRun, Runnable onStop) {
    run = Buttons.primary(Text.of("query.run"), Icon.RUN, onRun);
    run.setTooltip(new Tooltip(Text.of("query.run.tip", KeyHint.spoken("Shortcut+Enter"))));
    stop = Buttons.normal(Text.of("query.stop"), Icon.STOP, () -> stop(onStop));
    stop.setTooltip(new Tooltip(Text.of("query.stop.tip")));
    getStyleClass().add("run-button");
    run.setMaxWidth(Double.MAX_VALUE);
    stop.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(run, stop);
    setMinWidth(USE_PREF_SIZE);
    BooleanSupplier cannot = () -> tab.targetProperty().get().isEmpty();
    tab.targetProperty().subscribe(() -> run.setDisable(cannot.getAsBoolean()));
    tab.running().subscribe(this::show);
  }

  /** The focus stays in the place. */
  private void show(boolean running) {
    boolean focused = run.isFocused() || stop.isFocused();
    run.setVisible(!running);
    stop.setVisible(running);
    startedAt = running ? System.nanoTime() : startedAt;
    if (focused) {
      (running ? stop : run).requestFocus();
    }
  }

  private void stop(Runnable onStop) {
    if (System.nanoTime() - startedAt > SAME_CLICK_NANOS) {
      onStop.run();
    }
  }
}
