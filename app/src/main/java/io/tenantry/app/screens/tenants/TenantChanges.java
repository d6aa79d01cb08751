package io.tenantry.app.screens.tenants;

import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.lists.Chosen;
import io.tenantry.app.notices.Notice;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.outcomes.OutcomeSheet;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Asks about actions on tenants, runs them, says what became of them and offers to undo. */
public final class TenantChanges {
  private final TenantDeeds deeds;
  private final WriteGuard guard;
  private final Dialogs dialogs;
  private final Notices notices;
  private final OutcomeSheet outcomes;

  /** Creates it with what it uses. */
  public TenantChanges(
      TenantDeeds deeds,
      WriteGuard guard,
      Dialogs dialogs,
      Notices notices,
      OutcomeSheet outcomes) {
    this.deeds = deeds;
    this.guard = guard;
    this.dialogs = dialogs;
    this.notices = notices;
    this.outcomes = outcomes;
  }

  void ask(TenantAction action, Chosen<ListedTenant> chosen) {
    choose(action.key(), action::appliesTo, chosen, targets -> ask(action, targets));
  }

  /**
   * Finds out which of the chosen tenants something is for; says so when it is for none.
   *
   * @param key of its words in the texts
   * @param suits whether one in a status can take it
   */
  void choose(
      String key,
      Predicate<TenantStatus> suits,
      Chosen<ListedTenant> chosen,
      Consumer<BulkTargets> then) {
    deeds.choose(
        suits,
        chosen,
        targets -> {
          if (targets.ids().isEmpty()) {
            dialogs.tell(Text.of("tenants.outcome.none", Text.of(key)), passedOver(targets));
          } else {
            then.accept(targets);
          }
        });
  }

  private void ask(TenantAction action, BulkTargets targets) {
    ask(action.key(), action.weight(), targets, () -> act(action, targets));
  }

  /**
   * Asks before something is done to tenants, with their names.
   *
   * @param key of its words in the texts: {@code question}, {@code explain} and {@code button}
   */
  void ask(String key, GuardedChange.Weight weight, BulkTargets targets, Runnable then) {
    List<TenantId> ids = targets.ids();
    String what = words(ids);
    String text = explained(Text.of(key + ".explain"), targets);
    guard.run(change(ids, Text.of(key + ".question", what), text, key, weight), then);
  }

  /**
   * Returns a change of tenants, with their names.
   *
   * @param key of its words in the texts: {@code button}
   */
  static GuardedChange change(
      List<TenantId> ids, String title, String text, String key, GuardedChange.Weight weight) {
    return new GuardedChange(
            title,
            text,
            Text.of(key + ".button", words(ids)),
            ids.size() == 1 ? ids.getFirst().value() : Figures.count(ids.size()),
            weight)
        .reaching(ids.size())
        .naming(ids.stream().map(TenantId::value).toList());
  }

  /** Does something to tenants without asking, and says what became of them. */
  void act(TenantVerb verb, BulkTargets targets) {
    deeds.act(
        verb, targets, outcome -> report(verb, targets, outcome), outcome -> show(verb, outcome));
  }

  static String words(List<TenantId> ids) {
    return ids.size() == 1
        ? ids.getFirst().value()
        : Figures.count(ids.size(), "tenant", "tenants");
  }

  static String explained(String text, BulkTargets targets) {
    return targets.passedOver() == 0 ? text : text + " " + passedOver(targets);
  }

  private static String passedOver(BulkTargets targets) {
    return Text.of("tenants.outcome.passed", Figures.count(targets.passedOver()));
  }

  private void report(TenantVerb verb, BulkTargets targets, BulkOutcome outcome) {
    if (outcome.isAnyLeftUnasked()) {
      show(verb, outcome);
    }
    if (!outcome.done().isEmpty()) {
      notices.gone(names(outcome));
      tell(verb, targets, outcome);
    }
  }

  /** Shows what became of each. */
  private void show(TenantVerb verb, BulkOutcome outcome) {
    String done = Figures.count(outcome.done().size(), "tenant", "tenants");
    outcomes.open(
        outcome.isWhole()
            ? Text.of(verb.key() + ".done", done)
            : Text.of("tenants.outcome.title", Text.of(verb.key()), done),
        outcome.words(),
        "tenants",
        outcome.worstFirst());
  }

  private void tell(TenantVerb verb, BulkTargets targets, BulkOutcome outcome) {
    String title = Text.of(verb.key() + ".done", words(outcome.done()));
    String text =
        outcome.notReached() == 0
            ? ""
            : Text.of("tenants.outcome.left", Figures.count(outcome.notReached()));
    verb.undo()
        .ifPresentOrElse(
            undo ->
                notices.success(
                    title,
                    text,
                    Notice.Action.with(
                        names(outcome),
                        Text.of("tenants.outcome.undo"),
                        () -> act(undo, targets.after(outcome)))),
            () -> notices.success(title, text));
  }

  private static Set<String> names(BulkOutcome outcome) {
    return outcome.done().stream().map(id -> "tenant " + id).collect(Collectors.toSet());
  }
}
