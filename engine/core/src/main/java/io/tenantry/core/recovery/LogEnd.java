package io.tenantry.core.recovery;

/**
 * Where the log of a database ends as far as it is archived.
 *
 * @param salts tell the log from an earlier one; 0 when none was ever archived
 * @param frame the last frame
 */
record LogEnd(long salts, int frame) {
  static final LogEnd NONE = new LogEnd(0, 0);

  @Override
  public String toString() {
    return "%016x %d".formatted(salts, frame);
  }
}
