package io.tenantry.app.screens.query;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.LeavingRow;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.SearchField;
import io.tenantry.app.controls.figures.Meter;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.queries.FanOutProgress;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * What came of a run, whose it is and when it was, over the rows; while it runs, how far it is.
 * Nothing in it changes its place while something runs. UI thread.
 */
final class ResultBar extends VBox {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Label summary = Labels.body("");
  private final Label whose = Labels.caption("");
  private final Label when = Labels.caption("");
  private final Tooltip tip = new Tooltip();
  private final Chip former = new Chip(Tone.WARNING, Text.of("query.former"));
  private final Chip cut = new Chip(Tone.WARNING, Text.of("query.truncated"));
  private final Button unfolded;
  private final ToggleButton fold = new ToggleButton(Text.of("query.fold"));
  private final SearchField filter;
  private final MenuButton export;
  private final Meter meter = new Meter();

  ResultBar(MenuButton export, Consumer<String> onFilter, Runnable onFold, Runnable onRefold) {
    this.export = export;
    filter = new SearchField(Text.of("query.filter"), onFilter);
    unfolded = Buttons.small(Buttons.normal("", Icon.CLOSE, onRefold));
    getStyleClass().add("result-bar");
    fold.setTooltip(new Tooltip(Text.of("query.fold.tip")));
    fold.selectedProperty().subscribe((_, _) -> onFold.run());
    summary.setMinWidth(USE_PREF_SIZE);
    summary.managedProperty().bind(summary.textProperty().isNotEmpty());
    fold.setMinWidth(USE_PREF_SIZE);
    unfolded.setMinWidth(USE_PREF_SIZE);
    export.setMinWidth(USE_PREF_SIZE);
    former.setMinWidth(USE_PREF_SIZE);
    cut.setMinWidth(USE_PREF_SIZE);
    for (javafx.scene.Node node : List.of(former, cut, unfolded, fold)) {
      node.managedProperty().bind(node.visibleProperty());
      node.setVisible(false);
    }
    HBox line =
        new LeavingRow(
            List.of(when, whose),
            summary,
            whose,
            when,
            Panels.spacer(),
            former,
            cut,
            unfolded,
            fold,
            filter,
            export);
    summary.setTooltip(tip);
    line.getStyleClass().add("result-line");
    meter.getStyleClass().add("thin");
    getChildren().addAll(line, meter);
    show(Optional.empty(), Optional.empty(), false);
  }

  boolean isFolded() {
    return fold.isVisible() && fold.isSelected();
  }

  /**
   * Shows how a run stands and what can be done with its rows.
   *
   * @param whole whether all of it is said here, and not in a message below
   */
  void show(Optional<RunState> state, Optional<AnswerTable> answers, boolean whole) {
    summary.setText(state.map(each -> RunWords.inBar(each, whole)).orElse(""));
    whose.setText(state.map(each -> each.target().words()).orElse(""));
    when.setText(state.map(ResultBar::when).orElse(""));
    tip.setText(String.join("\n", summary.getText(), whose.getText(), when.getText()).strip());
    cut.setVisible(state.filter(each -> each.counts().cut() > 0).isPresent());
    fold.setVisible(answers.flatMap(AnswerTable::folds).isPresent());
    filter.setVisible(answers.isPresent());
    export.setVisible(answers.isPresent());
    boolean running = state.filter(each -> !each.phase().isOver()).isPresent();
    Optional<FanOutProgress> progress = state.flatMap(RunState::progress);
    meter.setVisible(running && progress.isPresent());
    progress.filter(_ -> running).ifPresent(this::show);
  }

  private void show(FanOutProgress progress) {
    meter.show(
        progress.total(),
        List.of(
            new Meter.Part(Tone.SUCCESS, progress.answered()),
            new Meter.Part(Tone.DANGER, progress.failed())));
  }

  /** Says that what is shown came from elsewhere than the tab runs now. */
  void former(boolean isFormer) {
    former.setVisible(isFormer);
  }

  /** Says that only the rows of one answer are shown. */
  void unfolded(Optional<FoldedAnswer> answer) {
    answer.ifPresent(
        each ->
            unfolded.setText(
                Text.of(
                    "query.unfolded",
                    Figures.count(
                        each.tenants(), Text.of("query.tenant"), Text.of("query.tenants")))));
    unfolded.setVisible(answer.isPresent());
    if (answer.isPresent()) {
      fold.setSelected(false);
    }
  }

  private static String when(RunState state) {
    String time = TIME.format(state.startedAt().atZone(ZoneId.systemDefault()));
    return state.phase().isOver()
        ? Text.of("query.when", time, Figures.duration(state.elapsed()))
        : Text.of("query.when.running", time);
  }
}
