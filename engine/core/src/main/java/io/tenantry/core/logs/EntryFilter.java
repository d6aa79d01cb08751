package io.tenantry.core.logs;

import io.tenantry.contract.logs.LogFilter;
import io.tenantry.contract.logs.LogSearch;
import io.tenantry.contract.logs.LogType;
import io.tenantry.contract.logs.QuerySource;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which entries are wanted, and which chunks need not be looked into. One thread at a time. */
final class EntryFilter {
  /** Texts whose pattern is remembered. */
  private static final int MOST_TEXTS = 10_000;

  private static final char ASCII = 127;

  private final Optional<LogType> type;
  private final Optional<QuerySource> source;
  private final String search;
  private final char lower;
  private final char upper;
  private final String pattern;
  private final long sinceMillis;
  private final long untilMillis;
  private final Map<String, Boolean> ofPattern = new HashMap<>();

  private EntryFilter(
      Optional<LogType> type,
      Optional<QuerySource> source,
      Optional<String> search,
      Optional<String> pattern,
      long sinceMillis,
      long untilMillis) {
    this.type = type;
    this.source = source;
    this.search = search.orElse("");
    char first = this.search.isEmpty() ? 0 : this.search.charAt(0);
    lower = Character.toLowerCase(first);
    upper = Character.toUpperCase(first);
    this.pattern = pattern.orElse("");
    this.sinceMillis = sinceMillis;
    this.untilMillis = untilMillis;
  }

  /** Entries of the filter's window, counted back from now. */
  static EntryFilter of(LogFilter filter, Instant now) {
    return of(
        filter,
        filter
            .since()
            .map(window -> now.minus(window.length()).toEpochMilli())
            .orElse(Long.MIN_VALUE));
  }

  /** Entries of any time. */
  static EntryFilter ofAnyTime(LogFilter filter) {
    return of(filter, Long.MIN_VALUE);
  }

  private static EntryFilter of(LogFilter filter, long since) {
    return new EntryFilter(
        filter.type(), filter.source(), filter.search(), Optional.empty(), since, Long.MAX_VALUE);
  }

  /** Entries that a search of the project wants, whosever they are. */
  static EntryFilter of(LogSearch search) {
    return new EntryFilter(
        search.type(),
        search.source(),
        search.text(),
        search.pattern(),
        search.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
        search.until().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
  }

  /** The same of any time. */
  EntryFilter atAnyTime() {
    return new EntryFilter(
        type, source, Optional.of(search), Optional.of(pattern), Long.MIN_VALUE, Long.MAX_VALUE);
  }

  Optional<LogType> type() {
    return type;
  }

  Optional<QuerySource> source() {
    return source;
  }

  long sinceMillis() {
    return sinceMillis;
  }

  long untilMillis() {
    return untilMillis;
  }

  boolean matches(Noted entry) {
    return isOfType(entry)
        && (source.isEmpty() ? entry.counts() : source.get() == entry.source())
        && entry.atMillis() >= sinceMillis
        && entry.atMillis() < untilMillis
        && (pattern.isEmpty() || isOfPattern(entry.query()))
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

  private boolean isOfPattern(String query) {
    if (ofPattern.size() >= MOST_TEXTS) {
      ofPattern.clear();
    }
    return ofPattern.computeIfAbsent(query, text -> SqlPattern.of(text).equals(pattern));
  }

  /** Looks at whole places only where the first letter is right, which is rare. */
  private boolean contains(String text) {
    int last = text.length() - search.length();
    for (int i = 0; i <= last; i++) {
      if (mayBegin(text.charAt(i)) && text.regionMatches(true, i, search, 0, search.length())) {
        return true;
      }
    }
    return false;
  }

  /** Beyond ASCII letters can be alike whose cases are not each other's. */
  private boolean mayBegin(char c) {
    return c == lower || c == upper || c > ASCII || lower > ASCII || upper > ASCII;
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
              case CONSOLE -> true;
            };
    return isUncounted() || typed && sourced && entries > 0;
  }

  /** Returns whether entries are wanted that no count has. */
  boolean isUncounted() {
    return source.filter(QuerySource.CONSOLE::equals).isPresent();
  }

  /** Returns whether every entry matches, so that entries can be counted without a look at them. */
  boolean matchesAll() {
    return type.isEmpty()
        && source.isEmpty()
        && looksAtCountsOnly()
        && sinceMillis == Long.MIN_VALUE
        && untilMillis == Long.MAX_VALUE;
  }

  /** Returns whether no text matters. */
  boolean looksAtCountsOnly() {
    return search.isEmpty() && pattern.isEmpty();
  }
}
