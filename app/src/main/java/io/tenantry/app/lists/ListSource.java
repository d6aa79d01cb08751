package io.tenantry.app.lists;

import io.tenantry.app.fx.Order;
import io.tenantry.contract.error.EngineException;
import java.util.Optional;

/** Turns what the user typed and chose into a list of an engine. UI thread. */
@FunctionalInterface
public interface ListSource<R> {
  /**
   * Returns the list.
   *
   * @param filter as it was typed
   * @param order the column chosen; empty for the list's own order
   * @throws EngineException BAD_REQUEST saying what of the filter is not understood
   */
  ListQuery<R> query(String filter, Optional<Order> order);
}
