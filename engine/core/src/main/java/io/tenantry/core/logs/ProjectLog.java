package io.tenantry.core.logs;

import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The open query log of one project: what was noted and not yet written, and the file it goes to.
 * Guarded by the lock of {@link LogWriter}.
 *
 * <p>A write is one transaction. A crash loses what was noted since the last one, two seconds at
 * most, and nothing else.
 */
final class ProjectLog implements AutoCloseable {
  private static final int CHUNK_ENTRIES = 1024;
  static final int MAX_QUERY = 4096;
  private static final int MAX_ERROR = 1024;
  private static final long IDS_PER_MILLI = 1000;
  private static final String INSERT_CHUNK =
      """
      INSERT INTO chunk (subject_id, last_at, entries, failed, slow, proxy, payload, written_from,
                         first_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ADD_SUBJECT =
      "INSERT OR IGNORE INTO subject (tenant_id, tenant, blueprint) VALUES (?, ?, ?)";
  private static final String FIND_SUBJECT =
      "SELECT id FROM subject WHERE tenant_id = ? AND blueprint = ?";

  private final LogFile file;
  private final SqliteDatabase database;
  private final LogConfig config;
  private final LogRetention retention;
  private final TallyStore tallies;
  private final Map<LogSubject, Long> subjectIds = new HashMap<>();
  private final Map<LogSubject, List<Noted>> pending = new HashMap<>();
  private long nextId;
  private long entries;
  private int pendingEntries;
  private long pendingCharacters;
  private long lastUsedNanos = System.nanoTime();

  ProjectLog(LogFile file, LogConfig config, Instant now) {
    this.file = file;
    this.config = config;
    database = file.openWriter(now);
    retention = new LogRetention(database, config);
    tallies = new TallyStore(database);
    entries = database.queryLong("SELECT entries FROM state");
    nextId =
        Math.max(
            database.queryLong("SELECT next_id FROM state"), now.toEpochMilli() * IDS_PER_MILLI);
  }

  /** Takes an event; it is written with the next {@link #write}. */
  Noted add(QueryEvent event) {
    long micros = (event.nanos() + 500) / 1000;
    Noted entry =
        new Noted(
            nextId++,
            event.at().toEpochMilli(),
            event.source(),
            micros,
            event.nanos() >= config.slowFrom().toNanos(),
            cut(event.query(), MAX_QUERY),
            event.error().map(error -> cut(error, MAX_ERROR)),
            event.rows());
    pending.computeIfAbsent(LogSubject.of(event), _ -> new ArrayList<>()).add(entry);
    pendingEntries++;
    pendingCharacters += entry.query().length();
    lastUsedNanos = System.nanoTime();
    return entry;
  }

  /** Shortens a text, not inside a character of two units. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }

  int pendingEntries() {
    return pendingEntries;
  }

  long pendingCharacters() {
    return pendingCharacters;
  }

  /** Writes what was noted, and drops what is too old or too much. */
  void write(Instant now) {
    if (pendingEntries > 0) {
      database.inTransaction(this::writePending);
      forgetPending();
    }
    entries = retention.trim(entries, now);
  }

  /** Forgets what could not be written; returns how many entries that are. */
  int dropPending() {
    int dropped = pendingEntries;
    subjectIds.clear();
    tallies.forget();
    forgetPending();
    return dropped;
  }

  private void forgetPending() {
    pending.clear();
    pendingEntries = 0;
    pendingCharacters = 0;
  }

  private void writePending() {
    long writtenFrom =
        pending.values().stream().mapToLong(noted -> noted.getFirst().id()).min().orElse(nextId);
    for (Map.Entry<LogSubject, List<Noted>> each : pending.entrySet()) {
      LogSubject subject = each.getKey();
      long id = idOf(subject);
      List<Noted> noted = each.getValue();
      for (int from = 0; from < noted.size(); from += CHUNK_ENTRIES) {
        int to = Math.min(noted.size(), from + CHUNK_ENTRIES);
        writeChunk(id, writtenFrom, noted.subList(from, to));
      }
      List<Noted> counted = noted.stream().filter(Noted::counts).toList();
      tallies.noteTenant(id, counted);
      tallies.noteBlueprint(idOf(subject.ofBlueprint()), counted);
    }
    tallies.write();
    database.execute(
        "UPDATE state SET next_id = ?, entries = entries + ?",
        Value.of(nextId),
        Value.of(counted()));
    entries = database.queryLong("SELECT entries FROM state");
  }

  private long counted() {
    return pending.values().stream().flatMap(List::stream).filter(Noted::counts).count();
  }

  /** What no figure counts is in no count of its chunk either. */
  private void writeChunk(long subject, long writtenFrom, List<Noted> chunk) {
    Tally sums = new Tally();
    chunk.stream().filter(Noted::counts).forEach(sums::add);
    database.execute(
        INSERT_CHUNK,
        Value.of(subject),
        Value.of(chunk.stream().mapToLong(Noted::atMillis).max().orElseThrow()),
        Value.of(sums.queries()),
        Value.of(sums.failed()),
        Value.of(sums.slow()),
        Value.of(sums.proxy()),
        Value.of(ChunkCodec.encode(chunk)),
        Value.of(writtenFrom),
        Value.of(chunk.stream().mapToLong(Noted::atMillis).min().orElseThrow()));
  }

  private long idOf(LogSubject subject) {
    return subjectIds.computeIfAbsent(subject, this::findOrAdd);
  }

  private long findOrAdd(LogSubject subject) {
    Value tenant = Value.of(subject.tenantId());
    Value blueprint = Value.of(subject.blueprint().value());
    database.execute(ADD_SUBJECT, tenant, Value.of(subject.tenant()), blueprint);
    return database.queryLong(FIND_SUBJECT, tenant, blueprint);
  }

  /** Deletes what is kept about a database of a tenant that is being destroyed. */
  void delete(TenantId tenant, WorkspaceName blueprint) {
    pending
        .keySet()
        .removeIf(subject -> subject.isOf(tenant) && subject.blueprint().equals(blueprint));
    pendingEntries = pending.values().stream().mapToInt(List::size).sum();
    subjectIds.clear();
    database.inTransaction(
        () -> {
          for (long subject : subjectsOf(tenant, blueprint)) {
            Value id = Value.of(subject);
            database.execute("DELETE FROM chunk WHERE subject_id = ?", id);
            database.execute("DELETE FROM tally WHERE subject_id = ?", id);
            database.execute("DELETE FROM subject WHERE id = ?", id);
          }
          database.execute(
              "UPDATE state SET entries = (SELECT coalesce(sum(entries), 0) FROM chunk)");
        });
    entries = database.queryLong("SELECT entries FROM state");
  }

  private List<Long> subjectsOf(TenantId tenant, WorkspaceName blueprint) {
    return database.query(
        "SELECT id FROM subject WHERE tenant = ? AND blueprint = ?",
        row -> Columns.number(row, 0),
        Value.of(tenant.value()),
        Value.of(blueprint.value()));
  }

  SqliteDatabase openReader() {
    lastUsedNanos = System.nanoTime();
    return file.openReader();
  }

  boolean isIdleSince(long nanoTime) {
    return pendingEntries == 0 && lastUsedNanos - nanoTime < 0;
  }

  /** Closes the file; what was not written is lost. */
  @Override
  public void close() {
    database.close();
  }
}
