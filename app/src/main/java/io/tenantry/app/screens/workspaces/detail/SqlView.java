package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.KeyHint;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.grid.ResultGrid;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.controls.messages.Callout;
import io.tenantry.app.controls.messages.RunError;
import io.tenantry.app.controls.sql.RunButton;
import io.tenantry.app.controls.sql.SqlCompletion;
import io.tenantry.app.controls.sql.SqlEditor;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Command;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.recorded.RecordedPanel;
import io.tenantry.app.screens.workspaces.edits.PreparedSql;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.sql.StatementKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The SQL tab: the editor above, what it answered below. UI thread. */
final class SqlView extends BorderPane {
  private final SqlViewModel model;
  private final WriteGuard guard;
  private final LayoutMemory memory;
  private final Runnable onChanges;
  private final SqlEditor editor = new SqlEditor();
  private final ResultGrid grid = new ResultGrid();
  private final StackPane answer = new StackPane();
  private final RecordedPanel recorded;
  private final Hyperlink staged = Buttons.link("", () -> {});
  private final StackPane body = new StackPane();
  private boolean hasRows;
  private String name = "";
  private int marked = -1;

  SqlView(SqlViewModel model, WriteGuard guard, LayoutMemory memory, Runnable onChanges) {
    this.model = model;
    this.guard = guard;
    this.memory = memory;
    this.onChanges = onChanges;
    recorded = new RecordedPanel(model.recorded(), guard, this::showBody);
    getStyleClass().add("sql-view");
    editor.getStyleClass().add("flush");
    editor.onRun(_ -> runCurrent()).onRunAll(_ -> runAll());
    editor
        .text()
        .subscribe(
            (_, now) -> {
              unmark();
              model.keep(now);
            });
    model.suggestions().subscribe(this::complete);
    model.outcome().subscribe(this::show);
    answer.getStyleClass().add("sql-answer");
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    setTop(bar());
    setCenter(Panels.split(memory, "workspace.sql", Orientation.VERTICAL, 0.52, editor, answer));
  }

  /** Turns to a workspace: puts back what was typed in it, and the caret where it was. */
  void open(String workspace) {
    if (!workspace.equals(name)) {
      name = workspace;
      editor.load(model.typed(), memory, "workspace.sql.caret." + workspace);
    }
  }

  /** Lays SQL ready behind what is typed already, with the caret where it is to be changed. */
  void prepare(PreparedSql prepared) {
    if (prepared.text().isEmpty()) {
      editor.requestFocus();
      return;
    }
    String typed = editor.area().getText().stripTrailing();
    String gap = typed.isEmpty() ? "" : "\n\n";
    int begin = typed.length() + gap.length();
    editor.area().replaceText(typed.length(), editor.area().getLength(), gap + prepared.text());
    editor.area().moveTo(begin + prepared.caret());
    editor.area().requestFollowCaret();
    editor.requestFocus();
  }

  /** Says how many edits wait in the grid, which SQL that runs here does not see. */
  void tellStaged(ObservableValue<Integer> count, Runnable onOpen) {
    staged.setOnAction(_ -> onOpen.run());
    staged.managedProperty().bind(staged.visibleProperty());
    count.subscribe(
        now -> {
          staged.setText(Text.of("workspace.sql.staged", now));
          staged.setVisible(now > 0);
        });
  }

  /** What can be done here, for the palette and the key help. */
  List<Command> commands() {
    List<Command> commands = new ArrayList<>();
    commands.add(new Command(Text.of("controls.sql.run"), "Shortcut+Enter", this::runCurrent));
    commands.add(new Command(Text.of("workspace.sql.runAll"), "Shortcut+Shift+Enter", this::runAll));
    commands.add(new Command(Text.of("controls.sql.stop"), "F8", model::stop));
    commands.add(
        new Command(Text.of("workspace.sql.format"), "Shortcut+Shift+F", editor::format));
    commands.addAll(recorded.commands());
    return commands;
  }

  @Override
  public void requestFocus() {
    editor.requestFocus();
  }

  /** Returns the editor, for tests. */
  SqlEditor editor() {
    return editor;
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && model.outcome().get() instanceof SqlOutcome.Running) {
      model.stop();
      event.consume();
    }
  }

  private HBox bar() {
    ObservableValue<Boolean> running =
        model.outcome().map(now -> now instanceof SqlOutcome.Running);
    RunButton run = new RunButton(running, this::runCurrent, model::stop);
    Button all = Buttons.normal(Text.of("workspace.sql.runAll"), this::runAll);
    running.subscribe(all::setDisable);
    HBox bar =
        Panels.row(
            run,
            whileIdle(new KeyHint("Shortcut+Enter"), running),
            all,
            whileIdle(new KeyHint("Shortcut+Shift+Enter"), running),
            Panels.spacer(),
            staged,
            Labels.caption(Text.of("workspace.sql.transaction")),
            Buttons.quiet(Text.of("workspace.sql.format"), Icon.FORMAT, editor::format));
    bar.getStyleClass().add("strip");
    return bar;
  }

  /** Keys that run do nothing while something runs; their place stays. */
  private static KeyHint whileIdle(KeyHint keys, ObservableValue<Boolean> running) {
    running.subscribe(now -> keys.setVisible(!now));
    return keys;
  }

  private void complete() {
    editor.completion(SqlCompletion.names(List.copyOf(model.suggestions())));
  }

  void runCurrent() {
    String all = editor.area().getText();
    IndexRange selected = editor.area().getSelection();
    String picked = all.substring(selected.getStart(), selected.getEnd());
    if (!picked.isBlank()) {
      run(picked, 1 + linesBefore(all, selected.getStart()));
      return;
    }
    ScriptPart.at(all, editor.area().getCaretPosition())
        .ifPresent(part -> run(part.text(), part.line()));
  }

  private static int linesBefore(String text, int offset) {
    return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  void runAll() {
    run(editor.area().getText(), 1);
  }

  private void run(String sql, int firstLine) {
    if (sql.isBlank()) {
      return;
    }
    unmark();
    if (StatementKind.onlyReads(sql)) {
      model.run(sql, firstLine);
      return;
    }
    GuardedChange change =
        GuardedChange.normal(
            Text.of("workspace.sql.question", name),
            sql.length() > 400 ? sql.substring(0, 400) + " …" : sql,
            Text.of("controls.sql.run"),
            name);
    guard.run(change, () -> model.run(sql, firstLine));
  }

  private void show(SqlOutcome outcome) {
    answer
        .getChildren()
        .setAll(
            switch (outcome) {
              case SqlOutcome.None _ -> hint();
              case SqlOutcome.Running running -> goingOn(running);
              case SqlOutcome.Stopped(Duration elapsed) ->
                  ended(Tone.NEUTRAL, "workspace.sql.stopped", elapsed, "workspace.sql.unchanged");
              case SqlOutcome.Left(Duration elapsed) ->
                  ended(Tone.WARNING, "workspace.sql.left", elapsed, "workspace.sql.left.text");
              case SqlOutcome.Done done -> done(done);
              case SqlOutcome.Refused refused -> refused(refused);
            });
  }

  private static Node goingOn(SqlOutcome.Running running) {
    String key = running.stopping() ? "workspace.sql.stopping" : "workspace.sql.running";
    HBox line =
        Panels.row(
            Icons.of(Icon.RUNNING), Labels.body(Text.of(key, Figures.duration(running.elapsed()))));
    line.getStyleClass().add("answer-line");
    return new VBox(line);
  }

  private static Node ended(Tone tone, String title, Duration elapsed, String text) {
    VBox box =
        new VBox(new Callout(tone, Text.of(title, Figures.duration(elapsed)), Text.of(text)));
    box.getStyleClass().add("answer-problem");
    return box;
  }

  private static Node hint() {
    VBox hint = Panels.column(Labels.muted(Text.of("workspace.sql.hint")));
    hint.getStyleClass().add("sql-hint");
    return hint;
  }

  private Node done(SqlOutcome.Done done) {
    Label summary = Labels.body(done.summary());
    summary.setMinWidth(USE_PREF_SIZE);
    HBox line = Panels.row(Icons.of(Icon.CHECKED, "icon-success"), summary, former());
    line.getStyleClass().add("answer-line");
    VBox box = new VBox(line);
    recorded.follow(done.rows().isPresent());
    if (recorded.isThere()) {
      VBox note = new VBox(recorded.note());
      note.getStyleClass().add("answer-recorded");
      box.getChildren().add(note);
    } else {
      done.recorded().ifPresent(made -> line.getChildren().addAll(recorded(made)));
    }
    done.rows().ifPresent(grid::show);
    hasRows = done.rows().isPresent();
    VBox.setVgrow(body, Priority.ALWAYS);
    box.getChildren().add(body);
    showBody();
    return box;
  }

  /** Shows the rows, or in their place what there is to decide. */
  private void showBody() {
    if (recorded.takesPlaceOfRows()) {
      body.getChildren().setAll(recorded.list());
    } else {
      body.getChildren().setAll(hasRows ? List.of(grid) : List.of());
    }
  }

  /** Says that the text or the schema has changed since; nothing else moves for it. */
  private Chip former() {
    Chip former = Chip.tag(Text.of("workspace.sql.former"));
    former.visibleProperty().bind(model.former());
    return former;
  }

  /** How the version stood then is told only as long as it stands so. */
  private List<Node> recorded(SqlOutcome.Recorded recorded) {
    Label words = Labels.body("");
    words
        .textProperty()
        .bind(model.former().map(past -> past ? recorded.version() : recorded.words()));
    Hyperlink changes = Buttons.link(Text.of("workspace.seeChanges"), onChanges);
    changes.setMinWidth(USE_PREF_SIZE);
    return List.of(Panels.spacer(), Icons.of(Icon.VERSION, "icon-accent"), words, changes);
  }

  private Node refused(SqlOutcome.Refused refused) {
    RunError error = new RunError(refused.problem());
    if (refused.line() > 0) {
      mark(refused.line());
      error.at(Text.of("workspace.sql.goTo", refused.line()), () -> editor.goTo(refused.line(), 1));
    }
    error.add(former());
    error.add(Labels.caption(Text.of("workspace.sql.unchanged")));
    VBox box = new VBox(error);
    box.getStyleClass().add("answer-problem");
    return box;
  }

  /** Marks the line of an error until the text changes. */
  private void mark(int line) {
    editor.goTo(line, 1);
    int paragraph = line - 1;
    if (paragraph < editor.area().getParagraphs().size()) {
      marked = paragraph;
      editor.area().setParagraphStyle(paragraph, List.of("sql-error-line"));
    }
  }

  private void unmark() {
    if (marked >= 0 && marked < editor.area().getParagraphs().size()) {
      editor.area().setParagraphStyle(marked, List.of());
    }
    marked = -1;
  }
}
