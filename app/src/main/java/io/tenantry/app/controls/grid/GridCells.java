package io.tenantry.app.controls.grid;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column in pieces of equal size: a byte says what a value is, numbers lie in
 * arrays of their own, and pieces without values do not exist. One thread writes; what it wrote
 * before it published the number of rows, any thread may read: the arrays of pieces are volatile,
 * so that a longer copy is never seen without what was copied into it.
 */
final class GridCells {
  static final int PIECE = 1024;
  private static final byte INTEGER = 1;
  private static final byte REAL = 2;
  private static final byte OBJECT = 3;
  private static final byte NULL = 4;
  private static final int FIRST_PIECES = 4;

  private volatile byte[][] kinds = new byte[FIRST_PIECES][];
  private volatile long[][] numbers = new long[FIRST_PIECES][];
  private volatile Object[][] objects = new Object[FIRST_PIECES][];

  void set(int row, long value) {
    number(row, INTEGER, value);
  }

  void set(int row, double value) {
    number(row, REAL, Double.doubleToRawLongBits(value));
  }

  void setNull(int row) {
    kinds(row)[row % PIECE] = NULL;
  }

  void set(int row, Object value) {
    kinds(row)[row % PIECE] = OBJECT;
    Object[] piece = objects[row / PIECE];
    if (piece == null) {
      piece = new Object[PIECE];
      objects[row / PIECE] = piece;
    }
    piece[row % PIECE] = value;
  }

  private void number(int row, byte kind, long bits) {
    kinds(row)[row % PIECE] = kind;
    long[] piece = numbers[row / PIECE];
    if (piece == null) {
      piece = new long[PIECE];
      numbers[row / PIECE] = piece;
    }
    piece[row % PIECE] = bits;
  }

  private byte[] kinds(int row) {
    int index = row / PIECE;
    if (index >= kinds.length) {
      int longer = Math.max(index + 1, kinds.length * 2);
      kinds = Arrays.copyOf(kinds, longer);
      numbers = Arrays.copyOf(numbers, longer);
      objects = Arrays.copyOf(objects, longer);
    }
    byte[] piece = kinds[index];
    if (piece == null) {
      piece = new byte[PIECE];
      kinds[index] = piece;
    }
    return piece;
  }

  /** Returns whether something was set, NULL included. */
  boolean has(int row) {
    byte[][] known = kinds;
    byte[] piece = row / PIECE < known.length ? known[row / PIECE] : null;
    return piece != null && piece[row % PIECE] != 0;
  }

  @Nullable Object value(int row) {
    int index = row / PIECE;
    byte[][] known = kinds;
    byte[] piece = index < known.length ? known[index] : null;
    if (piece == null) {
      return null;
    }
    return switch (piece[row % PIECE]) {
      case INTEGER -> numbers[index][row % PIECE];
      case REAL -> Double.longBitsToDouble(numbers[index][row % PIECE]);
      case OBJECT -> objects[index][row % PIECE];
      default -> null;
    };
  }
}
