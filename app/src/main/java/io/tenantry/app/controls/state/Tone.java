package io.tenantry.app.controls.state;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** What a state means to the user; the theme gives it a colour, the control an icon. */
public enum Tone {
  NEUTRAL(Feather.CIRCLE),
  ACCENT(Feather.DISC),
  INFO(Feather.INFO),
  RUNNING(Feather.LOADER),
  SUCCESS(Feather.CHECK_CIRCLE),
  WARNING(Feather.ALERT_TRIANGLE),
  DANGER(Feather.X_CIRCLE),
  PAUSED(Feather.PAUSE_CIRCLE),
  WAITING(Feather.CLOCK);

  private final Feather icon;
  private final PseudoClass pseudoClass;

  Tone(Feather icon) {
    this.icon = icon;
    this.pseudoClass = PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));
  }

  /** Returns the icon that stands for this tone. */
  public Feather icon() {
    return icon;
  }

  /** Marks a node with this tone and no other; the theme colours it by pseudo-class. */
  public void mark(Node node) {
    for (Tone tone : values()) {
      node.pseudoClassStateChanged(tone.pseudoClass, tone == this);
    }
  }
}
