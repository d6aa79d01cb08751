package io.tenantry.wire;

/** The body of a call that takes none. */
public record Nothing() {
  /** The only value. */
  public static final Nothing VALUE = new Nothing();
}
