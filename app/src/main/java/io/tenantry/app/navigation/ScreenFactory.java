package io.tenantry.app.navigation;

import io.tenantry.app.page.Screen;

/** Builds the screen of a route; the shell asks once per route and connection. UI thread. */
public interface ScreenFactory {
  /** Says whether there is a screen for a route; the sidebar shows only those. */
  boolean offers(ScreenRoute route);

  /** Returns a new screen. */
  Screen create(ScreenRoute route);
}
