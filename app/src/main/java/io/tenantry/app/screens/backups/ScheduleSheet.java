package io.tenantry.app.screens.backups;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.cards.Facts;
import io.tenantry.app.controls.forms.FormBuilder;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.Sheet;
import io.tenantry.app.dialogs.SheetDraft;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.BackupPolicy;
import io.tenantry.contract.backups.ChangeBackupPolicy;
import io.tenantry.contract.error.EngineException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;

/** When backups are taken by themselves and how long they are kept. UI thread. */
final class ScheduleSheet {
  private static final int DAY_HOURS = 24;

  private final BackupsViewModel model;
  private final Dialogs dialogs;
  private final WriteGuard guard;
  private final ErrorPresenter errors;
  private final BooleanProperty nightly = new SimpleBooleanProperty();
  private final StringProperty at = new SimpleStringProperty("");
  private final StringProperty keep = new SimpleStringProperty("");
  private final StringProperty safety = new SimpleStringProperty("");
  private final FormBuilder form = new FormBuilder();

  ScheduleSheet(BackupsViewModel model, Dialogs dialogs, WriteGuard guard, ErrorPresenter errors) {
    this.model = model;
    this.dialogs = dialogs;
    this.guard = guard;
    this.errors = errors;
  }

  void open(BackupPolicy policy) {
    if (policy.changeable()) {
      change(policy);
    } else {
      dialogs.show(
          new Sheet(Text.of("backups.schedule.title"), facts(policy))
              .width(Sheet.Width.SMALL)
              .cancelLabel(Text.of("dialogs.close")));
    }
  }

  private static Node facts(BackupPolicy policy) {
    Facts facts =
        new Facts()
            .add(
                Text.of("backups.schedule.nights"),
                policy.nightly()
                    ? Text.of("backups.schedule.at", policy.nightlyAt())
                    : Text.of("backups.schedule.off"));
    policy
        .nextNight()
        .ifPresent(
            next ->
                facts.add(
                    Text.of("backups.schedule.next"),
                    Figures.moment(next, ZoneId.systemDefault())));
    facts
        .add(Text.of("backups.schedule.kept"), Figures.count(policy.keepScheduled()))
        .add(
            Text.of("backups.schedule.safety"),
            Figures.count(policy.keepSafetyHours(), "hour", "hours"));
    return Panels.column(facts, Labels.prose(Text.of("backups.schedule.fixed")));
  }

  private void change(BackupPolicy policy) {
    nightly.set(policy.nightly());
    at.set(policy.nightlyAt().toString());
    keep.set(String.valueOf(policy.keepScheduled()));
    safety.set(String.valueOf(policy.keepSafetyHours() / DAY_HOURS));
    form.check("nightly", Text.of("backups.schedule.nightly"), nightly);
    form.text("nightly_at", Text.of("backups.schedule.time"), at)
        .help(Text.of("backups.schedule.time.help"));
    form.digits("keep_scheduled", Text.of("backups.schedule.keep"), keep)
        .help(Text.of("backups.schedule.keep.help"));
    form.digits("keep_safety_hours", Text.of("backups.schedule.keepSafety"), safety)
        .help(Text.of("backups.schedule.keepSafety.help"));
    form.node(Labels.caption(Text.of("backups.schedule.manual")));
    Sheet sheet =
        new Sheet(Text.of("backups.schedule.title"), form.build())
            .width(Sheet.Width.SMALL)
            .draft(
                new SheetDraft()
                    .typed("nightly_at", at)
                    .typed("keep_scheduled", keep)
                    .typed("keep_safety_hours", safety)
                    .chosen(
                        "nightly",
                        nightly,
                        String::valueOf,
                        text -> Optional.of(Boolean.valueOf(text))));
    sheet.primary(Text.of("backups.schedule.save"), guard.canWrite(), () -> save(sheet, policy));
    dialogs.show(sheet);
  }

  private void save(Sheet sheet, BackupPolicy before) {
    form.clearErrors();
    wanted()
        .ifPresent(
            change -> {
              boolean drops = change.keepScheduled() < before.keepScheduled();
              GuardedChange asked =
                  drops
                      ? GuardedChange.irrevocable(
                              Text.of("backups.schedule.question"),
                              Text.of("backups.schedule.drops"),
                              Text.of("backups.schedule.save"),
                              String.valueOf(change.keepScheduled()))
                          .losing(
                              List.of(
                                  Text.of(
                                      "backups.schedule.loss",
                                      Figures.count(change.keepScheduled()))))
                      : GuardedChange.normal(
                          Text.of("backups.schedule.question"),
                          "",
                          Text.of("backups.schedule.save"),
                          String.valueOf(change.keepScheduled()));
              guard.run(asked, () -> send(sheet, change));
            });
  }

  private void send(Sheet sheet, ChangeBackupPolicy change) {
    sheet.busy(true);
    model.changePolicy(change, sheet::close, error -> errors.tell(error, form, sheet));
  }

  private Optional<ChangeBackupPolicy> wanted() {
    try {
      return Optional.of(
          new ChangeBackupPolicy(
              nightly.get(), LocalTime.parse(at.get().strip()), number(keep), days(safety)));
    } catch (DateTimeException notATime) {
      form.error("nightly_at", Text.of("backups.schedule.time.wrong"));
    } catch (EngineException e) {
      e.detail("field").ifPresent(field -> form.error(field, ErrorPresenter.line(e)));
    }
    return Optional.empty();
  }

  private static int number(StringProperty text) {
    String digits = text.get().strip();
    return digits.isEmpty() || digits.length() > 6 ? 0 : Integer.parseInt(digits);
  }

  private static int days(StringProperty text) {
    return number(text) * DAY_HOURS;
  }
}
