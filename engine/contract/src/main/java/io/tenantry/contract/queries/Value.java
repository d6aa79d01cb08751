package io.tenantry.contract.queries;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One value of a row or a parameter, in one of SQLite's five storage classes. */
public sealed interface Value {

  /** No value. */
  record Null() implements Value {
    private static final Null INSTANCE = new Null();

    @Override
    public String toString() {
      return "NULL";
    }
  }

  /**
   * A 64-bit integer.
   *
   * @param value the number
   */
  record Integer(long value) implements Value {
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /**
   * A floating-point number; may be infinite, never NaN (SQLite stores NULL for it).
   *
   * @param value the number
   */
  record Real(double value) implements Value {
    @Override
    public String toString() {
      return Double.toString(value);
    }
  }

  /**
   * A text.
   *
   * @param value the characters
   */
  record Text(String value) implements Value {
    @Override
    public String toString() {
      return value;
    }
  }

  /**
   * Bytes. The array is not copied: neither side may change it.
   *
   * @param value the bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by content below; copying costs too much
  record Blob(byte[] value) implements Value {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Blob(byte[] theirs) && Arrays.equals(value, theirs);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
      return "x'" + HexFormat.of().formatHex(value) + "'";
    }
  }

  /** Returns NULL. */
  static Value ofNull() {
    return Null.INSTANCE;
  }

  /** Returns an integer. */
  static Value of(long value) {
    return new Integer(value);
  }

  /** Returns a floating-point number. */
  static Value of(double value) {
    return new Real(value);
  }

  /** Returns a text. */
  static Value of(String value) {
    return new Text(value);
  }

  /** Returns bytes. */
  static Value of(byte[] value) {
    return new Blob(value);
  }
}
