package io.tenantry.app.fx;

import java.util.Optional;

/**
 * By which column a list is sorted.
 *
 * @param column id of the column
 * @param descending whether from the largest to the smallest
 */
public record Order(String column, boolean descending) {
  private static final String DOWN = "-";

  /** From the smallest to the largest. */
  public static Order up(String column) {
    return new Order(column, false);
  }

  /** From the largest to the smallest. */
  public static Order down(String column) {
    return new Order(column, true);
  }

  /** Returns the text to remember it by. */
  public String written() {
    return (descending ? DOWN : "") + column;
  }

  /** Reads what {@link #written} wrote; empty for an empty text. */
  public static Optional<Order> read(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(text.startsWith(DOWN) ? down(text.substring(1)) : up(text));
  }
}
