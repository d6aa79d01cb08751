package io.tenantry.app.settings;

import io.tenantry.app.tasks.TaskRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The settings while the console runs, one for all windows: the only writer of {@code
 * console.json}, a moment after the last change. UI thread.
 */
public final class SettingsStore {
  private static final Duration REST = Duration.ofMillis(300);

  private final ObjectProperty<ThemeChoice> theme;
  private final ObjectProperty<Density> density;
  private final BooleanProperty sidebarCollapsed;
  private final ObjectProperty<UiScale> scale;
  private final Map<String, String> projects;
  private final Map<String, Double> layout;
  private final Map<String, String> values;
  private final List<WindowSettings> windows = new ArrayList<>();
  private final WriteBehind<ConsoleSettings> writing;
  private final List<WindowState> windowsOfBefore;

  /**
   * Creates it with what the file held.
   *
   * @param tasks writes as long as the program runs
   */
  public SettingsStore(ConsoleSettings kept, ConsoleSettingsFile file, TaskRunner tasks) {
    theme = new SimpleObjectProperty<>(kept.theme());
    density = new SimpleObjectProperty<>(kept.density());
    scale = new SimpleObjectProperty<>(kept.scale());
    sidebarCollapsed = new SimpleBooleanProperty(kept.sidebarCollapsed());
    windowsOfBefore = kept.windows();
    projects = new HashMap<>(kept.projects());
    layout = new HashMap<>(kept.layout());
    values = new HashMap<>(kept.values());
    writing = new WriteBehind<>("settings.save", REST, tasks, this::snapshot, file::write);
    theme.subscribe((_, _) -> changed());
    density.subscribe((_, _) -> changed());
    scale.subscribe((_, _) -> changed());
    sidebarCollapsed.subscribe((_, _) -> changed());
  }

  /** Returns the windows that were open at the end of the last run. */
  public List<WindowState> windowsOfBefore() {
    return windowsOfBefore;
  }

  /** Adds a window; what it shows is remembered from now on. */
  public WindowSettings open(WindowState state) {
    WindowSettings window = new WindowSettings(this, state);
    windows.add(window);
    changed();
    return window;
  }

  /** Forgets a window that was closed while others stay. */
  public void close(WindowSettings window) {
    if (windows.size() > 1 && windows.remove(window)) {
      changed();
    }
  }

  /** Returns the project that was open last on a connection, empty when unknown. */
  public String projectOf(String connection) {
    return projects.getOrDefault(connection, "");
  }

  /** Remembers which project is open on a connection; an empty id forgets it. */
  public void rememberProject(String connection, String project) {
    String before =
        project.isEmpty() ? projects.remove(connection) : projects.put(connection, project);
    if (!project.equals(before)) {
      changed();
    }
  }

  /** Returns everything as it is now. */
  public ConsoleSettings snapshot() {
    return new ConsoleSettings(
        theme.get(),
        density.get(),
        scale.get(),
        sidebarCollapsed.get(),
        windows.isEmpty() ? windowsOfBefore : windows.stream().map(WindowSettings::state).toList(),
        projects,
        layout,
        values);
  }

  /** Writes at once what waits, at the end of the program. */
  public void flush() {
    writing.flush();
  }

  ObjectProperty<ThemeChoice> theme() {
    return theme;
  }

  ObjectProperty<Density> density() {
    return density;
  }

  ObjectProperty<UiScale> scale() {
    return scale;
  }

  BooleanProperty sidebarCollapsed() {
    return sidebarCollapsed;
  }

  String value(String key) {
    return values.getOrDefault(key, "");
  }

  void keep(String key, String value) {
    if (!value.equals(values.put(key, value))) {
      changed();
    }
  }

  OptionalDouble read(String key) {
    Double value = layout.get(key);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  void write(String key, double value) {
    Double before = layout.put(key, value);
    if (before == null || Math.abs(before - value) > 0.0005) {
      changed();
    }
  }

  void forget(String key) {
    if (layout.remove(key) != null) {
      changed();
    }
  }

  void changed() {
    writing.changed();
  }
}
