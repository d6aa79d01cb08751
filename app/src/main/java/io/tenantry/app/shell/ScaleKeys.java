package io.tenantry.app.shell;

import io.tenantry.app.fx.Command;
import io.tenantry.app.settings.UiScale;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Makes everything larger and smaller by keys. UI thread. */
final class ScaleKeys {
  private static final String LARGER = "Shortcut+Plus";
  private static final String SMALLER = "Shortcut+Minus";
  private static final String PRESET = "Shortcut+0";

  /** Where the signs are on other keyboards, and on the number pad. */
  private static final Map<String, List<String>> ALSO =
      Map.of(
          LARGER,
              List.of(
                  "Shortcut+Shift+Plus",
                  "Shortcut+Equals",
                  "Shortcut+Shift+Equals",
                  "Shortcut+Add"),
          SMALLER, List.of("Shortcut+Subtract"),
          PRESET, List.of("Shortcut+Numpad 0"));

  private final ObjectProperty<UiScale> scale;

  ScaleKeys(ObjectProperty<UiScale> scale) {
    this.scale = scale;
  }

  List<Command> commands() {
    return List.of(
        new Command(Text.of("shell.scale.larger"), LARGER, () -> scale.set(scale.get().larger())),
        new Command(
            Text.of("shell.scale.smaller"), SMALLER, () -> scale.set(scale.get().smaller())),
        new Command(Text.of("shell.scale.preset"), PRESET, () -> scale.set(UiScale.PERCENT_100)));
  }

  /** Says whether an event means keys that other keyboards write in another way. */
  static boolean isAlso(String keys, KeyEvent event) {
    return ALSO.getOrDefault(keys, List.of()).stream()
        .anyMatch(other -> KeyCombination.valueOf(other).match(event));
  }
}
