package io.tenantry.wire;

import io.tenantry.contract.page.Page;
import java.util.List;
import java.util.Optional;

/**
 * What the reply of a list says beside its items and their count; stands flat in the reply.
 *
 * @param total number of items in the whole list; only in a page
 * @param nextCursor where the next page starts; only in a page that is not the last
 */
public record Paging(Optional<Long> total, Optional<String> nextCursor) {
  /** Writes a page, or a whole list when no page was asked for. */
  public static Paging of(Page<?> page, boolean isPaged) {
    return new Paging(isPaged ? Optional.of(page.total()) : Optional.empty(), page.nextCursor());
  }

  /** Returns the contract's value. */
  public <T> Page<T> page(List<T> items) {
    return new Page<>(items, total.orElse((long) items.size()), nextCursor);
  }
}
