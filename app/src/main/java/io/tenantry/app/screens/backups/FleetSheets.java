package io.tenantry.app.screens.backups;

import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.notices.Notice;
import io.tenantry.app.outcomes.OutcomeSheet;
import io.tenantry.app.outcomes.TenantOutcome;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.BackupRun;
import io.tenantry.contract.backups.BackupRunTenant;
import java.util.Optional;

/** Asks about backups of many, says what became of them, and opens the schedule. UI thread. */
public final class FleetSheets {
  private final BackupsViewModel model;
  private final Dialogs dialogs;
  private final WriteGuard guard;
  private final OutcomeSheet outcomes;
  private final ErrorPresenter errors;

  /** Creates them with what they use. */
  public FleetSheets(
      BackupsViewModel model,
      Dialogs dialogs,
      WriteGuard guard,
      OutcomeSheet outcomes,
      ErrorPresenter errors) {
    this.model = model;
    this.dialogs = dialogs;
    this.guard = guard;
    this.outcomes = outcomes;
    this.errors = errors;
  }

  void ask(GuardedChange change, Runnable action) {
    guard.run(change, action);
  }

  void schedule() {
    model.policy(policy -> new ScheduleSheet(model, dialogs, guard, errors).open(policy));
  }

  /** Says how a run has ended. */
  void tell(Optional<BackupRun> outcome) {
    outcome.ifPresent(this::tell);
  }

  private void tell(BackupRun run) {
    String title =
        Text.of(
            run.status() == BackupRun.Status.STOPPED ? "backups.run.stopped" : "backups.run.done",
            Figures.count(run.done(), "tenant", "tenants"));
    long left = run.tenants() - run.done();
    if (left == 0) {
      errors.notices().success(title, Figures.size(run.bytes()));
    } else {
      errors
          .notices()
          .show(
              run.failed() > 0 ? Tone.DANGER : Tone.WARNING,
              Problem.of(
                  title, Text.of("backups.run.left", Figures.count(left, "tenant", "tenants")), ""),
              new Notice.Action(Text.of("backups.run.which"), () -> which(run)));
    }
  }

  private void which(BackupRun run) {
    model.leftOut(
        run,
        tenants ->
            outcomes.open(
                Text.of("backups.leftOut.title"),
                Text.of(
                    "backups.leftOut.subtitle",
                    Figures.count(tenants.size()),
                    Figures.count(run.tenants())),
                run.id().value(),
                tenants.stream().map(FleetSheets::outcome).toList()));
  }

  private static TenantOutcome outcome(BackupRunTenant row) {
    TenantOutcome.State state =
        switch (row.state()) {
          case DONE -> TenantOutcome.State.DONE;
          case FAILED -> TenantOutcome.State.FAILED;
          case SKIPPED -> TenantOutcome.State.SKIPPED;
          case WAITING -> TenantOutcome.State.NOT_REACHED;
        };
    return new TenantOutcome(row.tenantId(), state, row.reason().orElse(""));
  }
}
