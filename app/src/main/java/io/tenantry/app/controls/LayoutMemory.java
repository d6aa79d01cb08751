package io.tenantry.app.controls;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Where controls keep widths and positions between two starts. UI thread. */
public interface LayoutMemory {
  /** Returns a kept number, or empty when there is none. */
  OptionalDouble read(String key);

  /** Keeps a number. */
  void write(String key, double value);

  /** Forgets a number, so that its part lays itself out again. */
  void forget(String key);

  /** A memory that forgets at the end of the program, for tests and for parts not worth keeping. */
  static LayoutMemory transientMemory() {
    Map<String, Double> values = new HashMap<>();
    return new LayoutMemory() {
      @Override
      public OptionalDouble read(String key) {
        Double value = values.get(key);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
      }

      @Override
      public void write(String key, double value) {
        values.put(key, value);
      }

      @Override
      public void forget(String key) {
        values.remove(key);
      }
    };
  }
}
