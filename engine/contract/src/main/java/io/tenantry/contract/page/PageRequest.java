package io.tenantry.contract.page;

import io.tenantry.contract.Check;
import io.tenantry.contract.error.EngineException;
import java.util.Optional;

/**
 * Which part of a list is wanted. Without a limit it goes to the end of the list. A page begins
 * behind a cursor, or at a position, or at the beginning of the list. Cursors are quicker and stay
 * right while rows come and go; positions reach any place of a list at once.
 *
 * @param limit rows per page, 1–1000
 * @param cursor the {@code nextCursor} of the page before; empty for the first page
 * @param offset how many rows of the list stand before the page; not together with a cursor
 */
public record PageRequest(Optional<Integer> limit, Optional<String> cursor, Optional<Long> offset) {
  /**
   * Checks the limit and the offset.
   *
   * @throws EngineException BAD_REQUEST naming the field
   */
  public PageRequest {
    limit.ifPresent(value -> Check.range("limit", value, 1, 1000));
    offset.ifPresent(value -> checkOffset(value, cursor));
  }

  private static void checkOffset(long offset, Optional<String> cursor) {
    if (offset < 0) {
      throw EngineException.badField("offset", "offset must not be negative");
    }
    if (cursor.isPresent()) {
      throw EngineException.badField("offset", "Provide either cursor or offset, not both");
    }
  }

  /** Asks for the page behind a cursor if there is one, else for the first. */
  public PageRequest(Optional<Integer> limit, Optional<String> cursor) {
    this(limit, cursor, Optional.empty());
  }

  /** Asks for everything at once. */
  public static PageRequest all() {
    return new PageRequest(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Asks for the first page. */
  public static PageRequest first(int limit) {
    return new PageRequest(Optional.of(limit), Optional.empty(), Optional.empty());
  }

  /** Asks for the page behind the given cursor. */
  public static PageRequest after(String cursor, int limit) {
    return new PageRequest(Optional.of(limit), Optional.of(cursor), Optional.empty());
  }

  /** Asks for the page that begins at a position. */
  public static PageRequest at(long offset, int limit) {
    return new PageRequest(Optional.of(limit), Optional.empty(), Optional.of(offset));
  }
}
