package io.tenantry.app.fx;

import java.util.Optional;

/**
 * An error as the user reads it.
 *
 * @param title what happened, a few words
 * @param text why, in one or two sentences
 * @param action what to do next, one sentence, may be empty
 * @param incident the code that is also in the log, when there is one
 */
public record Problem(String title, String text, String action, Optional<String> incident) {
  /** A problem that needs no incident code. */
  public static Problem of(String title, String text, String action) {
    return new Problem(title, text, action, Optional.empty());
  }
}
