package io.tenantry.app.dialogs;

import io.tenantry.app.controls.CopyField;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.messages.Callout;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.regex.Pattern;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Puts a question: what it is about, what is lost, and what has to be typed. UI thread. */
final class ConfirmationSheet {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(\\D\\d{3})*");
  private static final int MOST_LINES = 5;

  private final Confirmation question;
  private final StringProperty typed = new SimpleStringProperty("");

  ConfirmationSheet(Confirmation question) {
    this.question = question;
  }

  Sheet sheet(Runnable onConfirmed) {
    VBox content = Panels.column();
    content.getStyleClass().add("loose");
    if (!question.text().isEmpty()) {
      content.getChildren().add(Labels.prose(question.text()));
    }
    if (!question.which().isEmpty()) {
      content.getChildren().add(which());
    }
    if (!question.losses().isEmpty()) {
      content.getChildren().add(losses());
    }
    question.typed().ifPresent(name -> content.getChildren().add(name(name)));
    Sheet sheet = new Sheet(question.title(), content).width(Sheet.Width.SMALL);
    sheet.getStyleClass().add("question");
    Runnable act =
        () -> {
          sheet.close();
          onConfirmed.run();
        };
    sheet.primary(
        question.action(), typed.map(now -> isSame(question.typed().orElse(now), now)), act);
    if (question.destructive()) {
      sheet.dangerous();
    }
    return sheet;
  }

  /** A number is the same without the marks of its thousands. */
  private static boolean isSame(String wanted, String typed) {
    String plain = typed.strip();
    return wanted.equals(plain)
        || NUMBER.matcher(wanted).matches() && wanted.replaceAll("\\D", "").equals(plain);
  }

  private Node which() {
    VBox lines = lines(question.which(), question.more());
    lines.getStyleClass().add("question-which");
    return lines;
  }

  private Node losses() {
    return new Callout(Tone.DANGER, Text.of("dialogs.lost"), "")
        .losses(question.losses(), more -> Text.of("dialogs.more", Figures.count(more)));
  }

  private static VBox lines(List<String> all, long others) {
    VBox lines = new VBox();
    all.stream().limit(MOST_LINES).map(Labels::prose).forEach(lines.getChildren()::add);
    long more = Math.max(0, all.size() - MOST_LINES) + others;
    if (more > 0) {
      lines.getChildren().add(Labels.muted(Text.of("dialogs.more", Figures.count(more))));
    }
    return lines;
  }

  private Node name(String name) {
    TextField field = new TextField();
    field.textProperty().bindBidirectional(typed);
    field.getStyleClass().addAll("mono-field", "initial-focus");
    field.setAccessibleText(Text.of("dialogs.typeName", name));
    Label wanted = Labels.mono(name);
    wanted.getStyleClass().add("typed-name");
    HBox ask =
        Panels.row(
            Labels.body(Text.of("dialogs.typeBefore")),
            wanted,
            CopyField.copyButton(Text.of("dialogs.copyName"), () -> name),
            Labels.body(Text.of("dialogs.typeAfter")));
    ask.getStyleClass().add("tight");
    VBox box = new VBox(ask, field);
    box.getStyleClass().add("question-name");
    return box;
  }
}
