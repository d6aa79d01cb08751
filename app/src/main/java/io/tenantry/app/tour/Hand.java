package io.tenantry.app.tour;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;

/**
 * Presses and types what a user would, once it is there. Fails the tour when it does not come.
 * Called by the tour's thread.
 */
final class Hand {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long POLL_MILLIS = 20;

  private final TourWindow window;

  /** Something to wait for. */
  interface Condition {
    boolean holds() throws InterruptedException;
  }

  Hand(TourWindow window) {
    this.window = window;
  }

  /** Presses what says exactly this: of several the one that lies on top. */
  void press(String label) throws InterruptedException {
    until("'" + label + "' can be pressed", () -> isPressed(label));
    window.settle();
  }

  private boolean isPressed(String label) {
    List<Door> doors =
        Door.in(window.scene().getRoot()).stream()
            .filter(door -> door.label().equals(label))
            .toList();
    if (doors.isEmpty()) {
      return false;
    }
    doors.getLast().press().run();
    return true;
  }

  /** Opens a tab of the page. */
  void tab(String title) throws InterruptedException {
    until("there is a tab '" + title + "'", () -> isSelected(title));
    window.settle();
  }

  private boolean isSelected(String title) {
    for (TabPane pane : Door.visible(window.scene().getRoot(), TabPane.class)) {
      for (Tab tab : pane.getTabs()) {
        if (title.equals(tab.getText())) {
          pane.getSelectionModel().select(tab);
          return true;
        }
      }
    }
    return false;
  }

  /** Types into the field that a screen reader calls so, and presses Enter. */
  void type(String field, String text) throws InterruptedException {
    until("there is a field '" + field + "'", () -> isTyped(field, text));
    window.settle();
  }

  private boolean isTyped(String name, String text) {
    for (TextField field : Door.visible(window.scene().getRoot(), TextField.class)) {
      if (name.equals(field.getAccessibleText()) && !field.isDisabled()) {
        field.requestFocus();
        field.setText(text);
        field.fireEvent(new ActionEvent());
        return true;
      }
    }
    return false;
  }

  /** Waits until something on the page says this, alone or among other words. */
  void sees(String words) throws InterruptedException {
    until("the page says '" + words + "'", () -> isSaid(words));
  }

  private boolean isSaid(String words) {
    return Door.visible(window.scene().getRoot(), Node.class).stream()
        .anyMatch(node -> words(node).contains(words));
  }

  private static String words(Node node) {
    String text =
        switch (node) {
          case Labeled label -> label.getText();
          case javafx.scene.text.Text run -> run.getText();
          default -> "";
        };
    return text == null ? "" : text;
  }

  /** Waits until something of the window holds; it is asked on the UI thread. */
  void until(String what, Callable<Boolean> condition) throws InterruptedException {
    awaits(what, () -> window.ui(condition));
  }

  /** Waits until something holds; it is asked on the tour's thread. */
  static void awaits(String what, Condition condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The tour expected: " + what);
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }
}
