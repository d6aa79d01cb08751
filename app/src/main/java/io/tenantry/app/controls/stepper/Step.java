package io.tenantry.app.controls.stepper;

import io.tenantry.app.controls.figures.Meter;
import java.util.List;

/**
 * A step.
 *
 * @param title what it is
 * @param caption how far it is, in words; may be empty
 * @param state how it stands
 * @param total how much there is to do; 0 where a bar says nothing
 * @param parts what became of it so far
 */
public record Step(String title, String caption, State state, long total, List<Meter.Part> parts) {

  /** Copies the parts. */
  public Step {
    parts = List.copyOf(parts);
  }

  /** How a step stands. */
  public enum State {
    DONE,
    NOW,
    NEXT,
    FAILED
  }

  /** A step without a bar. */
  public static Step of(String title, String caption, State state) {
    return new Step(title, caption, state, 0, List.of());
  }
}
