package io.tenantry.core.workspaces;

import java.util.function.BiFunction;

/**
 * What work in a workspace gave.
 *
 * @param result what it returned
 * @param told what is said of its schema changes
 */
record Edited<T>(T result, Told told) {
  <R> R map(BiFunction<T, Told, R> both) {
    return both.apply(result, told);
  }
}
