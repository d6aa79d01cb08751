package io.tenantry.app.lists;

import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One line about everything there is of a list, whatever its filter. UI thread. */
public final class ListSummary {
  private final ListModel<?> list;
  private final String name;
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
  private Runnable leave = () -> {};

  private ListSummary(ListModel<?> list, String name) {
    this.list = list;
    this.name = name;
    list.state().subscribe(this::stateChanged);
  }

  /**
   * Sums up a list that is here.
   *
   * @param name under which the texts {@code loading} and {@code none} are
   * @param words puts all rows into words
   */
  public static <R> ListSummary of(
      LoadedList<R> list, String name, Function<List<R>, String> words) {
    ListSummary summary = new ListSummary(list, name);
    list.readings().subscribe((_, _) -> summary.say(words.apply(list.all())));
    return summary;
  }

  /**
   * Sums up a list of which only pages are here.
   *
   * @param name under which the texts {@code loading} and {@code none} are
   * @param words asks the engine and returns the line; worker thread
   */
  public static ListSummary asking(
      PagedList<?> list, String name, Callable<String> words, TaskRunner tasks) {
    ListSummary summary = new ListSummary(list, name);
    Questions questions = summary.new Questions(words, tasks);
    list.state().subscribe((_, _) -> questions.ask());
    list.total().subscribe((_, _) -> questions.ask());
    list.askings().subscribe((_, _) -> questions.ask());
    list.readings().subscribe((_, _) -> questions.askSoon());
    summary.leave = questions::stop;
    return summary;
  }

  /** The line. */
  public ReadOnlyStringProperty line() {
    return line.getReadOnlyProperty();
  }

  /** Drops what is still to come. */
  public void leave() {
    leave.run();
  }

  private void stateChanged(ScreenState state) {
    switch (state) {
      case ScreenState.Loading _ -> line.set(Text.of(name + ".loading"));
      case ScreenState.Empty _ -> line.set(Text.of(name + ".none"));
      case ScreenState.Failed _ -> line.set(Text.of("lists.notLoaded"));
      case ScreenState.Loaded _ -> {} // said by whoever knows
    }
  }

  private boolean isLoaded() {
    return list.state().get() instanceof ScreenState.Loaded;
  }

  private void say(String words) {
    if (isLoaded()) {
      line.set(words);
    }
  }

  /** Asks at once when the number of rows changes, and soon after they were read again. */
  private final class Questions {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Callable<String> words;
    private final TaskRunner tasks;
    private TaskRunner.Handle soon = () -> {};
    private boolean due;

    Questions(Callable<String> words, TaskRunner tasks) {
      this.words = words;
      this.tasks = tasks;
    }

    void askSoon() {
      if (!due) {
        due = true;
        soon = tasks.after(SOON, this::ask);
      }
    }

    void ask() {
      stop();
      if (!isLoaded()) {
        return;
      }
      tasks
          .call(name + ".summary", words)
          .onSuccess(ListSummary.this::say)
          .onFailure(_ -> {}) // said again soon; the list says when the engine is away
          .latest(this)
          .start();
    }

    void stop() {
      soon.close();
      due = false;
      tasks.forget(this);
    }
  }
}
