package io.tenantry.app.screens.jobs;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.lists.ListSummary;
import io.tenantry.app.lists.LoadedList;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.tasks.Job;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.tasks.TrackedWork;
import io.tenantry.app.tasks.WorkKind;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.Project;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.util.Subscription;

/** All long work of the open project: the engine's, and what windows run. UI thread. */
public final class JobsViewModel {
  private static final Duration AT_WORK = Duration.ofSeconds(1);
  private static final Duration CALM = Duration.ofSeconds(10);

  private final JobSources sources;
  private final RunningWork work;
  private final TaskRunner tasks;
  private final Navigator navigator;
  private final LoadedList<ListedJob> list;
  private final ListSummary summary;
  private Subscription following = Subscription.EMPTY;
  private volatile List<TrackedWork> here = List.of();

  /** Creates it with what it uses. */
  public JobsViewModel(
      Project project,
      RunningWork work,
      TaskRunner tasks,
      Navigator navigator,
      ErrorPresenter errors) {
    this.sources = new JobSources(project);
    this.work = work;
    this.tasks = tasks;
    this.navigator = navigator;
    list = new LoadedList<>(this::read, ListedJob::id, ListedJob::words, orders(), tasks, errors);
    list.follow(seen -> seen.stream().anyMatch(row -> row.state().moves()) ? AT_WORK : CALM);
    summary = ListSummary.of(list, "jobs", JobsViewModel::summed);
  }

  LoadedList<ListedJob> list() {
    return list;
  }

  /** One line about all of it. */
  ReadOnlyStringProperty summary() {
    return summary.line();
  }

  private static String summed(List<ListedJob> all) {
    long running = all.stream().filter(row -> row.state().goesOn()).count();
    long failed = all.stream().filter(row -> row.state() == JobState.FAILED).count();
    return Text.of(
        "jobs.summary",
        Figures.count(running),
        Figures.count(all.size() - running),
        Figures.count(failed));
  }

  private static Map<String, Comparator<ListedJob>> orders() {
    return Map.of(
        "what", Comparator.comparing(ListedJob::what, String.CASE_INSENSITIVE_ORDER),
        "kind", Comparator.comparing(ListedJob::kind),
        "state", Comparator.comparing(ListedJob::state),
        "started", Comparator.comparing(ListedJob::startedAt));
  }

  private List<ListedJob> read() {
    List<ListedJob> kept = sources.read();
    Set<String> known = kept.stream().map(ListedJob::id).collect(Collectors.toSet());
    Stream<ListedJob> ours =
        here.stream()
            .filter(each -> !each.home().isOfEngine() && !known.contains(each.job().id()))
            .map(JobsViewModel::row);
    return Stream.concat(kept.stream(), ours)
        .sorted(
            Comparator.comparing((ListedJob row) -> !row.state().goesOn())
                .thenComparing(ListedJob::startedAt, Comparator.reverseOrder()))
        .toList();
  }

  private static ListedJob row(TrackedWork each) {
    Job job = each.job();
    return new ListedJob(
        job.id(),
        kind(each.home().kind()),
        job.title(),
        stateOf(each),
        job.progress(),
        job.failures(),
        0,
        job.detail(),
        each.startedAt(),
        each.endedAt(),
        new ListedJob.InWindow(each.home()));
  }

  private static JobKind kind(WorkKind kind) {
    return switch (kind) {
      case SQL -> JobKind.SQL;
      case TENANTS -> JobKind.TENANTS;
    };
  }

  private static JobState stateOf(TrackedWork each) {
    if (each.endedAt().isEmpty()) {
      return JobState.RUNNING;
    }
    if (each.isStopped()) {
      return JobState.STOPPED;
    }
    return each.job().failures() > 0 ? JobState.FAILED : JobState.DONE;
  }

  void shown() {
    following.unsubscribe();
    following = work.tracked().subscribe(this::followHere);
    here = List.copyOf(work.tracked());
  }

  /** What begins and ends here is shown at once; how far it is, with the next reading. */
  private void followHere() {
    List<TrackedWork> before = here;
    here = List.copyOf(work.tracked());
    if (goingOn(before) != goingOn(here)) {
      list.load();
    }
  }

  private static long goingOn(List<TrackedWork> all) {
    return all.stream().filter(each -> each.endedAt().isEmpty()).count();
  }

  /** Goes to where work is looked at. */
  void open(ListedJob job) {
    switch (job.home()) {
      case ListedJob.OnPage(var place) -> navigator.go(place);
      case ListedJob.InWindow(var home) -> home.open();
    }
  }

  /** Stops work. */
  void stop(ListedJob job) {
    if (job.home() instanceof ListedJob.InWindow(RunningWork.Home home)) {
      home.stop().ifPresent(Runnable::run);
      return;
    }
    tasks.run("jobs.stop", () -> sources.stop(job)).onDone(list::load).start();
  }

  /** Follows nothing any more, when the screen is left. */
  void leave() {
    following.unsubscribe();
    following = Subscription.EMPTY;
    list.leave();
    summary.leave();
  }

  /** Returns how long work took, or takes by now. */
  static String took(ListedJob job) {
    Duration took = job.took(Instant.now());
    boolean isShort = took.compareTo(Duration.ofSeconds(1)) < 0; // engines tell whole seconds
    return isShort ? Text.of("jobs.took.short") : Figures.duration(took);
  }

  /** Returns a piece of work by its id, if it is listed. */
  Optional<ListedJob> find(String id) {
    return list.all().stream().filter(row -> row.id().equals(id)).findFirst();
  }
}
