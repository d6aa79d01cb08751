package io.tenantry.app.settings;

import java.util.Map;
import java.util.Optional;

/**
 * What the console remembers. Immutable; each change makes a new one.
 *
 * @param theme which look
 * @param density how dense
 * @param sidebarCollapsed whether the sidebar shows icons only
 * @param connection id of the connection that was open last, empty for the local engine
 * @param route name of the place that was open last, may be empty
 * @param window where the window was
 * @param layout column widths and splitter positions by name
 * @param values what single screens remember (filters, open tabs), by name
 */
public record ConsoleSettings(
    ThemeChoice theme,
    Density density,
    boolean sidebarCollapsed,
    String connection,
    String route,
    Optional<WindowPlace> window,
    Map<String, Double> layout,
    Map<String, String> values) {

  public ConsoleSettings {
    layout = Map.copyOf(layout);
    values = Map.copyOf(values);
  }

  /** What a first start begins with. */
  public static ConsoleSettings initial() {
    return new ConsoleSettings(
        ThemeChoice.SYSTEM,
        Density.COMFORTABLE,
        false,
        "",
        "",
        Optional.empty(),
        Map.of(),
        Map.of());
  }
}
