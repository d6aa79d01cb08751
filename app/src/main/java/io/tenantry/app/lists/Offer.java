package io.tenantry.app.lists;

import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.OptionalLong;

/**
 * An action as it is offered for what is chosen now.
 *
 * @param action the action
 * @param words what it does, with the number where it applies to some only
 * @param isKnown whether it is known to how many it applies, so that it can be pressed
 */
record Offer<R>(RowAction<R> action, String words, boolean isKnown) {

  /** Returns what can be done with what is chosen; what applies to none of it is left out. */
  static <R> List<Offer<R>> of(ListModel<R> model, List<RowAction<R>> actions, Reach<R> reach) {
    long chosen = model.chosen().count();
    return model.offered(actions).stream()
        .filter(action -> reach.of(action).orElse(1) > 0)
        .map(
            action ->
                new Offer<>(
                    action, words(action, reach.of(action), chosen), reach.isSettled(action)))
        .toList();
  }

  private static <R> String words(RowAction<R> action, OptionalLong applies, long chosen) {
    return applies.orElse(chosen) < chosen
        ? Text.of(
            "lists.verb.some",
            action.title(),
            Figures.count(applies.orElse(chosen)),
            Figures.count(chosen))
        : action.title();
  }
}
