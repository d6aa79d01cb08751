package io.tenantry.app.shell;

import io.tenantry.app.connect.Work;
import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.text.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What runs in the background, each with its bar and the way to it. UI thread. */
final class JobList extends VBox {
  private final ShellViewModel model;
  private final Runnable close;
  private final VBox rows = new VBox();
  private final Map<String, JobRow> known = new HashMap<>();

  JobList(ShellViewModel model, Runnable close) {
    this.model = model;
    this.close = close;
    getStyleClass().add("job-list");
    HBox head = Panels.row(Labels.title(Text.of("shell.jobs.title")), Panels.spacer());
    if (model.factory().get().offers(ScreenRoute.JOBS)) {
      head.getChildren().add(Buttons.link(Text.of("shell.jobs.all"), this::openAll));
    }
    head.getStyleClass().add("flyout-head");
    rows.getStyleClass().add("notice-rows");
    getChildren().addAll(head, rows);
    Shown.follow(this, () -> model.work().subscribe(this::fill));
    fill();
  }

  private void fill() {
    List<Work> all = model.work();
    if (all.isEmpty()) {
      known.clear();
      rows.getChildren().setAll(Labels.muted(Text.of("shell.jobs.none")));
      return;
    }
    known.keySet().removeIf(key -> all.stream().noneMatch(work -> key(work).equals(key)));
    List<JobRow> wanted = all.stream().map(this::row).toList();
    if (!rows.getChildren().equals(wanted)) {
      rows.getChildren().setAll(wanted);
    }
  }

  private JobRow row(Work work) {
    JobRow row = known.computeIfAbsent(key(work), _ -> new JobRow());
    String elsewhere = model.isHere(work) ? "" : work.at().connection().name();
    row.show(work, elsewhere, () -> open(work), close);
    return row;
  }

  private static String key(Work work) {
    return work.at().scope() + work.job().id();
  }

  private void openAll() {
    close.run();
    model.navigator().go(ScreenRoute.JOBS);
  }

  private void open(Work work) {
    close.run();
    model.open(work);
  }
}
