package io.tenantry.app.controls.state;

import io.tenantry.app.controls.icons.ChangingIcon;
import io.tenantry.app.controls.icons.Icon;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/**
 * The state of a row: quiet when it is normal, a dot and a muted word; a chip when it asks for
 * attention. One per row, the worst; further ones are in its tooltip. UI thread.
 */
public final class StateMark extends Label {
  private final Region dot = new Region();
  private final ChangingIcon icon = new ChangingIcon(Icon.NOT_YET);

  /** Creates a mark that shows a state. */
  public StateMark(Chip.Content content) {
    this(content.tone(), content.text());
  }

  /** Creates a mark that shows a state. */
  public StateMark(Tone tone, String text) {
    dot.getStyleClass().add("dot");
    setMinWidth(USE_PREF_SIZE);
    show(tone, text);
  }

  /** Changes what it shows. */
  public void show(Tone tone, String text) {
    boolean normal = tone.isNormal();
    getStyleClass().removeAll("state-dot", "chip");
    getStyleClass().add(normal ? "state-dot" : "chip");
    tone.mark(this);
    icon.show(tone.icon());
    setGraphic(normal ? dot : icon);
    setText(text);
  }

  /** Tells further states of the same thing in the tooltip. */
  public StateMark also(List<String> states) {
    setTooltip(states.isEmpty() ? null : new Tooltip(String.join("\n", states)));
    return this;
  }
}
