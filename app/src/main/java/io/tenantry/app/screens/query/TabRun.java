package io.tenantry.app.screens.query;

import io.tenantry.app.controls.sql.SqlPart;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.FanOutProgress;
import io.tenantry.sql.StatementKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One run of a tab: starts it, shows the first row at once and looks a few times a second at what
 * came since, stops it, and says how it ended. UI thread.
 */
final class TabRun {
  private static final Duration FIRST_LOOKS = Duration.ofMillis(100);
  private static final Duration LOOKS = Duration.ofMillis(250);

  /** What the run before brought stays for so long, so that quick runs do not flicker. */
  private static final Duration STALE = Duration.ofMillis(300);

  /** A pulse comes within so long, so what waits longer on the UI thread waits for its layout. */
  private static final Duration PULSE = Duration.ofMillis(30);

  private static final Duration DRAWING = Duration.ofMillis(250);

  private final QueryTab tab;
  private final RunningQuery query;
  private final SqlPart part;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final TabWork tabWork;
  private final Consumer<LastRun> keep;
  private final Instant startedAt = Instant.now();
  private final long startedNanos = System.nanoTime();
  private TaskRunner.Handle work = () -> {};
  private TaskRunner.Handle looks = () -> {};
  private boolean stopping;
  private boolean over;

  TabRun(
      QueryTab tab,
      RunningQuery query,
      SqlPart part,
      TaskRunner tasks,
      ErrorPresenter errors,
      TabWork tabWork,
      Consumer<LastRun> keep) {
    this.tab = tab;
    this.query = query;
    this.part = part;
    this.tasks = tasks;
    this.errors = errors;
    this.tabWork = tabWork;
    this.keep = keep;
  }

  void start() {
    tab.recorded().show(Optional.empty());
    show(RunState.Phase.RUNNING, Optional.empty());
    keepAsItStands();
    query.onFirstRow(this::drawFirst);
    looks = tasks.after(FIRST_LOOKS, this::look);
    work =
        tasks
            .longCall(
                "query.run",
                () -> {
                  query.run();
                  return true;
                })
            .onSuccess(_ -> ended())
            .onFailure(this::failed)
            .start();
  }

  /**
   * Lets the first row be drawn before more is taken: an engine whose answers nobody takes rests,
   * and the UI thread gets a processor. Worker thread.
   */
  private void drawFirst() {
    CountDownLatch drawn = new CountDownLatch(1);
    tasks.bring(
        () -> {
          showWhatCame();
          tasks.after(PULSE, drawn::countDown);
        });
    try {
      drawn.await(DRAWING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says whether it may be changing rows now. */
  boolean isWriting() {
    return !over && !StatementKind.onlyReads(query.sql());
  }

  private void look() {
    if (!over) {
      showWhatCame();
      looks = tasks.after(elapsed().compareTo(STALE) < 0 ? FIRST_LOOKS : LOOKS, this::look);
    }
  }

  private void showWhatCame() {
    if (!over) {
      showAnswers();
      show(stopping ? RunState.Phase.STOPPING : RunState.Phase.RUNNING, Optional.empty());
    }
  }

  private void ended() {
    boolean all = query.progress().map(FanOutProgress::waiting).orElse(0) == 0;
    boolean nothing = query.progress().isEmpty() && query.only().isEmpty();
    finish(
        stopping && (!all || nothing) ? RunState.Phase.STOPPED : RunState.Phase.DONE,
        Optional.empty());
  }

  private void failed(EngineException error) {
    if (query.isStopped(error)) {
      finish(RunState.Phase.STOPPED, Optional.empty());
    } else {
      finish(RunState.Phase.FAILED, Optional.of(RunProblem.of(error, part, errors)));
    }
  }

  private void finish(RunState.Phase phase, Optional<RunProblem> problem) {
    if (over) {
      return;
    }
    over = true;
    looks.close();
    showAnswers();
    tab.recorded().show(query.recorded());
    show(phase, problem);
    keepAsItStands();
  }

  /** Stops the engine; where that cannot be, only nobody waits any more. */
  void stop() {
    if (over || stopping) {
      return;
    }
    stopping = true;
    show(RunState.Phase.STOPPING, Optional.empty());
    tasks.run("query.stop", query::stop).onFailure(this::notStopped).start();
  }

  private void notStopped(EngineException error) {
    if (over) {
      return;
    }
    if (error.code() == ErrorCode.NOT_FOUND) {
      work.close();
      finish(RunState.Phase.LEFT, Optional.empty());
    } else {
      stopping = false;
      show(RunState.Phase.RUNNING, Optional.empty());
      errors.show(error);
    }
  }

  /** Stops it, because nobody is going to look at it any more. */
  void drop() {
    if (!over) {
      keepAsItStands();
    }
    over = true;
    looks.close();
    work.close();
    tabWork.dropped(query);
    tasks.run("query.stop", query::stop).onFailure(_ -> {}).start();
  }

  /** What stays when the rows are gone; of what runs, in case it is cut off now. */
  private void keepAsItStands() {
    tab.runProperty().get().map(state -> LastRun.of(state, part.sql())).ifPresent(keep);
  }

  private void showAnswers() {
    boolean something = query.answers().rowCount() > 0 || query.only().isPresent();
    if (over || something || elapsed().compareTo(STALE) > 0) {
      boolean rows = something && effect().isEmpty() || query.target().reachesMany() && something;
      tab.show(rows ? Optional.of(query.answers()) : Optional.empty());
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  private Optional<String> effect() {
    return query.target().reachesMany()
        ? query
            .progress()
            .flatMap(progress -> RunWords.effect(query.sql(), query.answers(), progress))
        : query.only().flatMap(result -> RunWords.effect(query.sql(), result));
  }

  private void show(RunState.Phase phase, Optional<RunProblem> problem) {
    AnswerTable answers = query.answers();
    RunState state =
        new RunState(
            phase,
            query.target(),
            startedAt,
            elapsed(),
            query.progress(),
            new RunState.Counts(answers.rowsThatCame(), answers.beyond(), answers.cut()),
            effect(),
            problem);
    tab.show(state);
    tabWork.tell(query, state);
  }
}
