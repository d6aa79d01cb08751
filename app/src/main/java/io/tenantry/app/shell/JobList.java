package io.tenantry.app.shell;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.tasks.Job;
import io.tenantry.app.text.Text;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What runs in the background, each with its bar and the way to it. UI thread. */
final class JobList extends VBox {
  private final ShellViewModel model;
  private final Runnable close;
  private final VBox rows = new VBox();

  JobList(ShellViewModel model, Runnable close) {
    this.model = model;
    this.close = close;
    getStyleClass().add("job-list");
    HBox head = Panels.row(Labels.title(Text.of("shell.jobs.title")));
    head.getStyleClass().add("flyout-head");
    rows.getStyleClass().add("notice-rows");
    getChildren().addAll(head, rows);
    Shown.follow(this, () -> model.jobs().subscribe(this::fill));
    fill();
  }

  private void fill() {
    if (model.jobs().isEmpty()) {
      rows.getChildren().setAll(Labels.muted(Text.of("shell.jobs.none")));
    } else {
      rows.getChildren().setAll(model.jobs().stream().map(this::row).toList());
    }
  }

  private Node row(Job job) {
    ProgressBar progress = new ProgressBar(job.progress());
    progress.setMaxWidth(Double.MAX_VALUE);
    Label failures = Labels.caption("");
    failures.getStyleClass().add("text-danger");
    failures.setText(job.failures() == 0 ? "" : Text.of("shell.job.failed.count", job.failures()));
    VBox row =
        new VBox(
            Buttons.link(job.title(), () -> open(job)),
            progress,
            Panels.row(Labels.caption(job.detail()), failures));
    row.getStyleClass().add("job-row");
    return row;
  }

  private void open(Job job) {
    close.run();
    model.navigator().go(Route.DEPLOYMENT, job.id());
  }
}
