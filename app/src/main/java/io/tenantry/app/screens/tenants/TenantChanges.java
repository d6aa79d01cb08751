package io.tenantry.app.screens.tenants;

import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.guard.Change;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.lists.Chosen;
import io.tenantry.app.notices.Notice;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;

/** Asks about actions on tenants, runs them, says what became of them and offers to undo. */
public final class TenantChanges {
  private static final int SHOWN_FAILURES = 20;

  private final TenantsViewModel model;
  private final WriteGuard guard;
  private final Dialogs dialogs;
  private final Notices notices;

  /** Creates it with what it uses. */
  public TenantChanges(TenantsViewModel model, WriteGuard guard, Dialogs dialogs, Notices notices) {
    this.model = model;
    this.guard = guard;
    this.dialogs = dialogs;
    this.notices = notices;
  }

  void ask(TenantAction action, Chosen<TenantRow> chosen) {
    model.choose(action, chosen, targets -> ask(action, targets));
  }

  private void ask(TenantAction action, BulkTargets targets) {
    List<TenantId> ids = targets.ids();
    if (ids.isEmpty()) {
      dialogs.tell(
          Text.of("tenants.outcome.none", Text.of(action.key())),
          Text.of("tenants.outcome.passed", Figures.count(targets.passedOver())));
      return;
    }
    String what = words(ids);
    Change change =
        new Change(
                Text.of(action.key() + ".question", what),
                explained(action, targets),
                Text.of(action.key() + ".button", what),
                ids.size() == 1 ? ids.getFirst().value() : Figures.count(ids.size()),
                action.weight())
            .reaching(ids.size())
            .naming(ids.stream().map(TenantId::value).toList());
    guard.run(change, () -> act(action, targets));
  }

  private void act(TenantAction action, BulkTargets targets) {
    model.act(action, targets, outcome -> report(action, targets, outcome));
  }

  private static String words(List<TenantId> ids) {
    return ids.size() == 1
        ? ids.getFirst().value()
        : Figures.count(ids.size(), "tenant", "tenants");
  }

  private static String explained(TenantAction action, BulkTargets targets) {
    String explained = Text.of(action.key() + ".explain");
    return targets.passedOver() == 0
        ? explained
        : explained + " " + Text.of("tenants.outcome.passed", Figures.count(targets.passedOver()));
  }

  private void report(TenantAction action, BulkTargets targets, BulkOutcome outcome) {
    if (!outcome.failures().isEmpty()) {
      dialogs.tell(
          Text.of(
              "tenants.outcome.title",
              Text.of(action.key()),
              Figures.count(outcome.done().size(), "tenant", "tenants")),
          failures(outcome));
    }
    if (!outcome.done().isEmpty()) {
      tell(action, targets, outcome);
    }
  }

  private void tell(TenantAction action, BulkTargets targets, BulkOutcome outcome) {
    String title = Text.of(action.key() + ".done", words(outcome.done()));
    String text =
        outcome.notReached() == 0
            ? ""
            : Text.of("tenants.outcome.left", Figures.count(outcome.notReached()));
    action
        .undo()
        .ifPresentOrElse(
            undo ->
                notices.success(
                    title,
                    text,
                    new Notice.Action(
                        Text.of("tenants.outcome.undo"), () -> act(undo, targets.after(outcome)))),
            () -> notices.success(title, text));
  }

  private static String failures(BulkOutcome outcome) {
    StringBuilder text = new StringBuilder();
    outcome.failures().stream()
        .limit(SHOWN_FAILURES)
        .forEach(failure -> text.append(failure).append('\n'));
    int more = outcome.failures().size() - SHOWN_FAILURES;
    if (more > 0) {
      text.append(Text.of("tenants.outcome.more", Figures.count(more)));
    }
    return text.toString().strip();
  }
}
