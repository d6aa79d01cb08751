package io.tenantry.app.screens.drift;

import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.text.Text;
import io.tenantry.contract.drift.Adopted;
import io.tenantry.contract.drift.ForcedBack;
import java.util.List;

/** Asks about what is done to a drift, does it, and says what became of it. UI thread. */
public final class DriftDeeds {
  private final DriftViewModel model;
  private final WriteGuard guard;
  private final Notices notices;

  /** Creates it with what it uses. */
  public DriftDeeds(DriftViewModel model, WriteGuard guard, Notices notices) {
    this.model = model;
    this.guard = guard;
    this.notices = notices;
  }

  /** Leaves the schema as it is, and lets nobody complain about it. */
  void accept() {
    ask(
        "accept",
        GuardedChange.Weight.NORMAL,
        List.of(),
        () ->
            model.accept(() -> notices.success(words("accepted"), Text.of("drift.accepted.text"))));
  }

  /** Makes the schema a version of the blueprint. */
  void adopt() {
    ask("adopt", GuardedChange.Weight.NORMAL, List.of(), () -> model.adopt(this::adopted));
  }

  private void adopted(Adopted adopted) {
    notices.success(
        Text.of("drift.adopted", adopted.tenantId(), adopted.blueprint(), adopted.version()),
        Text.of(adopted.isNew() ? "drift.adopted.new" : "drift.adopted.known"));
  }

  /** Brings the schema of the version back; what that would lose is asked about by itself. */
  void forceBack() {
    ask(
        "forceBack",
        GuardedChange.Weight.DESTRUCTIVE,
        List.of(),
        () -> model.forceBack(false, this::forcedBack, this::confirmLoss));
  }

  private void confirmLoss(List<String> losses) {
    ask(
        "forceBack",
        GuardedChange.Weight.FINAL,
        losses,
        () -> model.forceBack(true, this::forcedBack, _ -> {}));
  }

  private void forcedBack(ForcedBack done) {
    notices.success(
        Text.of("drift.forcedBack", done.tenantId(), done.version()),
        Text.of("drift.forcedBack.text"));
  }

  private void ask(String verb, GuardedChange.Weight weight, List<String> losses, Runnable act) {
    model
        .standing()
        .get()
        .ifPresent(
            now ->
                guard.run(
                    new GuardedChange(
                            Text.of("drift." + verb + ".question", model.tenant(), now.version()),
                            Text.of("drift." + verb + ".explain", now.blueprint(), now.version()),
                            Text.of("drift." + verb + ".act"),
                            model.tenant().value(),
                            weight)
                        .losing(losses),
                    act));
  }

  private String words(String what) {
    return Text.of("drift." + what, model.tenant());
  }
}
