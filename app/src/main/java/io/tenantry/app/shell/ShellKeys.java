package io.tenantry.app.shell;

import io.tenantry.app.fx.Command;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.List;

/** What can be done everywhere, with its keys. UI thread. */
final class ShellKeys {
  private static final List<ScreenRoute> NUMBERED =
      List.of(
          ScreenRoute.OVERVIEW,
          ScreenRoute.WORKSPACES,
          ScreenRoute.BLUEPRINTS,
          ScreenRoute.DEPLOYMENTS,
          ScreenRoute.TENANTS,
          ScreenRoute.QUERY,
          ScreenRoute.LOGS,
          ScreenRoute.BACKUPS,
          ScreenRoute.JOBS);

  private ShellKeys() {}

  /** Returns the keys that lead to a route, empty when there are none. */
  static String keysOf(ScreenRoute route) {
    if (route == ScreenRoute.SETTINGS) {
      return "Shortcut+Comma";
    }
    int index = NUMBERED.indexOf(route);
    return index < 0 ? "" : "Shortcut+" + (index + 1);
  }

  /** Returns the commands that work everywhere besides going to a place. */
  static List<Command> moves(ShellViewModel model) {
    return List.of(
        new Command(Text.of("shell.back"), "Alt+Left", model.navigator()::back),
        new Command(Text.of("shell.forward"), "Alt+Right", model.navigator()::forward),
        new Command(Text.of("shell.reload"), "F5", model::reload));
  }

  /** Returns the commands that lead to the places there are. */
  static List<Command> routes(ShellViewModel model) {
    List<Command> commands = new ArrayList<>();
    for (ScreenRoute route : model.sidebar()) {
      commands.add(
          new Command(
              Text.of("shell.go", Text.of(route.titleKey())),
              keysOf(route),
              () -> model.navigator().go(route)));
    }
    return commands;
  }
}
