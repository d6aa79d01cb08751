package io.tenantry.app.shell;

import io.tenantry.app.connect.Work;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.text.Text;
import java.util.OptionalDouble;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/**
 * How many jobs run in the background, and how far the first one is; as wide as while none runs. UI
 * thread.
 */
final class JobsButton extends Button {
  private final ObservableList<Work> jobs;
  private final Label count = new Label();
  private final ProgressBar progress = new ProgressBar(0);
  private final Tooltip name = new Tooltip();

  JobsButton(ObservableList<Work> jobs, Runnable open) {
    this.jobs = jobs;
    getStyleClass().addAll("flat", "icon-button", "jobs-button");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    count.getStyleClass().add("bell-count");
    StackPane content = new StackPane(Icons.of(Icon.RUNNING), progress, count);
    content.getStyleClass().add("bell-content");
    content.getChildren().forEach(node -> node.setMouseTransparent(true));
    setGraphic(content);
    setTooltip(name);
    setOnAction(_ -> open.run());
    jobs.subscribe(this::show);
    show();
  }

  private void show() {
    boolean running = !jobs.isEmpty();
    count.setText(String.valueOf(jobs.size()));
    count.setVisible(jobs.size() > 1);
    OptionalDouble share = running ? jobs.getFirst().job().progress() : OptionalDouble.empty();
    progress.setVisible(share.isPresent());
    progress.setProgress(share.orElse(0));
    getStyleClass().remove("running");
    if (running) {
      getStyleClass().add("running");
    }
    name.setText(Text.of("shell.jobs.count", jobs.size()));
    setAccessibleText(name.getText());
  }
}
