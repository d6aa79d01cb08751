package io.tenantry.app.shell;

import io.tenantry.app.settings.ThemeChoice;
import io.tenantry.app.settings.WindowSettings;
import io.tenantry.themes.PopupScale;
import io.tenantry.themes.Theme;
import io.tenantry.themes.Themes;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/** Puts the chosen look on the program, and follows the desktop when that is chosen. UI thread. */
public final class ThemeSwitch implements AutoCloseable {
  private final WindowSettings settings;
  private final ReadOnlyObjectWrapper<Theme> shown = new ReadOnlyObjectWrapper<>();
  private final Subscription desktop;
  private final PopupScale popups = new PopupScale();

  /** Applies the kept choice at once: before the first window, so that nothing flashes. */
  public ThemeSwitch(WindowSettings settings) {
    this.settings = settings;
    settings.themeProperty().subscribe(this::apply);
    settings.scaleProperty().subscribe(_ -> fitPopups());
    desktop = Themes.onSystemChange(() -> apply(settings.themeProperty().get()));
  }

  /** Chooses a look. */
  public void choose(ThemeChoice choice) {
    settings.themeProperty().set(choice);
  }

  /** Goes from light to dark and back. */
  public void toggle() {
    choose(shown.get().isDark() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
  }

  /** Returns the look that is on now. */
  public ReadOnlyObjectProperty<Theme> shown() {
    return shown.getReadOnlyProperty();
  }

  private void fitPopups() {
    popups.show(shown.get(), settings.scaleProperty().get().factor());
  }

  /** Follows the desktop no longer. */
  @Override
  public void close() {
    popups.close();
    desktop.unsubscribe();
  }

  static String key(ThemeChoice choice) {
    return "shell.theme." + choice.name().toLowerCase(Locale.ROOT);
  }

  private void apply(ThemeChoice choice) {
    Theme theme =
        switch (choice) {
          case SYSTEM -> Themes.ofSystem();
          case LIGHT -> Theme.LIGHT;
          case DARK -> Theme.DARK;
          case HIGH_CONTRAST -> Theme.HIGH_CONTRAST;
        };
    if (theme != shown.get()) {
      Themes.apply(theme);
      shown.set(theme);
      fitPopups();
    }
  }
}
