package io.tenantry.app.shell;

import io.tenantry.app.tasks.TaskRunner;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.CaretNode;
import org.fxmisc.richtext.GenericStyledArea;

/**
 * Lets the caret stand still, visible, when nothing was pressed for a while. The toolkit draws
 * sixty times a second as long as a caret blinks. UI thread.
 */
final class CaretRest {
  private static final Duration REST = Duration.ofSeconds(4);

  private final TaskRunner tasks;
  private final InstantSource clock;
  private Optional<Node> watched = Optional.empty();
  private Optional<Runnable> wake = Optional.empty();
  private long lastPress;
  private boolean waiting;

  private CaretRest(TaskRunner tasks, InstantSource clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  /** Cares for all carets of the window that a node is the root of. */
  static void install(Parent root, TaskRunner tasks, InstantSource clock) {
    CaretRest rest = new CaretRest(tasks, clock);
    root.addEventFilter(KeyEvent.KEY_PRESSED, _ -> rest.pressed());
    root.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> rest.pressed());
    root.sceneProperty()
        .flatMap(scene -> scene.focusOwnerProperty())
        .subscribe(owner -> rest.focused(Optional.ofNullable(owner)));
  }

  private void focused(Optional<Node> owner) {
    wakeUp();
    watched.filter(left -> owner.filter(left::equals).isEmpty()).ifPresent(this::leave);
    watched = owner.filter(CaretRest::hasCaret);
    pressed();
  }

  /**
   * Stops the caret of what lost the focus once the key is done that took it away: after each key
   * the toolkit lets the caret blink anew, and one in a sheet that Enter closed for ever.
   */
  private void leave(Node left) {
    tasks.after(
        Duration.ZERO,
        () -> {
          if (!left.isFocused()) {
            field(left).ifPresent(CaretRest::still);
          }
        });
  }

  private void pressed() {
    wakeUp();
    lastPress = clock.millis();
    if (watched.isPresent() && !waiting) {
      waitFor(REST);
    }
  }

  private void waitFor(Duration time) {
    waiting = true;
    tasks.after(time, this::timeIsOver);
  }

  private void timeIsOver() {
    waiting = false;
    long left = lastPress + REST.toMillis() - clock.millis();
    if (watched.isPresent() && left > 0) {
      waitFor(Duration.ofMillis(left));
    } else {
      wake = watched.flatMap(CaretRest::still);
    }
  }

  private void wakeUp() {
    wake.ifPresent(Runnable::run);
    wake = Optional.empty();
  }

  private static boolean hasCaret(Node node) {
    return node instanceof TextInputControl
        || node instanceof GenericStyledArea<?, ?, ?>
        || node instanceof ComboBox<?> box && box.isEditable();
  }

  /** Stops the blinking; returns what lets it blink again. */
  private static Optional<Runnable> still(Node node) {
    return node instanceof GenericStyledArea<?, ?, ?> area
        ? still(area)
        : field(node).flatMap(CaretRest::still);
  }

  private static Optional<TextInputControl> field(Node node) {
    return switch (node) {
      case TextInputControl text -> Optional.of(text);
      case ComboBox<?> box -> Optional.of(box.getEditor());
      default -> Optional.empty();
    };
  }

  private static Optional<Runnable> still(TextInputControl text) {
    if (!(text.getSkin() instanceof TextInputControlSkin<?> skin)) {
      return Optional.empty();
    }
    skin.setCaretAnimating(false);
    return Optional.of(() -> skin.setCaretAnimating(text.isFocused()));
  }

  private static Optional<Runnable> still(GenericStyledArea<?, ?, ?> area) {
    if (!(area.getCaretSelectionBind().getUnderlyingCaret() instanceof CaretNode caret)) {
      return Optional.empty();
    }
    javafx.util.Duration rate = caret.getBlinkRate();
    caret.setBlinkRate(javafx.util.Duration.ZERO);
    return Optional.of(() -> caret.setBlinkRate(rate));
  }
}
