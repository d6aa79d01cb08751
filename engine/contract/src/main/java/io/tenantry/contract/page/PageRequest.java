package io.tenantry.contract.page;

import io.tenantry.contract.Check;
import java.util.Optional;

/**
 * Which part of a list is wanted. Without a limit the whole list is answered.
 *
 * @param limit rows per page, 1–1000
 * @param cursor the {@code nextCursor} of the page before; empty for the first page
 */
public record PageRequest(Optional<Integer> limit, Optional<String> cursor) {
  /** Checks the limit. */
  public PageRequest {
    limit.ifPresent(value -> Check.range("limit", value, 1, 1000));
  }

  /** Asks for everything at once. */
  public static PageRequest all() {
    return new PageRequest(Optional.empty(), Optional.empty());
  }

  /** Asks for the first page. */
  public static PageRequest first(int limit) {
    return new PageRequest(Optional.of(limit), Optional.empty());
  }

  /** Asks for the page behind the given cursor. */
  public static PageRequest after(String cursor, int limit) {
    return new PageRequest(Optional.of(limit), Optional.of(cursor));
  }
}
