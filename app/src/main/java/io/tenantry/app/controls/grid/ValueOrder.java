package io.tenantry.app.controls.grid;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Orders values as SQLite does: NULL, numbers, text, blobs. */
final class ValueOrder implements Comparator<@Nullable Object> {
  static final ValueOrder INSTANCE = new ValueOrder();

  @Override
  public int compare(@Nullable Object a, @Nullable Object b) {
    int byClass = Integer.compare(rank(a), rank(b));
    if (byClass != 0 || a == null || b == null) {
      return byClass;
    }
    if (a instanceof Long first && b instanceof Long second) {
      return first.compareTo(second);
    }
    if (a instanceof Number first && b instanceof Number second) {
      return Double.compare(first.doubleValue(), second.doubleValue());
    }
    if (a instanceof byte[] first && b instanceof byte[] second) {
      return Arrays.compareUnsigned(first, second);
    }
    return a.toString().compareTo(b.toString());
  }

  private static int rank(@Nullable Object value) {
    return switch (value) {
      case null -> 0;
      case Number _ -> 1;
      case byte[] _ -> 3;
      default -> 2;
    };
  }
}
