package io.tenantry.contract.logs;

import io.tenantry.contract.Check;
import io.tenantry.contract.error.EngineException;
import java.util.Optional;

/**
 * A part of a project's log. Pages under the same newest entry join, also while queries go on;
 * asking for what is before the last entry of a page is quicker than leaving many out.
 *
 * @param upTo the newest entry that may be told, by its id; empty for the newest there is
 * @param offset how many to leave out, from 0
 * @param limit how many to tell, 1–1000
 * @param counted whether to count all that match, which takes a look at all of them when a text or
 *     a pattern is searched
 */
public record LogPageRequest(Optional<Long> upTo, long offset, int limit, boolean counted) {
  /**
   * Checks the numbers.
   *
   * @throws EngineException BAD_REQUEST {@code limit must be between 1 and 1000}, {@code offset
   *     must not be negative}
   */
  public LogPageRequest {
    Check.range("limit", limit, 1, Logs.MAX_LIMIT);
    if (offset < 0) {
      throw EngineException.badField("offset", "offset must not be negative");
    }
  }

  /** The newest entries, counted. */
  public static LogPageRequest first(int limit) {
    return new LogPageRequest(Optional.empty(), 0, limit, true);
  }

  /** The newest entries that are older than one, not counted. */
  public static LogPageRequest before(long id, int limit) {
    return new LogPageRequest(Optional.of(id - 1), 0, limit, false);
  }
}
