package io.tenantry.app.screens.backups;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.forms.FormBuilder;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.controls.tables.DataTable;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.dialogs.Sheet;
import io.tenantry.app.dialogs.SheetDraft;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.notices.Notice;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.drills.Drill;
import io.tenantry.contract.drills.DrilledDatabase;
import io.tenantry.contract.drills.ReportCheck;
import io.tenantry.contract.drills.StartDrill;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.util.Subscription;

/** The sheets of restore drills: the past ones, a new one, what one found. UI thread. */
public final class DrillSheets {
  private static final double HEIGHT = 300;
  private static final int SAMPLE = 20;

  private final DrillsViewModel model;
  private final Dialogs dialogs;
  private final WriteGuard guard;
  private final FileDialogs files;
  private final ErrorPresenter errors;

  /** Creates them with what they use. */
  public DrillSheets(
      DrillsViewModel model,
      Dialogs dialogs,
      WriteGuard guard,
      FileDialogs files,
      ErrorPresenter errors) {
    this.model = model;
    this.dialogs = dialogs;
    this.guard = guard;
    this.files = files;
    this.errors = errors;
    model.ended().subscribe(this::tell);
  }

  DrillsViewModel model() {
    return model;
  }

  /** Shows the past drills. */
  void past() {
    ObservableList<Drill> rows = FXCollections.observableArrayList(model.all().get());
    DataTable<Drill> table =
        new DataTable<>(Text.of("drills.title"), rows, columns())
            .whenEmpty(Labels.muted(Text.of("drills.none")))
            .onOpen(this::open);
    table.setPrefHeight(HEIGHT);
    Sheet sheet =
        new Sheet(Text.of("drills.title"), table)
            .subtitle(Text.of("drills.explain"))
            .width(Sheet.Width.LARGE)
            .cancelLabel(Text.of("dialogs.close"));
    sheet.footer(Buttons.normal(Text.of("drills.check"), Icon.CHECKED, this::check));
    sheet.primary(Text.of("drills.begin"), guard.canWrite(), () -> start(List.of()));
    Subscription follow = model.all().subscribe(now -> rows.setAll(now));
    model.load();
    dialogs.show(sheet, follow::unsubscribe);
  }

  @SuppressWarnings("unchecked")
  private static DataColumn<Drill, ?>[] columns() {
    return new DataColumn[] {
      DataColumn.<Drill>ago(
              Text.of("drills.column.started"), drill -> Optional.of(drill.startedAt()))
          .unsorted()
          .room(110, 120),
      DataColumn.<Drill>chip(Text.of("drills.column.outcome"), DrillWords::chip)
          .unsorted()
          .room(132, 140),
      DataColumn.<Drill>text(Text.of("drills.column.found"), DrillWords::found).unsorted().grow(),
      DataColumn.<Drill>size(Text.of("drills.column.bytes"), Drill::bytes).unsorted().room(88, 100)
    };
  }

  /**
   * Asks for a new drill.
   *
   * @param tenants of whom; empty for a sample
   */
  void start(List<TenantId> tenants) {
    StringProperty sample = new SimpleStringProperty(String.valueOf(SAMPLE));
    FormBuilder form = new FormBuilder();
    if (tenants.isEmpty()) {
      form.digits("sample", Text.of("drills.sample"), sample).help(Text.of("drills.sample.help"));
    } else {
      form.node(
          Labels.prose(
              Text.of("drills.named", Figures.count(tenants.size(), "tenant", "tenants"))));
    }
    Sheet sheet =
        new Sheet(
                Text.of("drills.new"),
                Panels.column(Labels.prose(Text.of("drills.does")), form.build()))
            .width(Sheet.Width.SMALL)
            .leavingRoomToFail()
            .draft(new SheetDraft().typed("sample", sample));
    sheet.primary(
        Text.of("drills.start"), guard.canWrite(), () -> start(sheet, form, tenants, sample));
    dialogs.show(sheet);
  }

  private void start(Sheet sheet, FormBuilder form, List<TenantId> tenants, StringProperty sample) {
    form.clearErrors();
    try {
      StartDrill request =
          tenants.isEmpty() ? StartDrill.ofSample(number(sample.get())) : StartDrill.of(tenants);
      guard.run(
          GuardedChange.normal(
              Text.of("drills.question"),
              Text.of("drills.does"),
              Text.of("drills.start"),
              Text.of("drills.word")),
          () -> send(sheet, form, request));
    } catch (EngineException e) {
      form.error("sample", ErrorPresenter.line(e));
    }
  }

  private static int number(String digits) {
    String plain = digits.strip();
    return plain.isEmpty() || plain.length() > 6 ? 0 : Integer.parseInt(plain);
  }

  private void send(Sheet sheet, FormBuilder form, StartDrill request) {
    sheet.busy(true);
    model.start(request, sheet::close, error -> errors.tell(error, form, sheet));
  }

  /** Shows what a drill found. */
  void open(Drill drill) {
    model.found(drill, found -> show(drill, found));
  }

  private void show(Drill drill, List<DrilledDatabase> found) {
    DataTable<DrilledDatabase> table =
        new DataTable<>(
            Text.of("drills.found.title"),
            FXCollections.observableArrayList(found),
            DrilledColumns.all());
    table.setPrefHeight(HEIGHT);
    Sheet sheet =
        new Sheet(Text.of("drills.found.title"), table)
            .subtitle(DrillWords.found(drill))
            .width(Sheet.Width.FULL)
            .cancelLabel(Text.of("dialogs.close"));
    Button save = Buttons.normal(Text.of("drills.save"), Icon.EXPORT, () -> save(drill));
    save.setDisable(DrillsViewModel.isRunning(drill));
    Button stop =
        Buttons.normal(
            Text.of("drills.stop"),
            Icon.STOP,
            () -> {
              model.stop(drill);
              sheet.close();
            });
    stop.setVisible(DrillsViewModel.isRunning(drill));
    sheet.footer(save, stop);
    dialogs.show(sheet);
  }

  private void save(Drill drill) {
    files
        .save(Text.of("drills.save"), drill.id() + ".json", FileDialogs.FileKind.JSON)
        .ifPresent(
            target ->
                model.save(
                    drill,
                    target,
                    () -> errors.notices().success(Text.of("drills.saved"), String.valueOf(target)),
                    errors::show));
  }

  /** Checks a report that was saved. */
  void check() {
    files
        .open(Text.of("drills.check"), FileDialogs.FileKind.JSON)
        .ifPresent(report -> model.check(report, this::checked, errors::show));
  }

  private void checked(ReportCheck result) {
    String words = Text.of("drills.check." + result.code());
    String text = Text.of("drills.check." + result.code() + ".text");
    if (result == ReportCheck.GENUINE) {
      errors.notices().success(words, text);
    } else {
      errors
          .notices()
          .show(
              result == ReportCheck.ALTERED ? Tone.DANGER : Tone.WARNING,
              Problem.of(words, text, ""));
    }
  }

  private void tell(Optional<Drill> ended) {
    ended.ifPresent(this::tell);
  }

  private void tell(Drill drill) {
    Notice.Action open = new Notice.Action(Text.of("drills.show"), () -> open(drill));
    if (drill.failed() == 0) {
      errors.notices().success(Text.of("drills.ended"), DrillWords.found(drill), open);
    } else {
      errors
          .notices()
          .show(
              Tone.DANGER,
              Problem.of(Text.of("drills.endedBadly"), DrillWords.found(drill), ""),
              open);
    }
  }
}
