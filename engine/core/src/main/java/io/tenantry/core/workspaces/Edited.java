package io.tenantry.core.workspaces;

import io.tenantry.contract.databases.RecordedChanges;
import java.util.function.BiFunction;

/**
 * What work in a workspace gave.
 *
 * @param result what it returned
 * @param told what is said of its schema changes
 */
record Edited<T>(T result, RecordedChanges told) {
  <R> R map(BiFunction<T, RecordedChanges, R> both) {
    return both.apply(result, told);
  }
}
