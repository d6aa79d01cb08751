package io.tenantry.app.notices;

import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.text.Text;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What one window has told: the few messages that stand on it now, and the list of all that keeps
 * them with what can be done about each. UI thread.
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

  /** Says that something went well. */
  public void success(String title, String text) {
    show(Tone.SUCCESS, Problem.of(title, text, ""));
  }

  /** Says that something went well, and what can be done about it. */
  public void success(String title, String text, Notice.Action action) {
    show(Tone.SUCCESS, Problem.of(title, text, ""), action);
  }

  /** Says something worth knowing. */
  public void info(String title, String text) {
    show(Tone.INFO, Problem.of(title, text, ""));
  }

  /** Tells something that cannot be acted upon. */
  public void show(Tone tone, Problem problem) {
    tell(new Notice(tone, problem, Optional.empty(), clock.instant(), 1));
  }

  /** Tells something with what can be done about it. */
  public void show(Tone tone, Problem problem, Notice.Action action) {
    tell(new Notice(tone, problem, Optional.of(action), clock.instant(), 1));
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

  /** Empties list and window. */
  public void clear() {
    shown.clear();
    kept.clear();
    unseen.clear();
    count();
  }

  /** Says that the user looks at the list. */
  public void seen() {
    unseen.clear();
    count();
  }

  /**
   * Takes away what can be done about everything told so far, because it was about an engine or a
   * project that is not open any more.
   */
  public void retireActions() {
    shown.removeIf(Notice::isPassing);
    kept.replaceAll(this::retired);
  }

  private Notice retired(Notice notice) {
    if (notice.action().isEmpty()) {
      return notice;
    }
    Notice plain = notice.withoutAction();
    shown.replaceAll(each -> each.equals(notice) ? plain : each);
    if (unseen.remove(notice)) {
      unseen.add(plain);
    }
    return plain;
  }

  private void drop(Notice notice) {
    kept.remove(notice);
    shown.remove(notice);
    unseen.remove(notice);
  }

  private void count() {
    unread.set(unseen.size());
  }
}
