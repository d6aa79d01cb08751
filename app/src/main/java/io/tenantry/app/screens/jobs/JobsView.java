package io.tenantry.app.screens.jobs;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.fx.Command;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.lists.ListScreen;
import io.tenantry.app.lists.ListSetup;
import io.tenantry.app.lists.RowAction;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.text.Text;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** All long work of the open project. Its subject is a filter. */
public final class JobsView implements Screen {
  private final JobsViewModel model;
  private final WriteGuard guard;
  private final ListScreen<ListedJob> screen;
  private final PageHead head;
  private final VBox root;

  /** Creates it. */
  public JobsView(
      JobsViewModel model, WriteGuard guard, Navigator navigator, ProjectMemory memory) {
    this.model = model;
    this.guard = guard;
    screen = new ListScreen<>(model.list(), setup(navigator), memory);
    head =
        new PageHead(Text.of("jobs.title"))
            .actions(
                Action.of(Text.of("jobs.refresh"), Icon.REFRESH, model.list()::load)
                    .iconOnly()
                    .keys("F5"));
    head.captionProperty().bind(model.summary());
    root = Panels.page(screen.node());
  }

  private ListSetup<ListedJob> setup(Navigator navigator) {
    return new ListSetup<ListedJob>("jobs")
        .columns(JobColumns.all())
        .opening(model::open)
        .action(RowAction.<ListedJob>one(Text.of("jobs.open"), Icon.FORWARD, model::open).quick())
        .action(
            RowAction.<ListedJob>one(Text.of("jobs.stop"), Icon.STOP, this::stop)
                .offered(ListedJob::canStop)
                .quick())
        .whenEmpty(
            new EmptyState(Icon.JOBS, Text.of("jobs.empty.title"), Text.of("jobs.empty.text"))
                .action(
                    Buttons.primary(
                        Text.of("jobs.empty.action"),
                        () -> navigator.go(ScreenRoute.DEPLOYMENTS))));
  }

  private void stop(ListedJob job) {
    if (job.home() instanceof ListedJob.InWindow) {
      model.stop(job);
      return;
    }
    guard.run(
        GuardedChange.normal(
            Text.of("jobs.stop.question", job.what()),
            Text.of("jobs.stop.text"),
            Text.of("jobs.stop"),
            job.what()),
        () -> model.stop(job));
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public PageHead head() {
    return head;
  }

  @Override
  public void shown(String subject) {
    model.shown();
    screen.shown(subject);
  }

  @Override
  public void hidden() {
    screen.hidden();
    model.leave();
  }

  @Override
  public List<Command> commands() {
    return screen.commands();
  }
}
