package io.tenantry.app.controls.charts;

import java.util.Locale;

/** What a mark of a chart stands for; the theme gives it its pen. States are never a series. */
public enum Hue {
  SERIES_1,
  SERIES_2,
  SERIES_3,
  SERIES_4,
  SERIES_5,
  SERIES_6,
  /** Everything beyond six series. */
  OTHER,
  /** The time before, laid over this one. */
  BEFORE,
  P50,
  P95,
  P99,
  SUCCESS,
  RUNNING,
  ERROR;

  /** Returns the hue of a series by its place, from 0; beyond six all are one. */
  static Hue series(int place) {
    return place < OTHER.ordinal() ? values()[place] : OTHER;
  }

  /** Returns the style class that the theme gives a pen. */
  String styleClass() {
    return "hue-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
