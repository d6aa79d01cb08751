package io.tenantry.app.screens.logs;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Order;
import io.tenantry.app.lists.ListQuery;
import io.tenantry.app.lists.PagedList;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.logs.ProjectEntry;
import io.tenantry.contract.logs.ProjectLogs;
import io.tenantry.contract.tenants.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The log of queries: as it was when it was asked, or live. What is live is looked at four times a
 * second, and only while it is shown. UI thread.
 */
public final class LogViewModel {
  private static final Duration LIVE = Duration.ofMillis(250);

  /** A log that was read does not change. */
  private static final Duration STILL = Duration.ofDays(1);

  private final ProjectLogs logs;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final ZoneId zone;
  private final PagedList<ProjectEntry> list;
  private final BooleanProperty live = new SimpleBooleanProperty();
  private final BooleanProperty paused = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<TailFeed.Told> told = new ReadOnlyObjectWrapper<>(nothing());
  private Optional<TailFeed> feed = Optional.empty();
  private Optional<LogSnapshot> snapshot = Optional.empty();
  private Optional<TenantId> only = Optional.empty();
  private boolean shown;

  /** Creates it with what it uses. */
  public LogViewModel(ProjectLogs logs, TaskRunner tasks, ErrorPresenter errors, ZoneId zone) {
    this.logs = logs;
    this.tasks = tasks;
    this.errors = errors;
    this.zone = zone;
    list = new PagedList<>(this::query, LogWords::key, tasks, errors);
    list.follow(this::seen);
    live.subscribe((_, _) -> switched());
    paused.subscribe((_, now) -> pause(now));
  }

  private static TailFeed.Told nothing() {
    return new TailFeed.Told(0, 0, 0, false, Optional.empty());
  }

  /** The entries as they are shown. */
  PagedList<ProjectEntry> list() {
    return list;
  }

  /** Whether new queries are shown as they end. */
  BooleanProperty live() {
    return live;
  }

  /** Whether what is live stands still for now. */
  BooleanProperty paused() {
    return paused;
  }

  /** What came while it is live. */
  ReadOnlyObjectProperty<TailFeed.Told> told() {
    return told.getReadOnlyProperty();
  }

  /** The log that is shown; empty while it is live. */
  Optional<LogSnapshot> snapshot() {
    return snapshot;
  }

  ZoneId zone() {
    return zone;
  }

  /** Shows the queries of one tenant only, whatever the filter says. */
  void only(TenantId tenant) {
    only = Optional.of(tenant);
  }

  private ListQuery<ProjectEntry> query(String filter, Optional<Order> order) {
    LogTerms read = LogTerms.parse(filter, zone);
    LogTerms terms = only.map(read::ofTenant).orElse(read);
    closeFeed();
    Instant now = Instant.now();
    if (live.get()) {
      TailFeed opened = new TailFeed(logs, terms.search());
      feed = Optional.of(opened);
      snapshot = Optional.empty();
      paused.set(false);
      return opened;
    }
    LogSnapshot asked = new LogSnapshot(logs, terms.at(now), now);
    snapshot = Optional.of(asked);
    return asked;
  }

  private void closeFeed() {
    feed.ifPresent(open -> tasks.run("logs.closeTail", open::close).start());
    feed = Optional.empty();
    told.set(nothing());
  }

  /** Somebody who reads further down is not pushed away by what comes. */
  private Duration seen(List<ProjectEntry> rows) {
    if (feed.isEmpty()) {
      return STILL;
    }
    boolean isScrolled =
        !rows.isEmpty() && !list.rows().isEmpty() && !rows.getFirst().equals(list.rows().get(0));
    if (isScrolled) {
      paused.set(true);
    }
    told.set(feed.get().told());
    if (told.get().ended()) {
      told.get().failure().ifPresent(errors::show);
      live.set(false);
    }
    return LIVE;
  }

  private void pause(boolean now) {
    feed.ifPresent(
        open -> {
          if (now) {
            open.pause();
          } else {
            open.goOn();
          }
          told.set(open.told());
        });
  }

  private void switched() {
    if (shown) {
      list.reopen();
    }
  }

  /** Reads the log again, as it is now. */
  void refresh() {
    if (!live.get()) {
      list.reopen();
    }
  }

  /** Goes on with what was live when it was left. */
  void enter() {
    boolean again = live.get() && feed.isEmpty();
    shown = true;
    if (again) {
      list.reopen();
    }
  }

  /** Follows nothing any more. */
  void leave() {
    shown = false;
    list.leave();
    closeFeed();
  }
}
