package io.tenantry.app.screens.query;

import io.tenantry.app.controls.KeyHint;
import io.tenantry.app.controls.grid.ResultGrid;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.messages.Callout;
import io.tenantry.app.controls.messages.RunError;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.sql.SqlEditor;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Command;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.recorded.RecordedPanel;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The lower half of a tab: what came of the last run, and whose it is. UI thread. */
final class ResultPane extends VBox {
  private static final PseudoClass FORMER = PseudoClass.getPseudoClass("former");

  private final QueryTab tab;
  private final Node idle =
      new EmptyState(
          Icon.QUERY,
          Text.of("query.idle.title"),
          Text.of("query.idle.text", KeyHint.spoken("Shortcut+Enter")));
  private final Node nowhere =
      new EmptyState(Icon.QUERY, Text.of("query.nowhere.title"), Text.of("query.nowhere.text"));
  private final Node nothing = new StackPane();
  private final SqlEditor editor;
  private final ResultGrid grid;
  private final FoldedPane folded = new FoldedPane(this::unfold);
  private final ResultBar bar;
  private final ResultFooter footer;
  private final RecordedPanel recorded;
  private final StackPane message = new StackPane();
  private final StackPane body = new StackPane();
  private Optional<AnswerTable> answers = Optional.empty();
  private Optional<RunState.Phase> told = Optional.empty();
  private Optional<Node> former = Optional.empty();
  private Consumer<String> again = _ -> {};
  private boolean isNowhere;

  ResultPane(
      QueryTab tab,
      SqlEditor editor,
      WriteGuard guard,
      FileDialogs files,
      TaskRunner tasks,
      ErrorPresenter errors) {
    this.tab = tab;
    this.editor = editor;
    this.recorded = new RecordedPanel(tab.recorded(), guard, this::showBody);
    this.grid =
        new ResultGrid(
            (work, then) -> tasks.call("grid.arrange", work::get).onSuccess(then).start());
    this.footer = new ResultFooter(grid);
    this.bar =
        new ResultBar(
            new ResultExport(grid, files, tasks, errors).menu(),
            grid::filter,
            this::showBody,
            () -> unfold(Optional.empty()));
    getStyleClass().add("result-pane");
    message.getStyleClass().add("result-message");
    message.managedProperty().bind(message.visibleProperty());
    footer.managedProperty().bind(footer.visibleProperty());
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().setAll(bar, message, body, footer);
    tab.answersProperty().subscribe(this::answersChanged);
    tab.runProperty().subscribe(this::runChanged);
    tab.targetProperty()
        .subscribe(
            _ -> {
              markFormer();
              showBody();
            });
  }

  /** Returns what the keys of the rows do, while there are any. */
  List<Command> commands() {
    List<Command> commands = new ArrayList<>(recorded.commands());
    if (answers.isPresent()) {
      commands.addAll(grid.commands());
    }
    return commands;
  }

  /** Says what runs a text once more that ran before the tab was opened again. */
  void onAgain(Consumer<String> action) {
    again = action;
  }

  /** Says instead of how to run something that there is nowhere to run it, while that is so. */
  void follow(ObservableValue<Boolean> nothingToQuery) {
    nothingToQuery.subscribe(
        now -> {
          isNowhere = now;
          showBody();
        });
  }

  private void answersChanged(Optional<AnswerTable> now) {
    answers = now;
    unfold(Optional.empty());
    now.ifPresent(grid::show);
    showBody();
  }

  private void runChanged(Optional<RunState> state) {
    bar.show(state, answers, answers.isPresent() || recorded.isThere());
    answers.ifPresent(this::grew);
    recorded.follow(answers.isPresent());
    showMessage(state);
    showBody();
    markFormer();
  }

  private void grew(AnswerTable table) {
    grid.grew();
    footer.show(table);
    table.folds().filter(_ -> bar.isFolded()).ifPresent(folded::show);
  }

  private void showBody() {
    footer.setVisible(answers.isPresent() && !bar.isFolded() && !recorded.takesPlaceOfRows());
    answers.flatMap(AnswerTable::folds).filter(_ -> bar.isFolded()).ifPresent(folded::show);
    Node wanted = wantedBody();
    if (body.getChildren().isEmpty() || body.getChildren().getFirst() != wanted) {
      body.getChildren().setAll(wanted);
    }
  }

  private Node wantedBody() {
    if (recorded.takesPlaceOfRows()) {
      return recorded.list();
    }
    if (answers.isPresent()) {
      return bar.isFolded() ? folded : grid;
    }
    if (tab.runProperty().get().isPresent()) {
      return nothing;
    }
    return tab.formerProperty()
        .get()
        .filter(run -> tab.targetProperty().get().equals(Optional.of(run.target())))
        .map(this::former)
        .orElse(isNowhere ? nowhere : idle);
  }

  /** Built once, since it is looked for with every change. */
  private Node former(LastRun run) {
    if (former.isEmpty()) {
      former = Optional.of(FormerRun.of(run, sql -> again.accept(sql)));
    }
    return former.get();
  }

  /** The message of a run stands until the next one, and is built once. */
  private void showMessage(Optional<RunState> state) {
    Optional<RunState.Phase> phase = state.map(RunState::phase);
    if (phase.equals(told)) {
      return;
    }
    told = phase;
    Optional<Node> words = state.flatMap(this::message);
    message.getChildren().setAll(words.stream().toList());
    message.setVisible(words.isPresent());
  }

  private Optional<Node> message(RunState state) {
    return switch (state.phase()) {
      case RUNNING, STOPPING -> Optional.empty();
      case FAILED -> state.problem().map(this::error);
      case LEFT ->
          Optional.of(
              new Callout(Tone.WARNING, RunWords.summary(state), Text.of("query.left.text")));
      case STOPPED ->
          answers.isPresent()
              ? Optional.empty()
              : Optional.of(
                  new Callout(
                      Tone.NEUTRAL,
                      RunWords.summary(state),
                      Text.of(
                          state.progress().isPresent()
                              ? "query.stopped.many.text"
                              : "query.stopped.one.text")));
      case DONE ->
          recorded.isThere()
              ? Optional.of(recorded.note())
              : state
                  .effect()
                  .filter(_ -> answers.isEmpty())
                  .map(effect -> new Callout(Tone.SUCCESS, effect, ""));
    };
  }

  private Node error(RunProblem failure) {
    RunError error = new RunError(failure.problem());
    failure
        .place()
        .ifPresent(
            place -> {
              SqlEditor.Place at = editor.placeOf(place);
              error.at(
                  Text.of("query.failed.at", at.line(), at.column()),
                  () -> editor.goTo(at.line(), at.column()));
            });
    return error;
  }

  private void unfold(FoldedAnswer answer) {
    if (answer.group() >= 0) {
      unfold(Optional.of(answer));
    }
  }

  private void unfold(Optional<FoldedAnswer> answer) {
    bar.unfolded(answer);
    grid.only(
        answers.map(AnswerTable::groupColumn).orElse(0), answer.map(each -> (long) each.group()));
  }

  /** What is shown of another place than the tab runs at now must not be taken for its answer. */
  private void markFormer() {
    boolean former = tab.runProperty().get().isPresent() && !tab.showsItsTarget();
    bar.former(former);
    pseudoClassStateChanged(FORMER, former);
  }
}
