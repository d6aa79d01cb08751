package io.tenantry.app.settings;

import io.tenantry.app.controls.LayoutMemory;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The settings as one window sees them: those of the whole console, the same in every window, and
 * what this window shows. A closed window is not held by them. UI thread.
 */
public final class WindowSettings implements LayoutMemory {
  private final SettingsStore store;
  private final ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>();
  private final ObjectProperty<Density> density = new SimpleObjectProperty<>();
  private final ObjectProperty<UiScale> scale = new SimpleObjectProperty<>();
  private final BooleanProperty sidebarCollapsed = new SimpleBooleanProperty();
  private final StringProperty connection;
  private final StringProperty project;
  private final StringProperty route;
  private final StringProperty subject;
  private final ObjectProperty<Optional<WindowPlace>> place;

  WindowSettings(SettingsStore store, WindowState state) {
    this.store = store;
    theme.bindBidirectional(store.theme());
    density.bindBidirectional(store.density());
    scale.bindBidirectional(store.scale());
    sidebarCollapsed.bindBidirectional(store.sidebarCollapsed());
    connection = kept(new SimpleStringProperty(state.connection()));
    project = kept(new SimpleStringProperty(state.project()));
    route = kept(new SimpleStringProperty(state.route()));
    subject = kept(new SimpleStringProperty(state.subject()));
    place = kept(new SimpleObjectProperty<>(state.place()));
  }

  /** Which look. */
  public ObjectProperty<ThemeChoice> themeProperty() {
    return theme;
  }

  /** How dense. */
  public ObjectProperty<Density> densityProperty() {
    return density;
  }

  /** How large everything is shown. */
  public ObjectProperty<UiScale> scaleProperty() {
    return scale;
  }

  /** Whether the sidebar shows icons only. */
  public BooleanProperty sidebarCollapsedProperty() {
    return sidebarCollapsed;
  }

  /** Id of the connection that is open in this window, or was last. */
  public StringProperty connectionProperty() {
    return connection;
  }

  /** Id of the project that is open in this window, or was last. */
  public StringProperty projectProperty() {
    return project;
  }

  /** Name of the route this window stands at. */
  public StringProperty routeProperty() {
    return route;
  }

  /** What the place this window stands at is about, empty for a list. */
  public StringProperty subjectProperty() {
    return subject;
  }

  /** Where the window is. */
  public ObjectProperty<Optional<WindowPlace>> windowProperty() {
    return place;
  }

  /** Returns the project that was open last on a connection in any window, empty when unknown. */
  public String projectOf(String connectionId) {
    return store.projectOf(connectionId);
  }

  /** Remembers what this window has open; the project is the connection's last one from now on. */
  public void opened(ProjectScope scope) {
    connection.set(scope.connection());
    project.set(scope.project());
    store.rememberProject(scope.connection(), scope.project());
  }

  /**
   * Returns what a screen that belongs to no project keeps under a name, empty when nothing.
   * Screens of a project have {@link ProjectMemory} for it.
   */
  public String value(String key) {
    return store.value(key);
  }

  /** Keeps what a screen that belongs to no project remembers. */
  public void keep(String key, String value) {
    store.keep(key, value);
  }

  @Override
  public OptionalDouble read(String key) {
    return store.read(key);
  }

  @Override
  public void write(String key, double value) {
    store.write(key, value);
  }

  @Override
  public void forget(String key) {
    store.forget(key);
  }

  /** Returns what this window shows now. */
  public WindowState state() {
    return new WindowState(
        connection.get(), project.get(), route.get(), subject.get(), place.get());
  }

  private <P extends Property<?>> P kept(P property) {
    property.subscribe((_, _) -> store.changed());
    return property;
  }
}
