package io.tenantry.core.logs;

import io.tenantry.contract.logs.LogFilter;
import io.tenantry.contract.logs.LogType;
import io.tenantry.contract.logs.QuerySource;
import java.time.Instant;
import java.util.Optional;

/** Which entries are wanted, and which chunks need not be looked into. */
final class EntryFilter {
  private final Optional<LogType> type;
  private final Optional<QuerySource> source;
  private final String search;
  private final long sinceMillis;

  private EntryFilter(LogFilter filter, long sinceMillis) {
    this.type = filter.type();
    this.source = filter.source();
    this.search = filter.search().orElse("");
    this.sinceMillis = sinceMillis;
  }

  /** Entries of the filter's window, counted back from now. */
  static EntryFilter of(LogFilter filter, Instant now) {
    long since =
        filter
            .since()
            .map(window -> now.minus(window.length()).toEpochMilli())
            .orElse(Long.MIN_VALUE);
    return new EntryFilter(filter, since);
  }

  /** Entries of any time. */
  static EntryFilter ofAnyTime(LogFilter filter) {
    return new EntryFilter(filter, Long.MIN_VALUE);
  }

  long sinceMillis() {
    return sinceMillis;
  }

  boolean matches(Noted entry) {
    return isOfType(entry)
        && (source.isEmpty() || source.get() == entry.source())
        && entry.atMillis() >= sinceMillis
        && (search.isEmpty()
            || contains(entry.query())
            || entry.error().filter(this::contains).isPresent());
  }

  private boolean isOfType(Noted entry) {
    return type.isEmpty()
        || switch (type.get()) {
          case ERROR -> entry.failed();
          case SLOW -> entry.slow();
        };
  }

  private boolean contains(String text) {
    int last = text.length() - search.length();
    for (int i = 0; i <= last; i++) {
      if (text.regionMatches(true, i, search, 0, search.length())) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a chunk with these counts can have an entry that matches. */
  boolean canMatch(long entries, long failed, long slow, long proxy) {
    boolean typed =
        type.isEmpty()
            || switch (type.get()) {
              case ERROR -> failed > 0;
              case SLOW -> slow > 0;
            };
    boolean sourced =
        source.isEmpty()
            || switch (source.get()) {
              case PROXY -> proxy > 0;
              case API -> entries > proxy;
            };
    return typed && sourced;
  }

  /** Returns whether every entry matches, so that entries can be counted without a look at them. */
  boolean matchesAll() {
    return type.isEmpty() && source.isEmpty() && search.isEmpty() && sinceMillis == Long.MIN_VALUE;
  }
}
