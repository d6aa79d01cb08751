package io.tenantry.core.logs;

import io.tenantry.contract.queries.Value;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.SqliteStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The matching entries of one database of a tenant, newest first. One thread. */
final class ChunkCursor implements AutoCloseable {
  private static final String CHUNKS =
      """
      SELECT last_at, entries, failed, slow, proxy, payload
      FROM chunk
      WHERE subject_id = ?
      ORDER BY id DESC
      """;
  private static final int PAYLOAD = 5;

  private final WorkspaceName blueprint;
  private final EntryFilter filter;
  private final SqliteStatement chunks;
  private List<Noted> loaded = List.of();
  private int position;
  private boolean over;
  private @Nullable Noted next;

  ChunkCursor(SqliteDatabase database, long subject, WorkspaceName blueprint, EntryFilter filter) {
    this.blueprint = blueprint;
    this.filter = filter;
    chunks = database.prepare(CHUNKS).bind(List.of(Value.of(subject)));
  }

  WorkspaceName blueprint() {
    return blueprint;
  }

  /** Returns the next entry without taking it, or null at the end. */
  @Nullable Noted peek() {
    while (next == null && !over) {
      if (position == 0) {
        load();
      } else {
        Noted entry = loaded.get(--position);
        next = filter.matches(entry) ? entry : null;
      }
    }
    return next;
  }

  /** Takes the entry that {@link #peek} returned. */
  void take() {
    next = null;
  }

  /** Passes over up to so many entries by whole chunks, if all match; returns how many. */
  long skip(long most) {
    long skipped = 0;
    while (filter.matchesAll() && next == null && position == 0 && step()) {
      long entries = Columns.number(chunks, 1);
      if (skipped + entries > most) {
        decode();
        break;
      }
      skipped += entries;
    }
    return skipped;
  }

  private void load() {
    while (step()) {
      if (Columns.number(chunks, 0) < filter.sinceMillis()) {
        over = true;
        return;
      }
      if (canMatch()) {
        decode();
        return;
      }
    }
  }

  private boolean step() {
    over |= !chunks.step();
    return !over;
  }

  private boolean canMatch() {
    return filter.canMatch(
        Columns.number(chunks, 1),
        Columns.number(chunks, 2),
        Columns.number(chunks, 3),
        Columns.number(chunks, 4));
  }

  private void decode() {
    loaded = ChunkCodec.decode(Columns.bytes(chunks, PAYLOAD));
    position = loaded.size();
  }

  @Override
  public void close() {
    chunks.close();
  }
}
