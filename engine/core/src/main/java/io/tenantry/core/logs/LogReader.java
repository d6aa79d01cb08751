package io.tenantry.core.logs;

import io.tenantry.contract.logs.LogEntry;
import io.tenantry.contract.logs.LogPage;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads entries from a log, in one snapshot. One thread. */
final class LogReader {
  private static final String SUBJECTS =
      "SELECT id, blueprint FROM subject WHERE tenant_id = ? ORDER BY id";
  private static final double MICROS_PER_MILLI = 1000;

  private final SqliteDatabase database;

  LogReader(SqliteDatabase database) {
    this.database = database;
  }

  /** A database of a tenant, as the log numbers it. */
  record Reached(long subject, WorkspaceName blueprint) {}

  /** Returns the databases of a tenant that have been used and that the caller reaches. */
  List<Reached> reached(long tenantId, Predicate<WorkspaceName> reach) {
    return database
        .query(
            SUBJECTS,
            row -> new Reached(Columns.number(row, 0), new WorkspaceName(Columns.text(row, 1))),
            Value.of(tenantId))
        .stream()
        .filter(each -> reach.test(each.blueprint()))
        .toList();
  }

  LogPage list(List<Reached> databases, EntryFilter filter, int limit, int offset) {
    List<LogEntry> entries = new ArrayList<>(limit);
    boolean[] more = new boolean[1];
    withCursors(
        databases,
        filter,
        cursors -> {
          skip(cursors, offset);
          ChunkCursor newest = newest(cursors);
          while (newest != null && entries.size() < limit) {
            entries.add(taken(newest));
            newest = newest(cursors);
          }
          more[0] = newest != null;
        });
    return new LogPage(entries, more[0]);
  }

  private static void skip(List<ChunkCursor> cursors, int offset) {
    long left = offset;
    if (cursors.size() == 1) {
      left -= cursors.getFirst().skip(left);
    }
    ChunkCursor newest = newest(cursors);
    for (; newest != null && left > 0; left--) {
      newest.take();
      newest = newest(cursors);
    }
  }

  /** Gives every matching entry to somebody, newest first per database. */
  void forEach(List<Reached> databases, EntryFilter filter, Consumer<Noted> each) {
    withCursors(
        databases,
        filter,
        cursors -> {
          for (ChunkCursor cursor : cursors) {
            for (Noted entry = cursor.peek(); entry != null; entry = cursor.peek()) {
              cursor.take();
              each.accept(entry);
            }
          }
        });
  }

  private void withCursors(
      List<Reached> databases, EntryFilter filter, Consumer<List<ChunkCursor>> work) {
    List<ChunkCursor> cursors = new ArrayList<>();
    try {
      for (Reached each : databases) {
        cursors.add(new ChunkCursor(database, each.subject(), each.blueprint(), filter));
      }
      work.accept(cursors);
    } finally {
      cursors.forEach(ChunkCursor::close);
    }
  }

  private static @Nullable ChunkCursor newest(List<ChunkCursor> cursors) {
    return cursors.stream()
        .filter(cursor -> cursor.peek() != null)
        .max(Comparator.comparingLong(LogReader::idOf))
        .orElse(null);
  }

  private static long idOf(ChunkCursor cursor) {
    Noted next = cursor.peek();
    return next == null ? -1 : next.id();
  }

  private static LogEntry taken(ChunkCursor cursor) {
    Noted entry = cursor.peek();
    if (entry == null) {
      throw new IllegalStateException("nothing to take");
    }
    cursor.take();
    return view(entry, cursor.blueprint());
  }

  /** Returns an entry as callers see it. */
  static LogEntry view(Noted entry, WorkspaceName blueprint) {
    return new LogEntry(
        entry.query(),
        entry.source(),
        !entry.failed(),
        entry.micros() / MICROS_PER_MILLI,
        Instant.ofEpochMilli(entry.atMillis()).truncatedTo(ChronoUnit.SECONDS),
        entry.error(),
        entry.id(),
        blueprint,
        entry.rows() < 0 ? Optional.empty() : Optional.of(entry.rows()));
  }
}
