package io.tenantry.app.controls.tables;

import java.time.Instant;
import java.util.function.Function;

/**
 * What a cell shows of something that was measured, or not yet.
 *
 * @param text what it says at a moment
 * @param told what its tooltip says at a moment: how old it is
 */
public record Measured(Function<Instant, String> text, Function<Instant, String> told) {
  /** Stands where nothing is known; never a zero. */
  public static final String UNKNOWN = "–";

  /** A value that does not age by itself. */
  public static Measured of(String text, Function<Instant, String> told) {
    return new Measured(_ -> text, told);
  }
}
