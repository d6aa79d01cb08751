package io.tenantry.themes;

import java.net.URL;
import java.util.Objects;

/** The looks there are. Each is one user-agent stylesheet that holds everything. */
public enum Theme {
  LIGHT("light", false),
  DARK("dark", true),
  HIGH_CONTRAST("contrast", true);

  private final String file;
  private final boolean dark;

  Theme(String file, boolean dark) {
    this.file = file;
    this.dark = dark;
  }

  /** Returns the address of the stylesheet. */
  public String stylesheet() {
    URL found = Theme.class.getResource("/io/tenantry/themes/" + file + ".css");
    return Objects.requireNonNull(found, file).toExternalForm();
  }

  /** Says whether the look is a dark one. */
  public boolean isDark() {
    return dark;
  }
}
