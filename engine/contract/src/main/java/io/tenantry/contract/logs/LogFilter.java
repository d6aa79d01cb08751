package io.tenantry.contract.logs;

import io.tenantry.contract.error.EngineException;
import java.util.Optional;

/**
 * Which entries are wanted. What is empty does not restrict.
 *
 * @param type only failed or only slow ones
 * @param search part of the query's text or of its error, in any case, 1–200 characters
 * @param source only those that came over this door; empty for all but {@link QuerySource#CONSOLE}
 * @param since only those of this window; empty for all that are kept
 */
public record LogFilter(
    Optional<LogType> type,
    Optional<String> search,
    Optional<QuerySource> source,
    Optional<LogWindow> since) {
  private static final int LONGEST_SEARCH = 200;

  /**
   * Checks the text.
   *
   * @throws EngineException BAD_REQUEST {@code search must have at most 200 characters}
   */
  public LogFilter {
    search = search.filter(text -> !text.isEmpty());
    if (search.filter(text -> text.length() > LONGEST_SEARCH).isPresent()) {
      throw EngineException.badField(
          "search", "search must have at most " + LONGEST_SEARCH + " characters");
    }
  }

  /** Every entry that is kept. */
  public static LogFilter none() {
    return new LogFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Only failed or only slow ones. */
  public static LogFilter of(LogType type) {
    return new LogFilter(Optional.of(type), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Those with a text in the query or its error. */
  public static LogFilter containing(String text) {
    return new LogFilter(Optional.empty(), Optional.of(text), Optional.empty(), Optional.empty());
  }
}
