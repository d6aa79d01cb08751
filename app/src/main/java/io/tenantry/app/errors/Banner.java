package io.tenantry.app.errors;

import io.tenantry.app.fx.Problem;
import java.util.Optional;

/**
 * A message above the screen that stays until it is closed or its cause is gone.
 *
 * @param tone how serious it is
 * @param problem what it says
 * @param action what the user can do about it, when there is something
 */
public record Banner(Tone tone, Problem problem, Optional<Action> action) {
  /** How serious a banner is. */
  public enum Tone {
    INFO,
    SUCCESS,
    WARNING,
    DANGER
  }

  /**
   * A button in the banner; pressing it also closes the banner.
   *
   * @param label what the button says
   * @param run what it does
   */
  public record Action(String label, Runnable run) {}
}
