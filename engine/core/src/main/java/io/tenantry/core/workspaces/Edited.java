package io.tenantry.core.workspaces;

import io.tenantry.contract.workspaces.DataStatement;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What work in a workspace gave.
 *
 * @param result what it returned
 * @param data the data statements that came with its schema changes
 */
record Edited<T>(T result, List<DataStatement> data) {
  /** Copies the list. */
  Edited {
    data = List.copyOf(data);
  }

  <R> R map(BiFunction<T, List<DataStatement>, R> both) {
    return both.apply(result, data);
  }
}
