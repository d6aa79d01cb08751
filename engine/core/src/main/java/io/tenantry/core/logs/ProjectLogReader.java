package io.tenantry.core.logs;

import io.tenantry.contract.logs.LogPageRequest;
import io.tenantry.contract.logs.LogSearch;
import io.tenantry.contract.logs.ProjectEntry;
import io.tenantry.contract.logs.ProjectLogPage;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.SqliteStatement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads the entries of all databases of a project from its log, in one snapshot. One thread. */
final class ProjectLogReader {
  private static final String NEWEST = "SELECT next_id - 1 FROM state WHERE next_id > 0";
  private static final String PAYLOAD = "SELECT payload FROM chunk WHERE id = ?";

  private final SqliteDatabase database;
  private final EntryFilter filter;
  private final Subjects subjects;
  private final ChunkHeads heads;

  /** Reads what a search wants, as far as a caller reaches. */
  ProjectLogReader(
      SqliteDatabase database,
      LogSearch search,
      EntryFilter filter,
      Predicate<WorkspaceName> reach) {
    this.database = database;
    this.filter = filter;
    subjects = new Subjects(database, reach);
    heads = new ChunkHeads(database, filter, subjects.wanted(search));
  }

  /** An entry, and the number of the database it ran on. */
  record Found(long subject, Noted entry) {}

  Subjects subjects() {
    return subjects;
  }

  /** Returns an entry as callers see it. */
  ProjectEntry view(Found found) {
    LogSubject subject = subjects.of(found.subject());
    return view(subject, found.entry());
  }

  static ProjectEntry view(LogSubject subject, Noted entry) {
    return new ProjectEntry(
        new TenantId(subject.tenant()), entry.slow(), LogReader.view(entry, subject.blueprint()));
  }

  ProjectLogPage list(LogPageRequest request) {
    Optional<Long> newest =
        database.query(NEWEST, row -> Columns.number(row, 0)).stream()
            .findFirst()
            .map(last -> Math.min(last, request.upTo().orElse(last)));
    LogPageTaking taking = new LogPageTaking(request);
    newest.ifPresent(upTo -> take(upTo, taking));
    return new ProjectLogPage(
        taking.taken().stream().map(this::view).toList(),
        taking.hasMore(),
        request.counted() ? Optional.of(taking.matching()) : Optional.empty(),
        newest);
  }

  private void take(long upTo, LogPageTaking taking) {
    try (SqliteStatement rows = heads.upTo(upTo)) {
      Writes writes = new Writes(rows);
      boolean isFirst = true;
      for (List<ChunkHeads.Head> write = writes.next();
          !write.isEmpty() && !taking.isDone();
          write = writes.next()) {
        if (taking.isFull() && heads.counts() && !heads.hasEdges() && !isFirst) {
          taking.pass(heads.sumBefore(write.getFirst().writtenFrom() + 1));
          return;
        }
        take(write, upTo, isFirst, taking);
        isFirst = false;
      }
    }
  }

  /** Only the first write can have entries that are newer than the newest wanted. */
  private void take(List<ChunkHeads.Head> write, long upTo, boolean isFirst, LogPageTaking taking) {
    boolean counted = !isFirst && write.stream().allMatch(ChunkHeads.Head::isCounted);
    long matching = counted ? write.stream().mapToLong(ChunkHeads.Head::matching).sum() : 0;
    if (counted && taking.passes(matching)) {
      taking.pass(matching);
      return;
    }
    List<Found> found = new ArrayList<>();
    write.forEach(
        head ->
            decoded(
                head,
                each -> {
                  if (each.entry().id() <= upTo) {
                    found.add(each);
                  }
                }));
    found.sort(Comparator.comparingLong((Found each) -> each.entry().id()).reversed());
    taking.take(found);
  }

  /** Gives every entry that matches to somebody, those written last first. */
  void forEach(Consumer<Found> each) {
    try (SqliteStatement rows = heads.upTo(Long.MAX_VALUE)) {
      while (rows.step()) {
        decoded(ChunkHeads.head(rows), each);
      }
    }
  }

  private void decoded(ChunkHeads.Head head, Consumer<Found> each) {
    byte[] payload =
        database.query(PAYLOAD, row -> Columns.bytes(row, 0), Value.of(head.id())).getFirst();
    for (Noted entry : ChunkCodec.decode(payload)) {
      if (filter.matches(entry)) {
        each.accept(new Found(head.subject(), entry));
      }
    }
  }

  /** Chunks by the write that brought them. */
  private static final class Writes {
    private final SqliteStatement rows;
    private Optional<ChunkHeads.Head> ahead = Optional.empty();

    Writes(SqliteStatement rows) {
      this.rows = rows;
      step();
    }

    private void step() {
      ahead = rows.step() ? Optional.of(ChunkHeads.head(rows)) : Optional.empty();
    }

    /** Returns the chunks of the next write; none at the end. */
    List<ChunkHeads.Head> next() {
      List<ChunkHeads.Head> write = new ArrayList<>();
      while (ahead.isPresent()
          && (write.isEmpty() || write.getFirst().writtenFrom() == ahead.get().writtenFrom())) {
        write.add(ahead.get());
        step();
      }
      return write;
    }
  }
}
