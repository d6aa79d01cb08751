package io.tenantry.app.navigation;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where the user is, was, and can go back to. UI thread. */
public final class Navigator {
  private static final int MEMORY = 50;

  private final ReadOnlyObjectWrapper<Place> current;
  private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
  private final Deque<Place> past = new ArrayDeque<>();
  private final Deque<Place> future = new ArrayDeque<>();

  public Navigator(Place start) {
    current = new ReadOnlyObjectWrapper<>(start);
  }

  /** Goes to the plain place of a route. */
  public void go(ScreenRoute route) {
    go(Place.of(route));
  }

  /** Goes to a route with a subject. */
  public void go(ScreenRoute route, String subject) {
    go(new Place(route, subject));
  }

  /** Goes to a place; the way forward is forgotten. */
  public void go(Place place) {
    if (place.equals(current.get())) {
      return;
    }
    past.push(current.get());
    if (past.size() > MEMORY) {
      past.removeLast();
    }
    future.clear();
    move(place);
  }

  /** Goes to a place without keeping the current one to come back to. */
  public void replace(Place place) {
    move(place);
  }

  /** Forgets the way back and forward, after another connection was opened. */
  public void reset(Place place) {
    past.clear();
    future.clear();
    move(place);
  }

  /** Goes to the place before, if there is one. */
  public void back() {
    if (!past.isEmpty()) {
      future.push(current.get());
      move(past.pop());
    }
  }

  /** Goes to the place that was left by {@link #back}, if there is one. */
  public void forward() {
    if (!future.isEmpty()) {
      past.push(current.get());
      move(future.pop());
    }
  }

  /** Returns where the user is. */
  public ReadOnlyObjectProperty<Place> current() {
    return current.getReadOnlyProperty();
  }

  /** Says whether there is a way back. */
  public ReadOnlyBooleanProperty canGoBack() {
    return canGoBack.getReadOnlyProperty();
  }

  /** Says whether there is a way forward. */
  public ReadOnlyBooleanProperty canGoForward() {
    return canGoForward.getReadOnlyProperty();
  }

  private void move(Place place) {
    canGoBack.set(!past.isEmpty());
    canGoForward.set(!future.isEmpty());
    current.set(place);
  }
}
