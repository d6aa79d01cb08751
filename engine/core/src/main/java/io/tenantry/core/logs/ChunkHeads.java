package io.tenantry.core.logs;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.SqliteStatement;
import java.util.List;
import java.util.Optional;

/**
 * What chunks may have entries that match, of all databases of a project, those written last first.
 * Everything asked for is in one index, so that passing over a million of them is cheap.
 */
final class ChunkHeads {
  private static final String HEADS =
      """
      SELECT written_from, id, subject_id,
             CASE WHEN first_at >= ? AND last_at < ? THEN %1$s ELSE -1 END
      FROM chunk
      WHERE written_from <= ? AND last_at >= ? AND first_at < ? AND %2$s
        AND (? IS NULL OR subject_id IN (SELECT value FROM json_each(?)))
      ORDER BY written_from DESC
      """;
  private static final String SUM =
      """
      SELECT coalesce(sum(%1$s), 0)
      FROM chunk
      WHERE written_from < ? AND first_at >= ? AND last_at < ?
        AND (? IS NULL OR subject_id IN (SELECT value FROM json_each(?)))
      """;
  private static final String UNKNOWN = "-1";

  private final SqliteDatabase database;
  private final EntryFilter filter;
  private final Value subjects;

  /**
   * Looks at chunks.
   *
   * @param subjects the databases that are wanted, as JSON; empty for all
   */
  ChunkHeads(SqliteDatabase database, EntryFilter filter, Optional<String> subjects) {
    this.database = database;
    this.filter = filter;
    this.subjects = subjects.<Value>map(Value::of).orElseGet(Value::ofNull);
  }

  /**
   * A chunk that may have entries that match.
   *
   * @param writtenFrom least id of the entries that were written with it
   * @param matching how many of its entries match; negative when only a look inside can tell
   */
  record Head(long writtenFrom, long id, long subject, long matching) {
    boolean isCounted() {
      return matching >= 0;
    }
  }

  /** Returns whether chunks that lie inside the wanted time are counted without a look inside. */
  boolean counts() {
    return filter.looksAtCountsOnly()
        && !filter.isUncounted()
        && (filter.type().isEmpty() || filter.source().isEmpty());
  }

  /** Begins with the write that has the entry {@code upTo}; the caller closes what is returned. */
  SqliteStatement upTo(long upTo) {
    Value since = Value.of(filter.sinceMillis());
    Value until = Value.of(filter.untilMillis());
    String sql = HEADS.formatted(counts() ? count() : UNKNOWN, condition());
    return database
        .prepare(sql)
        .bind(List.of(since, until, Value.of(upTo), since, until, subjects, subjects));
  }

  static Head head(SqliteStatement row) {
    return new Head(
        Columns.number(row, 0),
        Columns.number(row, 1),
        Columns.number(row, 2),
        Columns.number(row, 3));
  }

  /** Returns how many entries match in chunks that were counted, written before one. */
  long sumBefore(long writtenFrom) {
    return database.queryLong(
        SUM.formatted(count()),
        Value.of(writtenFrom),
        Value.of(filter.sinceMillis()),
        Value.of(filter.untilMillis()),
        subjects,
        subjects);
  }

  private String condition() {
    return filter.isUncounted() ? "true" : ofType() + " > 0 AND " + ofSource() + " > 0";
  }

  private String count() {
    return filter.type().isPresent() ? ofType() : ofSource();
  }

  private String ofType() {
    return filter
        .type()
        .map(
            type ->
                switch (type) {
                  case ERROR -> "failed";
                  case SLOW -> "slow";
                })
        .orElse("entries");
  }

  private String ofSource() {
    return filter
        .source()
        .map(
            source ->
                switch (source) {
                  case PROXY -> "proxy";
                  case API -> "(entries - proxy)";
                  case CONSOLE -> UNKNOWN;
                })
        .orElse("entries");
  }

  /** Returns whether chunks can lie across the edge of the wanted time. */
  boolean hasEdges() {
    return filter.sinceMillis() != Long.MIN_VALUE || filter.untilMillis() != Long.MAX_VALUE;
  }
}
