package io.tenantry.app.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/** A bag of listeners with one end, closed when a screen is left, so that none outlives it. */
public final class Subscriptions implements AutoCloseable {
  private final List<Subscription> open = new ArrayList<>();

  /** Calls back now with the current value and then on each change. */
  public <T> void follow(ObservableValue<T> value, Consumer<? super T> listener) {
    open.add(value.subscribe(listener::accept));
  }

  /** Calls back on each invalidation, for lists and several values together. */
  public void onChange(Runnable listener, Observable... sources) {
    for (Observable source : sources) {
      open.add(source.subscribe(listener));
    }
  }

  /** Keeps something else to close with the rest. */
  public void add(Subscription subscription) {
    open.add(subscription);
  }

  @Override
  public void close() {
    open.forEach(Subscription::unsubscribe);
    open.clear();
  }
}
