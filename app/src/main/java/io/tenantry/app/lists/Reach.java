package io.tenantry.app.lists;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/**
 * To how many of the chosen rows each action applies. Of rows that are not here the engine is
 * asked, and what it said before stands until it has answered. UI thread.
 */
final class Reach<R> {
  private final ListModel<R> model;
  private final Map<RowAction<R>, OptionalLong> counted = new HashMap<>();
  private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
  private Optional<Chosen<R>> asked = Optional.empty();
  private long askedAt = -1;

  Reach(ListModel<R> model) {
    this.model = model;
  }

  /** Another number whenever the engine has answered. */
  ReadOnlyLongProperty version() {
    return version.getReadOnlyProperty();
  }

  /** Says whether it is known, or will not be known, to how many an action applies. */
  boolean isSettled(RowAction<R> action) {
    return isHere() || !action.counts() || counted.containsKey(action);
  }

  /** Returns to how many of the chosen rows an action applies; empty when nobody knows. */
  OptionalLong of(RowAction<R> action) {
    return model.known() instanceof Chosen.Rows<R>(List<R> rows)
        ? OptionalLong.of(action.countIn(rows))
        : counted.getOrDefault(action, OptionalLong.empty());
  }

  private boolean isHere() {
    return model.known() instanceof Chosen.Rows<R>;
  }

  /** Asks the engine about rows that are not here, once for what is chosen and was read. */
  void ask(List<RowAction<R>> actions) {
    Chosen<R> chosen = model.chosen();
    if (isHere() || chosen.count() == 0) {
      asked = Optional.empty();
      counted.clear();
      return;
    }
    long reading = model.readings().get();
    boolean sameRows = asked.filter(chosen::equals).isPresent();
    if (sameRows && askedAt == reading) {
      return;
    }
    if (!sameRows) {
      counted.clear();
    }
    asked = Optional.of(chosen);
    askedAt = reading;
    if (chosen instanceof Chosen.Matching<R> matching) {
      ask(actions.stream().filter(RowAction::counts).toList(), matching);
    }
  }

  private void ask(List<RowAction<R>> actions, Chosen.Matching<R> matching) {
    model
        .tasks
        .call("list.reach", () -> count(actions, matching))
        .onSuccess(found -> took(matching, found))
        .onFailure(_ -> took(matching, unknown(actions)))
        .latest(this)
        .start();
  }

  private static <R> Map<RowAction<R>, OptionalLong> count(
      List<RowAction<R>> actions, Chosen.Matching<R> matching) {
    Map<RowAction<R>, OptionalLong> found = new HashMap<>();
    actions.forEach(action -> found.put(action, action.countUnder(matching)));
    return found;
  }

  private static <R> Map<RowAction<R>, OptionalLong> unknown(List<RowAction<R>> actions) {
    Map<RowAction<R>, OptionalLong> none = new HashMap<>();
    actions.forEach(action -> none.put(action, OptionalLong.empty()));
    return none;
  }

  private void took(Chosen.Matching<R> matching, Map<RowAction<R>, OptionalLong> found) {
    if (asked.filter(matching::equals).isPresent()) {
      counted.clear();
      counted.putAll(found);
      version.set(version.get() + 1);
    }
  }
}
