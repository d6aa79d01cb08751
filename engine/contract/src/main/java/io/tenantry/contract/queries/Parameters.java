package io.tenantry.contract.queries;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values for the parameters of a statement: either by position or by name, never both.
 *
 * @param positional values for {@code ?} and {@code ?1}, in order
 * @param named values for {@code :name}, {@code @name} and {@code $name}, keyed without the prefix
 */
public record Parameters(List<Value> positional, Map<String, Value> named) {
  private static final Parameters NONE = new Parameters(List.of(), Map.of());

  /** Copies both. */
  public Parameters {
    positional = List.copyOf(positional);
    named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
  }

  /** No parameters. */
  public static Parameters none() {
    return NONE;
  }

  /** Values by position. */
  public static Parameters of(List<Value> positional) {
    return positional.isEmpty() ? NONE : new Parameters(positional, Map.of());
  }

  /** Values by position. */
  public static Parameters of(Value... positional) {
    return of(List.of(positional));
  }

  /** Values by name, without the prefix. */
  public static Parameters named(Map<String, Value> named) {
    return new Parameters(List.of(), named);
  }

  /** Returns whether there is no value at all. */
  public boolean isEmpty() {
    return positional.isEmpty() && named.isEmpty();
  }
}
