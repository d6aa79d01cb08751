package io.tenantry.app.controls.placeholders;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.CopyField;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.text.Text;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * What a page or a frame shows when its content could not be loaded: what, why, what to do, try
 * again, and the code by which the log has it. UI thread.
 */
public final class FailedState extends VBox {
  private final HBox buttons = new HBox();

  /** Shows a problem; the button runs what failed once more. */
  public FailedState(Problem problem, Runnable retry) {
    getStyleClass().addAll("empty-state", "failure");
    StackPane medal = new StackPane(Icons.of(Icon.PROBLEM, "icon-hero"));
    medal.getStyleClass().addAll("empty-medal", "danger");
    buttons.getStyleClass().add("empty-actions");
    buttons.getChildren().add(Buttons.normal(Text.of("controls.retry"), Icon.RETRY, retry));
    problem.incident().ifPresent(code -> buttons.getChildren().add(CopyField.code(code)));
    getChildren()
        .addAll(
            medal,
            Labels.title(problem.title()),
            line(problem.text(), "text-body"),
            line(problem.action(), "text-muted"),
            buttons);
  }

  /** Offers another way than trying again. */
  public FailedState wayOut(String words, Runnable action) {
    buttons.getChildren().add(1, Buttons.link(words, action));
    return this;
  }

  /** Takes less room, for the inside of a table or a panel. */
  public FailedState framed() {
    getStyleClass().add("framed");
    return this;
  }

  private static Label line(String text, String styleClass) {
    Label line = Labels.prose(text);
    line.getStyleClass().addAll("empty-text", styleClass);
    line.setVisible(!text.isEmpty());
    line.setManaged(!text.isEmpty());
    return line;
  }
}
