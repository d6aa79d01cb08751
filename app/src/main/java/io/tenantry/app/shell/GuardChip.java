package io.tenantry.app.shell;

import io.tenantry.app.connect.OpenConnection;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.guard.GuardLevel;
import io.tenantry.app.text.Text;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/** How the open connection is guarded; nothing while it is open to everything. UI thread. */
final class GuardChip extends StackPane {
  private final Chip chip = new Chip(Tone.WARNING, "");
  private final Tooltip words = new Tooltip();
  private boolean wordy = true;

  GuardChip(ObservableValue<Optional<OpenConnection>> connection) {
    getChildren().add(chip);
    setMaxHeight(USE_PREF_SIZE);
    chip.setTooltip(words);
    connection.subscribe(this::show);
  }

  /** Shows words beside the icon, or not, where there is no room for them. */
  void showWords(boolean hasRoom) {
    wordy = hasRoom;
    chip.setText(wordy ? words.getText() : "");
  }

  private void show(Optional<OpenConnection> open) {
    GuardLevel level = open.map(now -> now.connection().guard()).orElse(GuardLevel.OPEN);
    setVisible(level != GuardLevel.OPEN);
    setManaged(level != GuardLevel.OPEN);
    words.setText(Text.of(level.key()));
    chip.show(toneOf(level), wordy ? words.getText() : "");
    chip.with(level == GuardLevel.READ_ONLY ? Icon.READ_ONLY : Icon.GUARD);
    chip.setAccessibleText(words.getText());
  }

  private static Tone toneOf(GuardLevel level) {
    return switch (level) {
      case OPEN -> Tone.NEUTRAL;
      case CONFIRM -> Tone.WARNING;
      case TYPED -> Tone.DANGER;
      case READ_ONLY -> Tone.INFO;
    };
  }
}
