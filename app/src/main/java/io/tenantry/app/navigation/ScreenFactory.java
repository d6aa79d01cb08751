package io.tenantry.app.navigation;

import io.tenantry.app.fx.Screen;

/** Builds the screen of a route; the shell asks once per route and connection. UI thread. */
@FunctionalInterface
public interface ScreenFactory {
  /** Returns a new screen. */
  Screen create(Route route);
}
