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
  private final Map<ProjectScope, List<Notice>> elsewhere = new HashMap<>();
  private final Teller window = new Teller(() -> Belonging.WINDOW, this::tell);
  private final Teller here =
      new Teller(() -> new Belonging(project(), Optional.empty()), this::tell);
  private final Teller silence =
      new Teller(
          () -> new Belonging(project(), project().map(ProjectScope::connection)), this::tell);
  private Optional<ProjectScope> project = Optional.empty();

  /** Creates an empty list. */
  public Notices() {
    this(InstantSource.system());
  }

  Notices(InstantSource clock) {
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

  /** A button that vanishes tells nothing: the notice says that it is tried, and how it ended. */
  private void tryAgain(Notice notice, Retry retry) {
    Notice trying = notice.trying();
    replace(notice, trying);
    count();
    retry.start(
        () -> {
          remove(trying);
          success(Text.of("notices.worked"), trying.problem().title());
        },
        () -> replace(trying, notice.withoutAction()));
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
   * Puts away what belongs to the project that was open, and shows again what was told of the one
   * that is open now. Nothing can be done about it any more: its engine was left meanwhile.
   */
  public void opened(Optional<ProjectScope> next) {
    project.ifPresent(before -> elsewhere.put(before, takeAway()));
    project = next;
    next.map(elsewhere::remove).ifPresent(this::putBack);
    count();
  }

  private List<Notice> takeAway() {
    List<Notice> mine = kept.stream().filter(notice -> !notice.belongsToWindow()).toList();
    kept.removeAll(mine);
    shown.removeAll(mine);
    mine.stream().filter(unseen::remove).map(Notice::withoutAction).forEach(unseen::add);
    return mine.stream().map(Notice::withoutAction).toList();
  }

  private void putBack(List<Notice> mine) {
    kept.addAll(mine);
    kept.sort(Comparator.comparing(Notice::at).reversed());
  }

  /** Takes away what was told because an engine did not answer: it does now. */
  public void answers(String connection) {
    kept.removeIf(notice -> notice.isAboutSilence(connection));
    shown.removeIf(notice -> notice.isAboutSilence(connection));
    unseen.removeIf(notice -> notice.isAboutSilence(connection));
    elsewhere.replaceAll(
        (_, all) -> all.stream().filter(notice -> !notice.isAboutSilence(connection)).toList());
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
  }
}
