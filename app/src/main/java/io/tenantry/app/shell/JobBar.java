package io.tenantry.app.shell;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.tasks.Job;
import io.tenantry.app.text.Text;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** What runs in the background, whatever screen is shown; away while nothing does. UI thread. */
final class JobBar extends HBox {
  private final ShellViewModel model;
  private final Hyperlink title = Buttons.link("", this::open);
  private final Label detail = Labels.muted("");
  private final Label failures = Labels.body("");
  private final Label more = Labels.muted("");
  private final ProgressBar progress = new ProgressBar(0);

  JobBar(ShellViewModel model) {
    this.model = model;
    getStyleClass().add("jobs-bar");
    failures.getStyleClass().add("text-danger");
    getChildren()
        .addAll(
            Icons.of(Feather.SEND, "icon-accent"),
            title,
            progress,
            detail,
            failures,
            Panels.spacer(),
            more);
    managedProperty().bind(visibleProperty());
    model.jobs().subscribe(this::show);
    show();
  }

  private void show() {
    setVisible(!model.jobs().isEmpty());
    if (model.jobs().isEmpty()) {
      return;
    }
    Job job = model.jobs().getFirst();
    title.setText(job.title());
    detail.setText(job.detail());
    progress.setProgress(job.progress());
    failures.setText(job.failures() == 0 ? "" : Text.of("shell.job.failed.count", job.failures()));
    int others = model.jobs().size() - 1;
    more.setText(others == 0 ? "" : Text.of("shell.job.more", others));
  }

  private void open() {
    model.navigator().go(Route.DEPLOYMENT, model.jobs().getFirst().id());
  }
}
