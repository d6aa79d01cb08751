package io.tenantry.app.settings;

import java.util.List;
import java.util.Map;

/**
 * What the console remembers apart from the work in projects. Immutable; each change makes a new
 * one.
 *
 * @param theme which look
 * @param density how dense
 * @param scale how large
 * @param sidebarCollapsed whether the sidebar shows icons only
 * @param windows the windows that were open at the end
 * @param projects id of the project that was open last, by connection
 * @param layout column widths of the screens that belong to no project, by name
 * @param values what the screens that belong to no project remember, by name
 */
public record ConsoleSettings(
    ThemeChoice theme,
    Density density,
    UiScale scale,
    boolean sidebarCollapsed,
    List<WindowState> windows,
    Map<String, String> projects,
    Map<String, Double> layout,
    Map<String, String> values) {

  public ConsoleSettings {
    windows = List.copyOf(windows);
    projects = Map.copyOf(projects);
    layout = Map.copyOf(layout);
    values = Map.copyOf(values);
  }

  /** What a first start begins with. */
  public static ConsoleSettings initial() {
    return new ConsoleSettings(
        ThemeChoice.SYSTEM,
        Density.COMFORTABLE,
        UiScale.PERCENT_100,
        false,
        List.of(),
        Map.of(),
        Map.of(),
        Map.of());
  }
}
