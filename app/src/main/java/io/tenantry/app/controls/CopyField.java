package io.tenantry.app.controls;

import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.text.Text;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * A value to take away: read-only, monospaced, with copy, and masked when it is a secret. UI
 * thread.
 */
public final class CopyField extends HBox {
  private static final String MASK = "••••••••••••";

  private final TextField field = new TextField();
  private String value;

  private CopyField(String value, boolean secret) {
    this.value = value;
    getStyleClass().add("copy-field");
    field.setEditable(false);
    field.getStyleClass().add("mono-field");
    HBox.setHgrow(field, Priority.ALWAYS);
    field.setText(secret ? MASK : value);
    getChildren().add(field);
    if (secret) {
      getChildren().add(revealButton());
    }
    getChildren().add(copyButton(Text.of("controls.copy"), () -> this.value));
  }

  /** A value that everybody may see. */
  public static CopyField plain(String value) {
    return new CopyField(value, false);
  }

  /** A secret, masked until the user asks for it. */
  public static CopyField secret(String value) {
    return new CopyField(value, true);
  }

  /** Says what the value is, for screen readers; the words beside it say it to the eye. */
  public CopyField named(String name) {
    field.setAccessibleText(name);
    return this;
  }

  /** A small button that copies a code and shows it. */
  public static Button code(String code) {
    Button button = copyButton(Text.of("controls.copyCode"), () -> code);
    button.setText(code);
    button.getStyleClass().add("code-button");
    button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    return button;
  }

  /** A button that copies what the supplier gives. */
  public static Button copyButton(String name, Supplier<String> value) {
    Button button = Buttons.icon(Icon.COPY, name, () -> {});
    button.setOnAction(
        _ -> {
          Clipboards.copy(value.get());
          button.setGraphic(Icons.of(Icon.CHECKED, "icon-success"));
        });
    button
        .hoverProperty()
        .subscribe(
            hovered -> {
              if (!hovered) {
                button.setGraphic(Icons.of(Icon.COPY));
              }
            });
    return button;
  }

  /** Shows another value. */
  public void show(String other) {
    boolean masked = MASK.equals(field.getText());
    value = other;
    field.setText(masked ? MASK : other);
  }

  private Button revealButton() {
    Button button = Buttons.icon(Icon.REVEAL, Text.of("controls.reveal"), () -> {});
    button.setOnAction(
        _ -> {
          boolean reveal = MASK.equals(field.getText());
          field.setText(reveal ? value : MASK);
          button.setGraphic(Icons.of(reveal ? Icon.HIDE : Icon.REVEAL));
        });
    return button;
  }
}
