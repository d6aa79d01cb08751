package io.tenantry.app.guard;

import java.util.Locale;

/** How careful the console is before it changes something through a connection. */
public enum GuardLevel {
  /** Changes happen at once; only what cannot be undone is asked about. */
  OPEN,
  /** Every change is asked about. */
  CONFIRM,
  /** Every change asks for a typed name. */
  TYPED,
  /** No change is possible. */
  READ_ONLY;

  /** Returns the key of its name, for {@code Text}. */
  public String key() {
    return "guard." + name().toLowerCase(Locale.ROOT);
  }

  /** Returns the style class of the frame that shows it. */
  public String styleClass() {
    return "guard-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
