package io.tenantry.app.looks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;

/** Finds controls that can have the keyboard and have no name that a screen reader could say. */
public final class Unnamed {
  private final Set<Node> labelled = new HashSet<>();
  private final List<String> found = new ArrayList<>();

  private Unnamed() {}

  /** Returns the controls without a name below a node. */
  public static List<String> in(Parent root) {
    Unnamed search = new Unnamed();
    search.collectLabels(root);
    search.walk(root);
    return search.found;
  }

  private void collectLabels(Node node) {
    if (node instanceof Label label && label.getLabelFor() != null) {
      labelled.add(label.getLabelFor());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(this::collectLabels);
    }
  }

  private void walk(Node node) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Control control && control.isFocusTraversable() && !isNamed(control)) {
      found.add(control.getClass().getSimpleName() + " " + control.getStyleClass());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(this::walk);
    }
  }

  private boolean isNamed(Control control) {
    if (control instanceof ScrollPane || control instanceof ScrollBar) {
      return true;
    }
    if (control instanceof TabPane pane) {
      return pane.getTabs().stream().allMatch(tab -> hasText(tab.getText()));
    }
    boolean says = control instanceof Labeled labeled && hasText(labeled.getText());
    return says || hasText(control.getAccessibleText()) || labelled.contains(control);
  }

  private static boolean hasText(String text) {
    return text != null && !text.isBlank();
  }
}
