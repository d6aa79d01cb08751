package io.tenantry.core.logs;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the file of a log that was made before the log could be read across tenants up to date.
 */
final class LogFileUpgrade {
  private static final String COLUMNS =
      """
      ALTER TABLE chunk ADD COLUMN written_from INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE chunk ADD COLUMN first_at INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX chunk_written ON chunk
        (written_from, subject_id, first_at, last_at, entries, failed, slow, proxy);
      """;
  private static final String SET = "UPDATE chunk SET written_from = ?, first_at = ? WHERE id = ?";

  private LogFileUpgrade() {}

  static void toOrderedChunks(SqliteDatabase database, int schema) {
    database.inTransaction(
        () -> {
          database.executeScript(COLUMNS);
          order(database);
          database.userVersion(schema);
        });
  }

  private record Chunk(long id, long first, long last, long firstAt) {
    static Chunk of(long id, List<Noted> entries) {
      return new Chunk(
          id,
          entries.getFirst().id(),
          entries.getLast().id(),
          entries.stream().mapToLong(Noted::atMillis).min().orElseThrow());
    }
  }

  /** A chunk whose entries are all newer than those before it began a write. */
  private static void order(SqliteDatabase database) {
    List<Chunk> write = new ArrayList<>();
    long newest = Long.MIN_VALUE;
    for (Chunk chunk : chunks(database)) {
      if (chunk.first() > newest) {
        set(database, write);
        write.clear();
      }
      write.add(chunk);
      newest = Math.max(newest, chunk.last());
    }
    set(database, write);
  }

  private static void set(SqliteDatabase database, List<Chunk> write) {
    long from = write.stream().mapToLong(Chunk::first).min().orElse(0);
    for (Chunk chunk : write) {
      database.execute(SET, Value.of(from), Value.of(chunk.firstAt()), Value.of(chunk.id()));
    }
  }

  private static List<Chunk> chunks(SqliteDatabase database) {
    return database.query(
        "SELECT id, payload FROM chunk ORDER BY id",
        row -> Chunk.of(Columns.number(row, 0), ChunkCodec.decode(Columns.bytes(row, 1))));
  }
}
