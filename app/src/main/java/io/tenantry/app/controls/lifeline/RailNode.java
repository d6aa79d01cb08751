package io.tenantry.app.controls.lifeline;

import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.state.Tone;

/** How something stands on the rail. */
public sealed interface RailNode {

  /** A small dot: one of many. */
  record Dot() implements RailNode {}

  /** A large, filled dot: where it is now. */
  record Current() implements RailNode {}

  /** A ring: a place that is empty now. */
  record Ring() implements RailNode {}

  /**
   * A disc with an icon: an event of a kind of its own.
   *
   * @param icon what
   * @param tone how it went
   */
  record Disc(Icon icon, Tone tone) implements RailNode {}
}
