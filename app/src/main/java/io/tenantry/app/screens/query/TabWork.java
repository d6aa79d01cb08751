package io.tenantry.app.screens.query;

import io.tenantry.app.fx.Problem;
import io.tenantry.app.tasks.Job;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.text.Text;
import io.tenantry.contract.queries.FanOutProgress;
import java.util.OptionalDouble;

/** Tells the window of a tab's run that takes long, and leads back to the tab. UI thread. */
final class TabWork {
  private final RunningWork work;
  private final RunningWork.Home tab;

  TabWork(RunningWork work, RunningWork.Home tab) {
    this.work = work;
    this.tab = tab;
  }

  void tell(RunningQuery query, RunState state) {
    boolean isLong = RunningWork.isLong(state.elapsed());
    switch (state.phase()) {
      case RUNNING, STOPPING -> {
        if (isLong) {
          work.show(job(query, state, 0), tab);
        }
      }
      case DONE, FAILED -> {
        if (isLong) {
          work.ended(job(query, state, failures(state)), tab);
        } else {
          work.dropped(query.id());
        }
      }
      case STOPPED, LEFT -> work.dropped(query.id());
    }
  }

  void dropped(RunningQuery query) {
    work.dropped(query.id());
  }

  private static int failures(RunState state) {
    int tenants = state.progress().map(FanOutProgress::failed).orElse(0);
    return state.problem().isPresent() ? Math.max(1, tenants) : tenants;
  }

  private static Job job(RunningQuery query, RunState state, int failures) {
    String words =
        state
            .problem()
            .map(RunProblem::problem)
            .map(Problem::text)
            .orElseGet(() -> RunWords.summary(state));
    return new Job(
        query.id(),
        Text.of("query.job", state.target().words()),
        words,
        state.progress().map(TabWork::share).orElseGet(OptionalDouble::empty),
        state.phase().isOver() ? failures : 0,
        state.phase().isOver());
  }

  private static OptionalDouble share(FanOutProgress progress) {
    int total = progress.total();
    return OptionalDouble.of(total == 0 ? 1 : (double) (total - progress.waiting()) / total);
  }
}
