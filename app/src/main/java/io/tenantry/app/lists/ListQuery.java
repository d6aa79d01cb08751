package io.tenantry.app.lists;

import io.tenantry.contract.page.Page;
import java.util.OptionalLong;

/** One filtered and ordered list of an engine. All methods may block; worker threads. */
public interface ListQuery<R> {
  /** Returns the rows from a position on, and how many the whole list has. */
  Page<R> page(long offset, int limit);

  /** Returns the position of the first row whose name begins with a text. */
  OptionalLong startingWith(String prefix);

  /** Says whether it answers as of the moment when it was asked first, whatever comes later. */
  default boolean isStill() {
    return false;
  }

  /** Returns the position of the row with a key. */
  OptionalLong position(String key);
}
