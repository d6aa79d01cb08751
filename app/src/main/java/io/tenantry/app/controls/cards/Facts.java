package io.tenantry.app.controls.cards;

import io.tenantry.app.controls.CopyField;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.text.Text;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * What is known of a thing, a line each: the name muted at the left, the value on one edge, copy
 * under the pointer. It takes the place of read-only fields. UI thread.
 */
public final class Facts extends VBox {
  /** Creates an empty list. */
  public Facts() {
    getStyleClass().add("facts");
  }

  /** Adds words or a number. */
  public Facts add(String name, String value) {
    return line(name, Labels.cutAtEnd(Labels.body(value)), () -> value);
  }

  /** Adds a sentence, on as many lines as it takes. */
  public Facts sentence(String name, String value) {
    Label words = Labels.body(value);
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    return line(name, words, () -> value);
  }

  /** Adds an id or a path: monospaced, cut in its middle. */
  public Facts mono(String name, String value) {
    return line(name, Labels.cutInside(Labels.mono(value)), () -> value);
  }

  /** Adds a value that changes; the label is the caller's to set. */
  public Facts live(String name, Label value) {
    return line(name, Labels.cutAtEnd(value), value::getText);
  }

  /** Adds a node that needs no copy: a chip, a meter, a link. */
  public Facts node(String name, Node value) {
    getChildren().add(fact(name, value));
    return this;
  }

  private Facts line(String name, Label value, Supplier<String> copied) {
    value.getStyleClass().add("fact-value");
    Button copy = CopyField.copyButton(Text.of("controls.copyNamed", name), copied);
    copy.getStyleClass().add("fact-copy");
    HBox fact = fact(name, value);
    fact.getChildren().add(copy);
    getChildren().add(fact);
    return this;
  }

  private static HBox fact(String name, Node value) {
    Label label = new Label(name);
    label.getStyleClass().add("fact-name");
    label.setLabelFor(value);
    HBox fact = new HBox(label, value);
    fact.getStyleClass().add("fact");
    return fact;
  }
}
