package io.tenantry.app.screens.backups;

import io.tenantry.app.controls.Aging;
import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.charts.Annotations;
import io.tenantry.app.controls.charts.ChartEvent;
import io.tenantry.app.controls.charts.ChartUnit;
import io.tenantry.app.controls.charts.Fold;
import io.tenantry.app.controls.charts.Hue;
import io.tenantry.app.controls.charts.Samples;
import io.tenantry.app.controls.charts.Series;
import io.tenantry.app.controls.charts.StripData;
import io.tenantry.app.controls.charts.TimeRange;
import io.tenantry.app.controls.charts.TimeStrip;
import io.tenantry.app.controls.forms.Segments;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Moments;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.recovery.PastRecovery;
import io.tenantry.contract.recovery.RecoveryWindow;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The time line of a dedicated database: a moment is chosen by the handle, by keys or as text; what
 * there was and is stands below, with the ways back. UI thread.
 */
public final class RecoveryPane extends VBox {
  private static final int MOST_TABLES = 12;

  private final RecoveryViewModel model;
  private final RecoveryDeeds deeds;
  private final TimeStrip strip =
      new TimeStrip(Text.of("recovery.strip"), TimeStrip.Choice.PLAYHEAD, ZoneId.systemDefault());
  private final Label caption = Labels.caption("");
  private final HBox choice = new HBox();
  private final TextField time = new TextField();
  private final Label told = Labels.caption("");
  private final FlowPane rows = new FlowPane();
  private final Button look =
      Buttons.normal(Text.of("recovery.look"), Icon.REVEAL, () -> act(Way.LOOK));
  private final Button fork =
      Buttons.normal(Text.of("recovery.fork"), Icon.ADD, () -> act(Way.FORK));
  private final Button recover =
      Buttons.normal(Text.of("recovery.recover"), Icon.UNDO, () -> act(Way.RECOVER));
  private final HBox undo = new HBox();
  private final Label undoWords = Labels.body("");
  private final ProgressBar undoLeft = new ProgressBar(0);
  private boolean isReady;
  private boolean typing;

  private enum Way {
    LOOK,
    FORK,
    RECOVER
  }

  public RecoveryPane(RecoveryViewModel model, RecoveryDeeds deeds) {
    this.model = model;
    this.deeds = deeds;
    getStyleClass().addAll("card", "recovery-pane");
    managedProperty().bind(visibleProperty());
    setVisible(false);
    strip.playheadProperty().bindBidirectional(model.moment());
    getChildren().addAll(head(), strip, moment(), rows, undoBar());
    rows.getStyleClass().add("recovery-rows");
    Aging.follow(this, this::showUndo);
    model.databases().subscribe(this::showDatabases);
    model.window().subscribe(this::showWindow);
    model.look().subscribe(this::showLook);
    model.moment().subscribe(this::showTime);
  }

  private void act(Way way) {
    switch (way) {
      case LOOK -> deeds.look();
      case FORK -> deeds.fork();
      case RECOVER -> deeds.recover();
    }
  }

  private Node head() {
    HBox head =
        Panels.row(Labels.heading(Text.of("recovery.title")), caption, Panels.spacer(), choice);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Node moment() {
    time.getStyleClass().addAll("mono-field", "recovery-time");
    time.setPromptText(Text.of("recovery.time.prompt"));
    time.setAccessibleText(Text.of("recovery.time"));
    time.setOnAction(_ -> typed());
    time.focusedProperty()
        .subscribe(
            (before, now) -> {
              if (before && !now) {
                typed();
              }
            });
    HBox row =
        Panels.row(
            Labels.body(Text.of("recovery.at")), time, told, Panels.spacer(), look, fork, recover);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** What is no moment stays as it is typed, and says so. */
  private void typed() {
    if (time.getText().isBlank()) {
      model.moment().set(Optional.empty());
      return;
    }
    Optional<Instant> read = Moments.read(time.getText());
    if (read.isEmpty()) {
      told.setText(Text.of("query.target.moment.wrong"));
      return;
    }
    if (!Optional.of(Moments.written(read.get()))
        .equals(model.moment().get().map(Moments::written))) {
      typing = true;
      model.moment().set(read);
      typing = false;
    }
  }

  private void showTime(Optional<Instant> at) {
    if (!typing) {
      time.setText(at.map(Moments::written).orElse(""));
    }
  }

  private Node undoBar() {
    undo.getStyleClass().add("recovery-undo");
    undo.setAlignment(Pos.CENTER_LEFT);
    undoLeft.getStyleClass().add("thin");
    undo.getChildren()
        .addAll(
            undoWords,
            undoLeft,
            Panels.spacer(),
            Buttons.normal(
                Text.of("recovery.undo"),
                Icon.UNDO,
                () -> model.undoable().ifPresent(deeds::undo)));
    undo.managedProperty().bind(undo.visibleProperty());
    undo.setVisible(false);
    return undo;
  }

  /** Goes on with a tenant that was left. */
  void enter(TenantId id) {
    model.enter(id);
  }

  /** Says whether anything can be done with the tenant now. */
  void show(Optional<Tenant> tenant) {
    tenant.ifPresent(model::show);
    isReady = tenant.filter(found -> found.status() == TenantStatus.READY).isPresent();
    enable();
  }

  /** Marks the backups of the tenant. */
  void mark(List<Backup> taken) {
    model.mark(taken);
  }

  /** Calls back when a recovery or its undo has ended. */
  void onMoved(Runnable action) {
    model.onMoved(action);
  }

  /** Drops what is still to come. */
  void leave() {
    model.leave();
  }

  private void showDatabases(List<WorkspaceName> dedicated) {
    setVisible(!dedicated.isEmpty());
    choice.getChildren().clear();
    if (dedicated.size() > 1) {
      ObjectProperty<WorkspaceName> chosen = new SimpleObjectProperty<>(dedicated.getFirst());
      model.database().get().ifPresent(chosen::set);
      chosen.subscribe((_, now) -> model.database().set(Optional.of(now)));
      choice
          .getChildren()
          .setAll(
              Segments.small(
                  Text.of("recovery.database"), dedicated, WorkspaceName::value, chosen));
    }
  }

  private void showWindow(Optional<PastWindow> past) {
    if (past.isEmpty()) {
      caption.setText(Text.of("recovery.loading"));
    } else {
      RecoveryWindow window = past.get().window();
      caption.setText(words(window));
      window.start().ifPresent(start -> draw(past.get(), start, window.end().orElse(start)));
    }
    showUndo(Instant.now());
    enable();
  }

  private static String words(RecoveryWindow window) {
    return window
        .start()
        .map(
            start ->
                Text.of(
                    "recovery.caption",
                    Figures.moment(start, ZoneId.systemDefault()),
                    Figures.count(window.commits(), "commit", "commits"),
                    Figures.size(window.archiveBytes())))
        .orElseGet(() -> Text.of("recovery.none"));
  }

  private void draw(PastWindow past, Instant start, Instant end) {
    TimeRange range =
        new TimeRange(start.toEpochMilli(), Math.max(start.toEpochMilli() + 1, end.toEpochMilli()));
    List<RecoveryWindow.Bucket> density = past.window().density();
    Duration step = Duration.ofMillis(Math.max(1, range.length() / Math.max(1, density.size())));
    Samples samples =
        Samples.of(
            density,
            bucket -> bucket.start().toEpochMilli(),
            bucket -> (double) bucket.commits(),
            step);
    List<ChartEvent> events =
        past.happenings().stream()
            .map(
                each ->
                    new ChartEvent(
                        each.at().toEpochMilli(),
                        each.mark(),
                        each.words() + ", " + Figures.moment(each.at(), ZoneId.systemDefault()),
                        () -> model.moment().set(Optional.of(each.at()))))
            .toList();
    strip.show(
        new StripData(
            range,
            new Series(Text.of("recovery.commits"), Hue.SERIES_1, samples, Fold.SUM),
            ChartUnit.COUNT,
            new Annotations(events, List.of(), List.of())));
  }

  private void showLook(PastLook now) {
    if (!(now instanceof PastLook.Looking)) {
      rows.getChildren().clear(); // while the engine is asked, nothing below moves
    }
    switch (now) {
      case PastLook.Nowhere _ -> told.setText(Text.of("recovery.nowhere"));
      case PastLook.Looking _ -> told.setText(Text.of("recovery.looking"));
      case PastLook.Unknown(Instant _, var why) -> told.setText(why.title() + " " + why.text());
      case PastLook.Seen seen -> showSeen(seen);
    }
    enable();
  }

  private void showSeen(PastLook.Seen seen) {
    told.setText(Text.of("recovery.took", Figures.duration(seen.took())));
    seen.then().keySet().stream()
        .limit(MOST_TABLES)
        .map(table -> counted(table, seen))
        .forEach(rows.getChildren()::add);
    seen.now().keySet().stream()
        .filter(table -> !seen.then().containsKey(table))
        .limit(MOST_TABLES)
        .map(table -> fact(table, Text.of("recovery.rows.new"), "text-success"))
        .forEach(rows.getChildren()::add);
    int left = seen.then().size() - MOST_TABLES;
    if (left > 0) {
      rows.getChildren().add(Labels.muted(Text.of("dialogs.more", Figures.count(left))));
    }
  }

  private static Node counted(String table, PastLook.Seen seen) {
    long then = seen.then().getOrDefault(table, 0L);
    Long now = seen.now().get(table);
    if (now == null) {
      return fact(table, Text.of("recovery.rows.gone", Figures.count(then)), "text-danger");
    }
    long difference = now - then;
    String words =
        difference == 0
            ? Figures.count(then)
            : Text.of(
                "recovery.rows",
                Figures.count(then),
                Figures.count(now),
                (difference > 0 ? "+" : "−") + Figures.count(Math.abs(difference)));
    return fact(
        table,
        words,
        difference == 0 ? "text-muted" : difference > 0 ? "text-success" : "text-danger");
  }

  private static Node fact(String table, String words, String tone) {
    Label counts = Labels.caption(words);
    counts.getStyleClass().add(tone);
    HBox fact = new HBox(Labels.strong(table), counts);
    fact.getStyleClass().add("recovery-fact");
    return fact;
  }

  private void showUndo(Instant now) {
    Optional<PastRecovery> undoable =
        model.undoable().filter(each -> each.undoUntil().filter(now::isBefore).isPresent());
    undo.setVisible(undoable.isPresent());
    undoable.ifPresent(
        each -> {
          Instant until = each.undoUntil().orElse(now);
          Instant since = each.completedAt().orElse(each.startedAt());
          Duration left = Duration.between(now, until);
          undoWords.setText(
              Text.of("recovery.undo.left", RecoveryDeeds.words(each.target()), remaining(left)));
          double all = Math.max(1, Duration.between(since, until).toSeconds());
          undoLeft.setProgress(left.toSeconds() / all);
        });
  }

  private static String remaining(Duration left) {
    return left.toHours() > 0
        ? Text.of("recovery.hours", left.toHours(), left.toMinutesPart())
        : Text.of("recovery.minutes", Math.max(1, left.toMinutes()));
  }

  private void enable() {
    boolean chosen = model.moment().get().isPresent();
    boolean seen = model.look().get() instanceof PastLook.Seen;
    look.setDisable(!chosen);
    fork.setDisable(!seen);
    recover.setDisable(!seen || !isReady);
    undo.setDisable(!isReady);
  }
}
