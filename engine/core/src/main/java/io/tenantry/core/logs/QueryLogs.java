package io.tenantry.core.logs;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.projects.ProjectClosing;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.tenants.TenantLeftovers;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * The query logs of an engine: takes events, keeps them, and lets services read them. Any thread.
 */
public final class QueryLogs implements QueryLog, TenantLeftovers, ProjectClosing, AutoCloseable {
  private final Sqlite sqlite = new Sqlite();
  private final LogTails tails = new LogTails();
  private final OpenLogs logs;
  private final LogWriter writer;

  /** Starts without any open file. */
  public QueryLogs(DataFolder folder, LogConfig config, InstantSource clock) {
    logs = new OpenLogs(folder, sqlite, config, clock);
    writer = new LogWriter(logs, tails);
  }

  @Override
  public void record(QueryEvent event) {
    writer.record(event);
  }

  /** Returns how many events of a project were lost since the engine was opened. */
  long dropped(ProjectId project) {
    return writer.dropped(project);
  }

  /**
   * Reads the log of a project with all that was recorded before the call.
   *
   * @return what the work returns; empty when the project has no log
   */
  <T> Optional<T> read(ProjectId project, Function<SqliteDatabase, T> work) {
    Optional<SqliteDatabase> opened =
        writer.settled(project, () -> logs.existing(project).map(ProjectLog::openReader));
    return opened.map(
        database -> {
          try (database) {
            return work.apply(database);
          }
        });
  }

  /** Waits until everything that was recorded for a project is in its file. */
  public void settle(ProjectId project) {
    writer.settled(project, () -> true);
  }

  /** Lets a tail have what is recorded from now on. */
  void join(LogTail<?> tail) {
    writer.settled(
        tail.project(),
        () -> {
          tails.add(tail);
          return true;
        });
  }

  void leave(LogTail<?> tail) {
    tails.remove(tail);
  }

  @Override
  public void delete(TenantPlace place) {
    writer.settled(
        place.project(),
        () -> {
          logs.existing(place.project())
              .ifPresent(log -> log.delete(place.tenant(), place.blueprint()));
          return true;
        });
    tails.endTenant(place.project(), place.tenant());
  }

  @Override
  public void close(ProjectId project) {
    writer.alone(
        () -> {
          logs.remove(project);
          return true;
        });
    tails.endProject(project);
  }

  /** Writes what waits and closes the files. */
  @Override
  public void close() {
    writer.close();
    sqlite.close();
  }
}
