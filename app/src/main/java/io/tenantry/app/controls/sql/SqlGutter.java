package io.tenantry.app.controls.sql;

import io.tenantry.sql.SqlScript;
import java.util.function.IntFunction;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/** Line numbers with a bar beside the statement that Ctrl+Enter would run. UI thread. */
final class SqlGutter implements IntFunction<Node> {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  private final CodeArea area;
  private final ObjectProperty<Lines> marked = new SimpleObjectProperty<>(new Lines(-1, -1));

  private final IntegerProperty failed = new SimpleIntegerProperty(-1);

  private record Lines(int first, int last) {}

  SqlGutter(CodeArea area) {
    this.area = area;
  }

  @Override
  public Node apply(int line) {
    Label number = new Label(String.valueOf(line + 1));
    number.getStyleClass().add("sql-line-number");
    number
        .sceneProperty()
        .flatMap(scene -> scene == null ? null : marked)
        .subscribe(
            lines ->
                number.pseudoClassStateChanged(
                    CURRENT, lines != null && line >= lines.first() && line <= lines.last()));
    number
        .sceneProperty()
        .flatMap(scene -> scene == null ? null : failed)
        .subscribe(
            failing ->
                number.pseudoClassStateChanged(
                    FAILED, failing != null && failing.intValue() == line));
    return number;
  }

  /** Marks the line of an error; -1 for none. */
  void markError(int line) {
    failed.set(line);
  }

  void markStatement() {
    String text = area.getText();
    if (text.isBlank() || text.length() > 100_000) {
      marked.set(new Lines(-1, -1));
      return;
    }
    Lines lines =
        SqlScript.at(text, area.getCaretPosition())
            .map(found -> new Lines(lineOf(found.offset()), lineOf(found.end())))
            .orElse(new Lines(-1, -1));
    marked.set(lines);
  }

  private int lineOf(int offset) {
    return area.offsetToPosition(offset, Bias.Backward).getMajor();
  }
}
