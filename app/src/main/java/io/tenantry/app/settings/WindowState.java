package io.tenantry.app.settings;

import java.util.Optional;

/**
 * What one window shows, so that it comes back at the next start.
 *
 * @param connection id of its connection, empty when it has none
 * @param project id of the project that was open, empty when unknown
 * @param route name of the kind of place it stood at, may be empty
 * @param subject what that place was about, a workspace or a deployment; empty when it was a list
 * @param place where it stood on the desktop
 */
public record WindowState(
    String connection, String project, String route, String subject, Optional<WindowPlace> place) {
  /** A window of which nothing is known yet. */
  public static WindowState fresh() {
    return new WindowState("", "", "", "", Optional.empty());
  }
}
