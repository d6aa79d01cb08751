package io.tenantry.app.settings;

/** Which look the user wants. */
public enum ThemeChoice {
  SYSTEM,
  LIGHT,
  DARK,
  HIGH_CONTRAST
}
