package io.tenantry.app.shell;

import io.tenantry.app.connect.Work;
import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.tasks.Job;
import io.tenantry.app.text.Text;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One piece of work in the list, the same node as long as it goes on. UI thread. */
final class JobRow extends VBox {
  private final Hyperlink title = Buttons.link("", () -> {});
  private final ProgressBar progress = new ProgressBar();
  private final Button stop = Buttons.normal(Text.of("shell.jobs.stop"), () -> {});
  private final Label detail = Labels.caption("");
  private final Label failures = Labels.caption("");
  private final Label where = Labels.caption("");

  JobRow() {
    getStyleClass().add("job-row");
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.managedProperty().bind(progress.visibleProperty());
    failures.getStyleClass().add("text-danger");
    where.managedProperty().bind(where.visibleProperty());
    where.visibleProperty().bind(where.textProperty().isNotEmpty());
    stop.getStyleClass().add("small");
    stop.managedProperty().bind(stop.visibleProperty());
    stop.setMinWidth(USE_PREF_SIZE);
    HBox words = Panels.row(detail, failures, Panels.spacer(), stop);
    getChildren().addAll(title, progress, words, where);
  }

  /**
   * Shows how far it is.
   *
   * @param elsewhere the name of its connection; empty when that is the one of the window
   * @param beforeStop makes room for the question that stopping may ask
   */
  void show(Work work, String elsewhere, Runnable open, Runnable beforeStop) {
    Job job = work.job();
    title.setText(job.title());
    title.setOnAction(_ -> open.run());
    stop.setVisible(work.stop().isPresent());
    stop.setAccessibleText(Text.of("shell.jobs.stop.spoken", job.title()));
    stop.setOnAction(
        _ -> {
          beforeStop.run();
          work.stop().ifPresent(Runnable::run);
        });
    progress.setVisible(job.progress().isPresent());
    progress.setProgress(job.progress().orElse(0));
    detail.setText(job.detail());
    failures.setText(job.failures() == 0 ? "" : Text.of("shell.job.failed.count", job.failures()));
    where.setText(elsewhere.isEmpty() ? "" : Text.of("shell.job.where", elsewhere));
  }
}
