package io.tenantry.app.controls.forms;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.text.Text;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * A control with its label above, help below, and its error in place of the help. The room for an
 * error of one line is kept, so that nothing moves when it comes. UI thread.
 */
public final class FormField extends VBox {
  private static final PseudoClass EXPLAINED = PseudoClass.getPseudoClass("explained");
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

  private final Control control;
  private final Label mark = Labels.caption("");
  private final Label help = Labels.caption("");
  private String helpText = "";

  FormField(String label, Control control, Node shown) {
    this.control = control;
    getStyleClass().add("form-field");
    if (!label.isEmpty()) {
      Label name = Labels.body(label);
      name.getStyleClass().add("form-label");
      name.setLabelFor(control);
      HBox line = new HBox(name, mark);
      line.getStyleClass().add("form-label-row");
      getChildren().add(line);
      control.setAccessibleText(label);
    }
    help.setWrapText(true);
    help.getStyleClass().add("form-help");
    getChildren().addAll(shown, help);
  }

  /** Explains the field in a sentence below it. */
  public FormField help(String text) {
    helpText = text;
    help.setText(text);
    pseudoClassStateChanged(EXPLAINED, !text.isEmpty());
    control.setAccessibleHelp(text);
    return this;
  }

  /** Explains what is chosen, in a sentence below the field that changes with it. */
  public FormField help(ObservableValue<String> text) {
    text.subscribe(now -> help(now));
    return this;
  }

  /** Shows an example in the empty field. */
  public FormField prompt(String text) {
    if (control instanceof TextInputControl input) {
      input.setPromptText(text);
    }
    return this;
  }

  /** Marks the field as one that may stay empty. */
  public FormField optional() {
    mark.setText(Text.of("controls.optional"));
    return this;
  }

  /** Shows an error, or the help again when the message is empty. */
  public void error(String message) {
    boolean invalid = !message.isEmpty();
    help.setText(invalid ? message : helpText);
    help.pseudoClassStateChanged(INVALID, invalid);
    control.pseudoClassStateChanged(INVALID, invalid);
    control.setAccessibleHelp(invalid ? message : helpText);
  }

  /** Returns the control. */
  public Control control() {
    return control;
  }
}
