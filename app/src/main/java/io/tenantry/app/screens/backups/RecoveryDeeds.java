package io.tenantry.app.screens.backups;

import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.recovery.PastRecovery;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Asks about what is done with a moment of the past, and does it. UI thread. */
public final class RecoveryDeeds {
  private final RecoveryViewModel model;
  private final BackupDeeds deeds;
  private final Dialogs dialogs;
  private final WriteGuard guard;
  private final Navigator navigator;
  private final ErrorPresenter errors;

  /** Creates it with what it uses. */
  public RecoveryDeeds(
      RecoveryViewModel model,
      BackupDeeds deeds,
      Dialogs dialogs,
      WriteGuard guard,
      Navigator navigator,
      ErrorPresenter errors) {
    this.model = model;
    this.deeds = deeds;
    this.dialogs = dialogs;
    this.guard = guard;
    this.navigator = navigator;
    this.errors = errors;
  }

  /** Opens a query tab at the moment. */
  void look() {
    model
        .moment()
        .get()
        .ifPresent(
            at ->
                model
                    .database()
                    .get()
                    .ifPresent(
                        blueprint ->
                            navigator.go(
                                ScreenRoute.QUERY,
                                PlaceSubjects.past(
                                    model.tenant().value(), blueprint.value(), at))));
  }

  /** Makes a new tenant of the moment. */
  void fork() {
    model
        .moment()
        .get()
        .ifPresent(
            at ->
                new RestoreSheet(dialogs, guard, errors)
                    .open(
                        model.tenant(),
                        words(at),
                        (made, then, onFailure) -> model.fork(at, made, then, onFailure),
                        deeds::restored));
  }

  /** Brings the database back to the moment that was looked at. */
  void recover() {
    if (model.look().get() instanceof PastLook.Seen seen) {
      String tenant = model.tenant().value();
      String when = words(seen.moment());
      guard.run(
          GuardedChange.destructive(
                  Text.of("recovery.recover.question", tenant, when),
                  Text.of("recovery.recover.explain"),
                  Text.of("recovery.recover.act"),
                  tenant)
              .naming(returning(seen))
              .losing(losses(seen)),
          () -> model.recover(seen.moment()));
    }
  }

  private static List<String> returning(PastLook.Seen seen) {
    List<String> lines = new ArrayList<>();
    seen.then()
        .forEach(
            (table, then) -> {
              long now = seen.now().getOrDefault(table, 0L);
              if (then > now) {
                lines.add(
                    Text.of("recovery.back.rows", table, Figures.count(then), Figures.count(now)));
              }
            });
    return lines;
  }

  private static List<String> losses(PastLook.Seen seen) {
    List<String> lines = new ArrayList<>();
    seen.now()
        .forEach(
            (table, now) -> {
              Long then = seen.then().get(table);
              if (then == null) {
                lines.add(Text.of("backup.loss.table", table, Figures.count(now, "row", "rows")));
              } else if (then < now) {
                lines.add(
                    Text.of("recovery.loss.rows", table, Figures.count(now), Figures.count(then)));
              }
            });
    lines.add(Text.of("backup.loss.changes", words(seen.moment())));
    return lines;
  }

  /** Brings back what was there before the last recovery. */
  void undo(PastRecovery recovery) {
    String tenant = model.tenant().value();
    guard.run(
        GuardedChange.destructive(
                Text.of("recovery.undo.question", tenant),
                Text.of("recovery.undo.explain"),
                Text.of("recovery.undo.act"),
                tenant)
            .losing(
                List.of(
                    Text.of(
                        "recovery.undo.loss",
                        words(recovery.completedAt().orElse(recovery.startedAt()))))),
        model::undo);
  }

  static String words(Instant at) {
    return Figures.second(at, ZoneId.systemDefault());
  }
}
