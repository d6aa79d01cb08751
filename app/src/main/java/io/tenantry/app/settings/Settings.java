package io.tenantry.app.settings;

import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.tasks.TaskRunner;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The settings while the console runs: observable, and written a moment after the last change. UI
 * thread.
 */
public final class Settings implements LayoutMemory {
  private static final Duration REST = Duration.ofMillis(600);

  private final SettingsFile file;
  private final TaskRunner tasks;
  private final ObjectProperty<ThemeChoice> theme;
  private final ObjectProperty<Density> density;
  private final BooleanProperty sidebarCollapsed;
  private final StringProperty connection;
  private final StringProperty route;
  private final ObjectProperty<Optional<WindowPlace>> window;
  private final Map<String, Double> layout;
  private final Map<String, String> values;
  private boolean waiting;

  public Settings(SettingsFile file, TaskRunner tasks) {
    this.file = file;
    this.tasks = tasks;
    ConsoleSettings kept = file.read();
    theme = new SimpleObjectProperty<>(kept.theme());
    density = new SimpleObjectProperty<>(kept.density());
    sidebarCollapsed = new SimpleBooleanProperty(kept.sidebarCollapsed());
    connection = new SimpleStringProperty(kept.connection());
    route = new SimpleStringProperty(kept.route());
    window = new SimpleObjectProperty<>(kept.window());
    layout = new HashMap<>(kept.layout());
    values = new HashMap<>(kept.values());
    theme.subscribe((_, _) -> changed());
    density.subscribe((_, _) -> changed());
    sidebarCollapsed.subscribe((_, _) -> changed());
    connection.subscribe((_, _) -> changed());
    route.subscribe((_, _) -> changed());
    window.subscribe((_, _) -> changed());
  }

  /** Which look. */
  public ObjectProperty<ThemeChoice> themeProperty() {
    return theme;
  }

  /** How dense. */
  public ObjectProperty<Density> densityProperty() {
    return density;
  }

  /** Whether the sidebar shows icons only. */
  public BooleanProperty sidebarCollapsedProperty() {
    return sidebarCollapsed;
  }

  /** Id of the connection that was open last. */
  public StringProperty connectionProperty() {
    return connection;
  }

  /** Name of the route that was open last. */
  public StringProperty routeProperty() {
    return route;
  }

  /** Where the window was. */
  public ObjectProperty<Optional<WindowPlace>> windowProperty() {
    return window;
  }

  /** Returns what a screen keeps under a name (a filter, open tabs), empty when nothing. */
  public String value(String key) {
    return values.getOrDefault(key, "");
  }

  /** Keeps what a screen remembers. */
  public void keep(String key, String value) {
    if (!value.equals(values.put(key, value))) {
      changed();
    }
  }

  @Override
  public OptionalDouble read(String key) {
    Double value = layout.get(key);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  @Override
  public void write(String key, double value) {
    Double before = layout.put(key, value);
    if (before == null || Math.abs(before - value) > 0.0005) {
      changed();
    }
  }

  @Override
  public void forget(String key) {
    if (layout.remove(key) != null) {
      changed();
    }
  }

  /** Returns everything as it is now. */
  public ConsoleSettings snapshot() {
    return new ConsoleSettings(
        theme.get(),
        density.get(),
        sidebarCollapsed.get(),
        connection.get(),
        route.get(),
        window.get(),
        layout,
        values);
  }

  /** Writes at once, at the end of the program. */
  public void flush() {
    file.write(snapshot());
  }

  private void changed() {
    if (!waiting) {
      waiting = true;
      tasks.after(REST, this::save);
    }
  }

  private void save() {
    waiting = false;
    ConsoleSettings now = snapshot();
    tasks.run("settings.save", () -> file.write(now)).start();
  }
}
