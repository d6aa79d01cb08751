package io.tenantry.app.controls.sql;

import com.github.vertical_blank.sqlformatter.SqlFormatter;
import com.github.vertical_blank.sqlformatter.core.FormatConfig;
import com.github.vertical_blank.sqlformatter.languages.Dialect;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.fx.Command;
import io.tenantry.app.text.Text;
import io.tenantry.sql.SqlScript;
import io.tenantry.sql.SqlStatement;
import io.tenantry.sql.Token;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.control.IndexRange;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.jspecify.annotations.Nullable;

/**
 * An SQL editor: colours, line numbers, format (Ctrl+Shift+F), completion (Ctrl+Space), comment
 * (Ctrl+/), and run by Ctrl+Enter (the statement at the caret or the selection) or Ctrl+Shift+Enter
 * (all). UI thread.
 */
public final class SqlEditor extends StackPane {
  private static final FormatConfig FORMAT =
      FormatConfig.builder().indent("  ").uppercase(true).maxColumnLength(80).build();
  private static final int LARGE = 200_000;

  private final CodeArea area = new CodeArea();
  private final SqlGutter gutter = new SqlGutter(area);
  private final EditorCompletion completion = new EditorCompletion(area);
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private IntConsumer caretKept = _ -> {};
  private boolean focusWanted;
  private Consumer<String> onRun = _ -> {};
  private Consumer<String> onRunAll = _ -> {};

  public SqlEditor() {
    getStyleClass().add("sql-editor");
    area.getStylesheets().clear(); // the library paints it white; the theme has all of it
    area.setBackground(Background.EMPTY); // set white in code, which no theme can override
    area.getStyleClass().add("sql-area");
    area.setParagraphGraphicFactory(gutter);
    area.setAccessibleText("SQL");
    getChildren().add(new VirtualizedScrollPane<>(area));
    area.sceneProperty().subscribe((_, scene) -> focusIfWanted(scene));
    area.textProperty().subscribe((_, now) -> changed(now));
    area.caretPositionProperty().addListener((_, _, _) -> gutter.markStatement());
    area.caretPositionProperty().addListener((_, _, now) -> caretKept.accept(now));
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    AltKeys.pass(area, this);
  }

  /** Returns the text, to follow it. */
  public ReadOnlyStringProperty text() {
    return text.getReadOnlyProperty();
  }

  /** Turns to another text, whose caret is kept under another name. */
  public void load(String sql, LayoutMemory memory, String name) {
    caretKept = _ -> {};
    load(sql);
    keepCaret(memory, name);
  }

  /** Replaces the text; the undo history starts anew. */
  public void load(String sql) {
    area.replaceText(sql);
    area.getUndoManager().forgetHistory();
    area.moveTo(0);
    area.requestFollowCaret();
  }

  /** Replaces the text so that it can be undone. */
  public void replace(String sql) {
    area.replaceText(sql);
  }

  /** Returns the selection, or the statement at the caret when nothing is selected. */
  public String current() {
    String selected = area.getSelectedText();
    if (!selected.isBlank()) {
      return selected;
    }
    String all = area.getText();
    return SqlScript.at(all, area.getCaretPosition()).map(SqlStatement::text).orElse(all);
  }

  /** Returns the selection, or the statement at the caret, with its place. */
  public SqlPart currentPart() {
    IndexRange selected = area.getSelection();
    String all = area.getText();
    String chosen = all.substring(selected.getStart(), selected.getEnd());
    if (!chosen.isBlank()) {
      return new SqlPart(chosen, selected.getStart());
    }
    return SqlScript.at(all, area.getCaretPosition())
        .map(found -> new SqlPart(found.text(), found.offset()))
        .orElseGet(this::whole);
  }

  /** Returns the whole text. */
  public SqlPart whole() {
    return new SqlPart(area.getText(), 0);
  }

  /** Says whether suggestions are shown, to which some keys belong. */
  public boolean isCompleting() {
    return completion.isShowing();
  }

  /** Underlines the word at a place until the text changes, and marks its line. */
  public void markError(int place) {
    String all = area.getText();
    int from = Math.clamp(place, 0, all.length());
    int to = endOfWord(all, from);
    if (from == to) {
      from = Math.max(0, from - 1); // at the end of the text
    }
    if (from < to && to <= all.length()) {
      area.setStyle(from, to, List.of("sql-error"));
    }
    gutter.markError(area.offsetToPosition(from, Bias.Forward).getMajor());
  }

  /** Takes the marks of an error away. */
  public void clearError() {
    gutter.markError(-1);
    highlight(area.getText());
  }

  private static int endOfWord(String text, int from) {
    return Token.meaningful(text).stream()
        .filter(token -> token.start() == from)
        .mapToInt(Token::end)
        .findFirst()
        .orElse(Math.min(text.length(), from + 1));
  }

  /** Returns the line and the column of a place, both from 1. */
  public Place placeOf(int offset) {
    TwoDimensional.Position position =
        area.offsetToPosition(Math.clamp(offset, 0, area.getLength()), Bias.Forward);
    return new Place(position.getMajor() + 1, position.getMinor() + 1);
  }

  /**
   * A place in the text.
   *
   * @param line from 1
   * @param column from 1
   */
  public record Place(int line, int column) {}

  /** Says what Ctrl+Enter does with the statement or selection. */
  public SqlEditor onRun(Consumer<String> action) {
    onRun = action;
    return this;
  }

  /** Says what Ctrl+Shift+Enter does with the whole text. */
  public SqlEditor onRunAll(Consumer<String> action) {
    onRunAll = action;
    return this;
  }

  /** Sets where suggestions come from. */
  public void completion(SqlCompletion source) {
    completion.source(source);
  }

  /** Allows or forbids typing; a read-only editor shows no current line. */
  public SqlEditor editable(boolean editable) {
    area.setEditable(editable);
    if (!editable) {
      area.setShowCaret(org.fxmisc.richtext.Caret.CaretVisibility.OFF);
      getStyleClass().add("read-only");
    }
    return this;
  }

  /** Writes the text anew in the house style. */
  public void format() {
    String formatted = formatted(area.getText());
    if (!formatted.equals(area.getText())) {
      area.replaceText(formatted);
    }
  }

  /** Returns an SQL text in the house style, unchanged when it holds a trigger. */
  public static String formatted(String sql) {
    if (sql.toUpperCase(java.util.Locale.ROOT).contains("TRIGGER")) {
      return sql;
    }
    return SqlFormatter.of(Dialect.StandardSql).format(sql, FORMAT);
  }

  /** Puts the caret at a line and column, both from 1, and shows it: where an error is. */
  public void goTo(int line, int column) {
    int paragraph = Math.clamp(line - 1, 0, area.getParagraphs().size() - 1);
    area.moveTo(paragraph, Math.clamp(column - 1, 0, area.getParagraphLength(paragraph)));
    area.requestFollowCaret();
    area.requestFocus();
  }

  /** Gives the caret to the text, also when a split pane has yet to lay it out. */
  @Override
  public void requestFocus() {
    focusWanted = area.getScene() == null;
    area.requestFocus();
  }

  private void focusIfWanted(@Nullable Scene scene) {
    if (focusWanted && scene != null) {
      focusWanted = false;
      area.requestFocus();
    }
  }

  /** Returns the text area itself, for tests and selection. */
  public CodeArea area() {
    return area;
  }

  private void changed(String now) {
    text.set(now);
    gutter.markError(-1);
    highlight(now);
    gutter.markStatement();
  }

  private void highlight(String now) {
    if (now.length() < LARGE && !now.isEmpty()) {
      area.setStyleSpans(0, SqlHighlighter.spans(now));
    }
  }

  private void keyPressed(KeyEvent event) {
    if (completion.handled(event)) {
      event.consume();
      return;
    }
    for (Command key : commands()) {
      if (KeyCombination.valueOf(key.keys()).match(event)) {
        key.run().run();
        event.consume();
        return;
      }
    }
  }

  /** Returns what its keys do, for whoever lists them. */
  public List<Command> commands() {
    return List.of(
        key("runAll", "Shortcut+Shift+Enter", () -> onRunAll.accept(area.getText())),
        key("runCurrent", "Shortcut+Enter", () -> onRun.accept(current())),
        key("format", "Shortcut+Shift+F", this::format),
        key("complete", "Shortcut+Space", completion::open),
        key("comment", "Shortcut+Slash", this::toggleComment));
  }

  private static Command key(String name, String keys, Runnable action) {
    return Command.inPart(Text.of("controls.sql.keys." + name), keys, action);
  }

  /** Keeps where the caret is under a name, and puts it there again. */
  public void keepCaret(LayoutMemory memory, String name) {
    memory
        .read(name)
        .ifPresent(place -> area.moveTo(Math.clamp((long) place, 0, area.getLength())));
    area.requestFollowCaret();
    caretKept = place -> memory.write(name, place);
  }

  private void toggleComment() {
    int paragraph = area.getCurrentParagraph();
    String line = area.getText(paragraph);
    if (line.startsWith("-- ")) {
      area.deleteText(paragraph, 0, paragraph, 3);
    } else {
      area.insertText(paragraph, 0, "-- ");
    }
  }
}
