package io.tenantry.app.shell;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenFactory;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.page.Screen;
import io.tenantry.app.tasks.FaultBarrier;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.error.EngineException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The screen for the place the user is at. Each is built once; where that or showing it fails, a
 * page that says so takes its place, so that place and page never differ. UI thread.
 */
final class PlaceScreens {
  private final Supplier<Optional<Screen>> meanwhile;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final Map<ScreenRoute, Screen> built = new EnumMap<>(ScreenRoute.class);
  private final ReadOnlyObjectWrapper<Optional<Screen>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper refreshing = new ReadOnlyBooleanWrapper();
  private ScreenFactory factory;
  private int visit;

  /**
   * Creates it without a screen.
   *
   * @param tasks on which the screens ask their engine
   * @param meanwhile what stands at a place that has no screen yet
   */
  PlaceScreens(
      ScreenFactory factory,
      Supplier<Optional<Screen>> meanwhile,
      TaskRunner tasks,
      ErrorPresenter errors) {
    this.factory = factory;
    this.tasks = tasks;
    this.meanwhile = meanwhile;
    this.errors = errors;
  }

  /** Returns the screen that is shown; empty while the place has none. */
  ReadOnlyObjectProperty<Optional<Screen>> shown() {
    return shown.getReadOnlyProperty();
  }

  /** Whether the screen that is shown still shows what it did when it was left. */
  ReadOnlyBooleanProperty refreshing() {
    return refreshing.getReadOnlyProperty();
  }

  /** Leaves everything built so far behind, and builds with another factory from now on. */
  void use(ScreenFactory other) {
    end();
    factory = other;
  }

  /** Leaves everything built so far for good. */
  void end() {
    leave();
    built
        .values()
        .forEach(screen -> FaultBarrier.orElse("screen.left", () -> ended(screen), _ -> false));
    built.clear();
  }

  private static boolean ended(Screen screen) {
    screen.left();
    return true;
  }

  /** Shows the screen of a place. */
  void show(Place place) {
    leave();
    shown.set(factory.offers(place.route()) ? Optional.of(opened(place)) : meanwhile.get());
  }

  /** Leaves the screen that is shown. */
  void leave() {
    Optional<Screen> left = shown.get();
    visit++;
    refreshing.set(false);
    shown.set(Optional.empty());
    left.ifPresent(PlaceScreens::hide);
  }

  private static void hide(Screen screen) {
    FaultBarrier.orElse("screen.hidden", () -> hidden(screen), _ -> false);
  }

  private static boolean hidden(Screen screen) {
    screen.hidden();
    return true;
  }

  private Screen opened(Place place) {
    return FaultBarrier.orElse(
        "screen." + place.route(), () -> open(place), fault -> failed(place, fault));
  }

  private Screen open(Place place) {
    int now = ++visit;
    boolean again = built.containsKey(place.route());
    Screen screen = built.computeIfAbsent(place.route(), factory::create);
    refreshing.set(again);
    tasks.following(() -> screen.shown(place.subject()), () -> answered(now));
    return screen;
  }

  private void answered(int of) {
    if (of == visit) {
      refreshing.set(false);
    }
  }

  /** A screen that broke is built anew the next time. */
  private Screen failed(Place place, EngineException fault) {
    built.remove(place.route());
    return new FailedScreen(errors.describe(fault), () -> show(place));
  }
}
