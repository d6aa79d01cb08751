package io.tenantry.core.logs;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.sqlite.Sqlite;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The query logs that are open, one file per project. Opened when something is noted or asked,
 * closed after a minute without use. Guarded by the lock of {@link LogWriter}.
 */
final class OpenLogs {
  private static final Logger LOG = LoggerFactory.getLogger(OpenLogs.class);
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(10);

  private final DataFolder folder;
  private final Sqlite sqlite;
  private final LogConfig config;
  private final InstantSource clock;
  private final Map<ProjectId, ProjectLog> open = new HashMap<>();
  private final Map<ProjectId, Long> brokenUntil = new HashMap<>();
  private final Set<ProjectId> removed = new HashSet<>();

  OpenLogs(DataFolder folder, Sqlite sqlite, LogConfig config, InstantSource clock) {
    this.folder = folder;
    this.sqlite = sqlite;
    this.config = config;
    this.clock = clock;
  }

  /** Returns the log of a project for noting; empty when it was removed or cannot be opened now. */
  Optional<ProjectLog> forNoting(ProjectId project) {
    ProjectLog known = open.get(project);
    if (known != null) {
      return Optional.of(known);
    }
    if (removed.contains(project)
        || brokenUntil.getOrDefault(project, Long.MIN_VALUE) > System.nanoTime()) {
      return Optional.empty();
    }
    try {
      return Optional.of(open(project));
    } catch (EngineException e) {
      LOG.warn("The query log of {} cannot be opened: {}", project, e.message());
      brokenUntil.put(project, System.nanoTime() + TRY_AGAIN_AFTER.toNanos());
      return Optional.empty();
    }
  }

  /** Returns the log of a project if it is open. */
  Optional<ProjectLog> ifOpen(ProjectId project) {
    return Optional.ofNullable(open.get(project));
  }

  /** Returns the log of a project for reading or deleting; empty when there is none. */
  Optional<ProjectLog> existing(ProjectId project) {
    ProjectLog known = open.get(project);
    if (known != null) {
      return Optional.of(known);
    }
    return removed.contains(project) || !file(project).exists()
        ? Optional.empty()
        : Optional.of(open(project));
  }

  private ProjectLog open(ProjectId project) {
    ProjectLog opened = new ProjectLog(file(project), config, clock.instant());
    open.put(project, opened);
    brokenUntil.remove(project);
    return opened;
  }

  private LogFile file(ProjectId project) {
    return new LogFile(sqlite, folder.queryLogs(project));
  }

  /**
   * Writes what a log has pending; returns how many entries were lost, because the disk is full or
   * the file is damaged.
   */
  int write(ProjectId project, ProjectLog log) {
    try {
      log.write(clock.instant());
      return 0;
    } catch (EngineException e) {
      LOG.warn("The query log of {} cannot be written: {}", project, e.message());
      int lost = log.dropPending();
      if (LogFile.isDamage(e)) {
        open.remove(project);
        closed(project, log);
        file(project).moveAside(clock.instant());
      }
      return lost;
    }
  }

  /** Writes all and says which entries were lost. */
  void writeAll(ObjLongConsumer<ProjectId> lost) {
    Map.copyOf(open).forEach((project, log) -> lost.accept(project, write(project, log)));
  }

  /** Closes the log of a project that is being deleted; nothing more is noted for it. */
  void remove(ProjectId project) {
    removed.add(project);
    ProjectLog log = open.remove(project);
    if (log != null) {
      closed(project, log);
    }
  }

  void closeIdle() {
    long since = System.nanoTime() - IDLE.toNanos();
    Iterator<Map.Entry<ProjectId, ProjectLog>> each = open.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<ProjectId, ProjectLog> entry = each.next();
      if (entry.getValue().isIdleSince(since)) {
        each.remove();
        closed(entry.getKey(), entry.getValue());
      }
    }
  }

  void closeAll() {
    open.forEach(this::closed);
    open.clear();
  }

  private void closed(ProjectId project, ProjectLog log) {
    try {
      log.close();
    } catch (EngineException e) {
      LOG.warn("The query log of {} did not close cleanly: {}", project, e.message());
    }
  }
}
