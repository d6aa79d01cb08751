package io.tenantry.contract.page;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param items the rows of this page, in the order of the list
 * @param total how many rows the whole list has
 * @param nextCursor where the next page starts; empty on the last page
 */
public record Page<T>(List<T> items, long total, Optional<String> nextCursor) {
  /** Copies the rows. */
  public Page {
    items = List.copyOf(items);
  }
}
