package io.tenantry.app.controls.state;

import io.tenantry.app.controls.icons.Icon;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/** What a state means to the user; the theme gives it a colour, the control an icon. */
public enum Tone {
  NEUTRAL(Icon.NOT_YET),
  ACCENT(Icon.CURRENT),
  INFO(Icon.INFORMATION),
  RUNNING(Icon.RUNNING),
  SUCCESS(Icon.DONE),
  WARNING(Icon.WARNING),
  DANGER(Icon.FAILED),
  PAUSED(Icon.SUSPENDED),
  WAITING(Icon.WAITING);

  private final Icon icon;
  private final PseudoClass pseudoClass;

  Tone(Icon icon) {
    this.icon = icon;
    this.pseudoClass = PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));
  }

  /** Returns the icon that stands for this tone. */
  public Icon icon() {
    return icon;
  }

  /** Says whether this is how things should be, so that it needs no colour. */
  public boolean isNormal() {
    return this == SUCCESS || this == NEUTRAL;
  }

  /** Marks a node with this tone and no other; the theme colours it by pseudo-class. */
  public void mark(Node node) {
    for (Tone tone : values()) {
      node.pseudoClassStateChanged(tone.pseudoClass, tone == this);
    }
  }
}
