package io.tenantry.app.settings;

/** How large everything is shown. */
public enum UiScale {
  PERCENT_100,
  PERCENT_110,
  PERCENT_125,
  PERCENT_150,
  PERCENT_175,
  PERCENT_200;

  /** Returns the size in percent. */
  public int percent() {
    return switch (this) {
      case PERCENT_100 -> 100;
      case PERCENT_110 -> 110;
      case PERCENT_125 -> 125;
      case PERCENT_150 -> 150;
      case PERCENT_175 -> 175;
      case PERCENT_200 -> 200;
    };
  }

  /** Returns by what lengths are multiplied. */
  public double factor() {
    return percent() / 100.0;
  }

  /** Returns the next one up, or the largest. */
  public UiScale larger() {
    return values()[Math.min(ordinal() + 1, values().length - 1)];
  }

  /** Returns the next one down, or the smallest. */
  public UiScale smaller() {
    return values()[Math.max(ordinal() - 1, 0)];
  }
}
