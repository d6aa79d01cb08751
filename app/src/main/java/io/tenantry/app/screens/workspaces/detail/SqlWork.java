package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.tasks.Job;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.util.Optional;
import java.util.OptionalDouble;

/** Tells the window of SQL in workspaces that takes long, and leads back to it. UI thread. */
final class SqlWork {
  private final RunningWork work;
  private final Navigator navigator;
  private Runnable onWanted = () -> {};

  SqlWork(RunningWork work, Navigator navigator) {
    this.work = work;
    this.navigator = navigator;
  }

  /** Says what shows the SQL of the workspace that is open. */
  void whenWanted(Runnable action) {
    onWanted = action;
  }

  void goesOn(SqlRun run) {
    if (isLong(run)) {
      String time = Figures.duration(run.elapsed());
      String key = run.isStopping() ? "workspace.sql.stopping" : "workspace.sql.running";
      work.show(job(run, Text.of(key, time), 0, false), new Home(run));
    }
  }

  void ended(SqlRun run, String words, boolean failed) {
    if (isLong(run)) {
      work.ended(job(run, words, failed ? 1 : 0, true), new Home(run));
    } else {
      work.dropped(run.id());
    }
  }

  void dropped(SqlRun run) {
    work.dropped(run.id());
  }

  private static boolean isLong(SqlRun run) {
    return RunningWork.isLong(run.elapsed());
  }

  private static Job job(SqlRun run, String detail, int failures, boolean ended) {
    String title = Text.of("workspace.sql.job", run.workspace());
    return new Job(run.id(), title, detail, OptionalDouble.empty(), failures, ended);
  }

  private final class Home implements RunningWork.Home {
    private final SqlRun run;
    private final String workspace;

    Home(SqlRun run) {
      this.run = run;
      workspace = run.workspace().value();
    }

    @Override
    public void open() {
      if (!isLookedAt()) {
        navigator.go(ScreenRoute.WORKSPACE, workspace);
      }
      onWanted.run();
    }

    @Override
    public Optional<Runnable> stop() {
      return Optional.of(run::stop);
    }

    @Override
    public boolean isLookedAt() {
      return navigator.current().get().route() == ScreenRoute.WORKSPACE
          && PlaceSubjects.nameIn(navigator.current().get().subject()).equals(workspace);
    }
  }
}
