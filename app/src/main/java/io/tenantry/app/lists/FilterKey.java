package io.tenantry.app.lists;

import java.util.List;
import java.util.function.Supplier;

/**
 * A word of the filter language with a value, such as {@code state:ready}.
 *
 * @param name its name, {@code state}
 * @param signs what stands between name and value; the usual one first
 * @param words what it restricts, in a few words
 * @param values what may be suggested now
 */
public record FilterKey(
    String name, List<String> signs, String words, Supplier<List<Value>> values) {
  /** Copies the signs. */
  public FilterKey {
    signs = List.copyOf(signs);
  }

  /**
   * A value that may be suggested.
   *
   * @param text as it is written
   * @param words what it means; may be empty
   */
  public record Value(String text, String words) {}
}
