package io.tenantry.app.settings;

/** How much air there is between rows. */
public enum Density {
  COMFORTABLE,
  COMPACT
}
