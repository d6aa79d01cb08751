package io.tenantry.app.screens;

import io.tenantry.app.navigation.ScreenFactory;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.page.Screen;
import java.util.function.Supplier;

/** The screens that need no open engine, and those of the open one when there is one. */
public final class StandaloneScreens implements ScreenFactory {
  private final Supplier<Screen> connections;
  private final Supplier<Screen> settings;
  private final ScreenFactory engine;

  /** Creates it with the screens of the open engine. */
  public StandaloneScreens(
      Supplier<Screen> connections, Supplier<Screen> settings, ScreenFactory engine) {
    this.connections = connections;
    this.settings = settings;
    this.engine = engine;
  }

  /** The screens while no engine is open. */
  public static ScreenFactory none() {
    return new ScreenFactory() {
      @Override
      public boolean offers(ScreenRoute route) {
        return false;
      }

      @Override
      public Screen create(ScreenRoute route) {
        throw new IllegalArgumentException("no engine is open");
      }
    };
  }

  @Override
  public boolean offers(ScreenRoute route) {
    return route.standsAlone() || engine.offers(route);
  }

  @Override
  public Screen create(ScreenRoute route) {
    return switch (route) {
      case CONNECTIONS -> connections.get();
      case SETTINGS -> settings.get();
      default -> engine.create(route);
    };
  }
}
