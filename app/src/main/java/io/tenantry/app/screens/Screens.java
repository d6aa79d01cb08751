package io.tenantry.app.screens;

import io.tenantry.app.fx.Screen;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.navigation.ScreenFactory;
import io.tenantry.contract.Project;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The one place that knows which screen belongs to which route; takes project and tools apart, so
 * that each screen gets only what it uses. Built anew for each connection.
 */
public final class Screens implements ScreenFactory {
  private final Map<Route, Supplier<Screen>> builders = new EnumMap<>(Route.class);

  public Screens(Project project, ScreenTools tools) {
    // One line per route, in the order of Route.
  }

  @Override
  public boolean offers(Route route) {
    return builders.containsKey(route);
  }

  @Override
  public Screen create(Route route) {
    Supplier<Screen> builder = builders.get(route);
    if (builder == null) {
      throw new IllegalArgumentException("no screen for " + route);
    }
    return builder.get();
  }
}
