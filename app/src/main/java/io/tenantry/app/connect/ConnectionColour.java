package io.tenantry.app.connect;

import java.util.Locale;

/** The colour by which a connection is told apart; the theme says how it looks. */
public enum ConnectionColour {
  INDIGO,
  GREEN,
  BLUE,
  AMBER,
  RED,
  GREY;

  /** Returns the style class of its bar. */
  public String styleClass() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the key of its name, for {@code Text}. */
  public String key() {
    return "connections.colour." + styleClass();
  }
}
