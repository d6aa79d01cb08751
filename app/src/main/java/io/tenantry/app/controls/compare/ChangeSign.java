package io.tenantry.app.controls.compare;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/** What becomes of an object, as a sign of its own and a colour. UI thread. */
public final class ChangeSign extends Label {

  /** Creates one without a sign. */
  public ChangeSign() {
    getStyleClass().add("object-sign");
    show(ObjectChange.Fate.SAME);
  }

  /** Shows the sign of a fate. */
  public void show(ObjectChange.Fate fate) {
    for (ObjectChange.Fate each : ObjectChange.Fate.values()) {
      String state = "object-" + each.name().toLowerCase(Locale.ROOT);
      pseudoClassStateChanged(PseudoClass.getPseudoClass(state), each == fate);
    }
    setText(
        switch (fate) {
          case ADDED -> "+";
          case ALTERED -> "~";
          case DROPPED -> "−";
          case SAME -> "";
        });
  }
}
