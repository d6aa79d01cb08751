package io.tenantry.app.controls;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Keys drawn as key caps. UI thread. */
public final class KeyHint extends HBox {
  private static final boolean MAC =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

  /** Shows keys in the toolkit's notation, {@code Shortcut+K}. */
  public KeyHint(String keys) {
    getStyleClass().add("key-hint");
    for (String key : keys.split("\\+")) {
      Label cap = new Label(name(key));
      cap.getStyleClass().add("key-cap");
      getChildren().add(cap);
    }
    setAccessibleText(spoken(keys));
  }

  /** Says whether it runs on a Mac, where Alt makes characters and Command makes shortcuts. */
  public static boolean isMac() {
    return MAC;
  }

  /** Returns keys as text: {@code Ctrl+K}. */
  public static String spoken(String keys) {
    return keys.replace("Shortcut", MAC ? "Cmd" : "Ctrl");
  }

  private static String name(String key) {
    return switch (key) {
      case "Shortcut" -> MAC ? "⌘" : "Ctrl";
      case "Shift" -> MAC ? "⇧" : "Shift";
      case "Enter" -> "↵";
      case "Left" -> "←";
      case "Right" -> "→";
      case "Slash" -> "/";
      case "Comma" -> ",";
      default -> key;
    };
  }
}
