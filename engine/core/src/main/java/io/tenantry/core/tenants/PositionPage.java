package io.tenantry.core.tenants;

import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * A page of a list whose cursors are positions.
 *
 * @param list its name, for the cursors
 * @param offset how many rows stand before it
 * @param limit rows per page; -1 for all that follow
 */
public record PositionPage(String list, long offset, int limit) {
  /**
   * Reads which page is wanted.
   *
   * @throws io.tenantry.contract.error.EngineException BAD_REQUEST when the cursor is of another
   *     list
   */
  public static PositionPage of(String list, PageRequest wanted) {
    long offset =
        wanted
            .cursor()
            .map(cursor -> ListCursor.number(list, cursor))
            .orElse(wanted.offset().orElse(0L));
    return new PositionPage(list, offset, wanted.limit().orElse(-1));
  }

  /** Returns the page of these rows. */
  public <T> Page<T> page(List<T> rows, long total) {
    long end = offset + rows.size();
    Optional<String> next =
        limit > 0 && rows.size() == limit && end < total
            ? Optional.of(new ListCursor(list, Long.toString(end)).encode())
            : Optional.empty();
    return new Page<>(rows, total, next);
  }
}
