package io.tenantry.app.controls.cards;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * A thing to choose: its name and what it does at the left, the control at the right edge. UI
 * thread.
 */
public final class SettingLine extends HBox {
  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first-line");

  /** Creates a line; an empty help leaves its line out. */
  public SettingLine(String name, String help, Node... controls) {
    getStyleClass().add("settings-line");
    Label title = Labels.strong(name);
    VBox words = new VBox(title);
    words.getStyleClass().add("settings-words");
    if (!help.isEmpty()) {
      Label sentence = Labels.caption(help);
      sentence.setWrapText(true);
      words.getChildren().add(sentence);
    }
    words.setMinWidth(0);
    getChildren().addAll(words, Panels.spacer());
    for (Node control : controls) {
      getChildren().add(control);
    }
    if (controls.length > 0) {
      title.setLabelFor(controls[0]);
    }
  }

  /** Puts lines below each other, a rule between each two. */
  public static VBox lines(SettingLine... lines) {
    VBox box = new VBox(lines);
    box.getStyleClass().add("settings-lines");
    lines[0].pseudoClassStateChanged(FIRST, true);
    return box;
  }
}
