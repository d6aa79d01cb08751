package io.tenantry.app.notices;

import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.settings.ProjectScope;
import io.tenantry.app.text.Text;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What one window has told of itself and of the project that is open: the few messages that stand
 * on it now, and the list of all that keeps them with what can be done about each. UI thread.
 */
public final class Notices {
  private static final int MOST_SHOWN = 3;
  private static final int MOST_KEPT = 100;

  private final InstantSource clock;
  private final ObservableList<Notice> shown = FXCollections.observableArrayList();
  private final ObservableList<Notice> kept = FXCollections.observableArrayList();
  private final ObservableList<Notice> readOnlyShown =
      FXCollections.unmodifiableObservableList(shown);
  private final ObservableList<Notice> readOnlyKept =
      FXCollections.unmodifiableObservableList(kept);
  private final Set<Notice> unseen = new HashSet<>();
  private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
  private final Map<Notice, Notice> tried = new HashMap<>();
  private final NoticeShelf shelf;
  private final Teller window = new Teller(() -> Belonging.WINDOW, this::tell);
  private final Teller here =
      new Teller(() -> new Belonging(project(), Optional.empty()), this::tell);
  private final Teller silence =
      new Teller(
          () -> new Belonging(project(), project().map(ProjectScope::connection)), this::tell);
  private Optional<ProjectScope> project = Optional.empty();

  /** Creates a list that remembers nothing after its end. */
  public Notices() {
    this(NoticeShelf.passing());
  }

  /** Creates a list; what is told of a project is put on the shelf at once. */
  public Notices(NoticeShelf shelf) {
    this(shelf, InstantSource.system());
  }

  Notices(NoticeShelf shelf, InstantSource clock) {
    this.shelf = shelf;
    this.clock = clock;
  }

  /** Returns the messages that stand on the window now, newest first; read-only. */
  public ObservableList<Notice> shown() {
    return readOnlyShown;
  }

  /** Returns everything told, newest first; read-only. */
  public ObservableList<Notice> kept() {
    return readOnlyKept;
  }

  /** Returns how many were told and neither answered nor looked at in the list. */
  public ReadOnlyIntegerProperty unread() {
    return unread.getReadOnlyProperty();
  }

  /** Says that something went well in the open project. */
  public void success(String title, String text) {
    here.success(title, text);
  }

  /** Says that something went well in the open project, and what can be done about it. */
  public void success(String title, String text, Notice.Action action) {
    here.success(title, text, action);
  }

  /** Says something worth knowing about the open project. */
  public void info(String title, String text) {
    here.info(title, text);
  }

  /** Tells something about the open project that cannot be acted upon. */
  public void show(Tone tone, Problem problem) {
    here.show(tone, problem);
  }

  /** Tells something about the open project with what can be done about it. */
  public void show(Tone tone, Problem problem, Notice.Action action) {
    here.show(tone, problem, action);
  }

  /** Returns who tells what belongs to the open project. */
  public Teller here() {
    return here;
  }

  /** Returns who tells what has nothing to do with what is open. */
  public Teller window() {
    return window;
  }

  /** Returns who tells that the engine of the open project does not answer. */
  public Teller silence() {
    return silence;
  }

  /** Returns who tells that a connection could not be opened. */
  public Teller unopened(String connection) {
    Belonging of = new Belonging(Optional.empty(), Optional.of(connection));
    return new Teller(() -> of, this::tell);
  }

  private void tell(Belonging of, Teller.Telling what) {
    tell(new Notice(what.tone(), what.problem(), what.action(), clock.instant(), 1, of));
  }

  private void tell(Notice fresh) {
    Optional<Notice> same = kept.stream().filter(fresh::repeats).findFirst();
    Notice notice = same.map(fresh::after).orElse(fresh);
    same.ifPresent(this::drop);
    kept.addFirst(notice);
    if (kept.size() > MOST_KEPT) {
      drop(kept.getLast());
    }
    if (shown.size() == MOST_SHOWN) {
      shown.remove(leavesFirst());
    }
    shown.addFirst(notice);
    unseen.add(notice);
    count();
  }

  /** The oldest that would leave by itself, or the oldest. */
  private Notice leavesFirst() {
    return shown.reversed().stream()
        .filter(Notice::isPassing)
        .findFirst()
        .orElseGet(shown::getLast);
  }

  /** Takes a message off the window, because its time is over; it stays unread in the list. */
  public void pass(Notice notice) {
    shown.remove(notice);
  }

  /** Takes a message off the window, because the user has read it; it stays in the list. */
  public void close(Notice notice) {
    shown.remove(notice);
    unseen.remove(notice);
    count();
  }

  /** Does what a notice offers; once. */
  public void act(Notice notice) {
    Optional<Retry> retry = notice.action().flatMap(Notice.Action::retry);
    if (retry.isPresent()) {
      tryAgain(notice, retry.get());
      return;
    }
    kept.replaceAll(each -> each.equals(notice) ? notice.withoutAction() : each);
    close(notice);
    notice.action().map(Notice.Action::run).ifPresent(Runnable::run);
  }

  /**
   * Says that things have gone another way: what offers to do something with them and nothing else
   * offers it no more, and leaves the window when it is no problem.
   */
  public void gone(Set<String> things) {
    for (Notice notice : List.copyOf(kept)) {
      Notice now = notice.without(things);
      if (now != notice) {
        boolean isUnread = unseen.contains(notice);
        replace(notice, now);
        if (isUnread) {
          unseen.add(now);
        }
        if (now.action().isEmpty() && now.isPassing()) {
          pass(now);
        }
      }
    }
    count();
  }

  /** A button that vanishes tells nothing: the notice says that it is tried, and how it ended. */
  private void tryAgain(Notice notice, Retry retry) {
    Notice trying = notice.trying();
    tried.put(trying, notice);
    replace(notice, trying);
    count();
    retry.start(
        () -> {
          tried.remove(trying);
          remove(trying);
          success(Text.of("notices.worked"), trying.problem().title());
        },
        () -> {
          tried.remove(trying);
          replace(trying, notice.withoutAction());
          count();
        });
  }

  private void replace(Notice before, Notice now) {
    kept.replaceAll(each -> each.equals(before) ? now : each);
    shown.replaceAll(each -> each.equals(before) ? now : each);
    unseen.remove(before);
  }

  /** Takes a notice off the list. */
  public void remove(Notice notice) {
    drop(notice);
    count();
  }

  /** Empties list and window; what belongs to other projects stays there. */
  public void clear() {
    shown.clear();
    unseen.removeAll(Set.copyOf(kept));
    kept.clear();
    count();
  }

  /** Says that the user looks at the list. */
  public void seen() {
    unseen.removeAll(Set.copyOf(kept));
    count();
  }

  /**
   * Leaves what belongs to the project that was open, and shows again what was told of the one that
   * is open now, also before a restart. Nothing can be done about it any more: its engine was left
   * meanwhile.
   */
  public void opened(Optional<ProjectScope> next) {
    List<Notice> left = kept.stream().filter(notice -> !notice.belongsToWindow()).toList();
    left.forEach(this::drop);
    project = next;
    next.map(shelf::read).ifPresent(this::putBack);
    count();
  }

  private void putBack(List<NoticeShelf.Kept> mine) {
    for (NoticeShelf.Kept each : mine) {
      kept.add(each.notice());
      if (each.unread()) {
        unseen.add(each.notice());
      }
    }
    kept.sort(Comparator.comparing(Notice::at).reversed());
  }

  /** Takes away what was told because an engine did not answer: it does now. */
  public void answers(String connection) {
    kept.removeIf(notice -> notice.isAboutSilence(connection));
    shown.removeIf(notice -> notice.isAboutSilence(connection));
    unseen.removeIf(notice -> notice.isAboutSilence(connection));
    count();
  }

  private Optional<ProjectScope> project() {
    return project;
  }

  private void drop(Notice notice) {
    kept.remove(notice);
    shown.remove(notice);
    unseen.remove(notice);
  }

  private void count() {
    unread.set((int) kept.stream().filter(unseen::contains).count());
    project.ifPresent(open -> shelf.put(open, kept.stream().flatMap(this::lasting).toList()));
  }

  /** That an engine does not answer is told anew when it still does not. */
  private Stream<NoticeShelf.Kept> lasting(Notice notice) {
    Notice said = tried.getOrDefault(notice, notice);
    return said.belongsToWindow() || said.of().silent().isPresent()
        ? Stream.empty()
        : Stream.of(new NoticeShelf.Kept(said.withoutAction(), unseen.contains(notice)));
  }
}
