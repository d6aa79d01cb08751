package io.tenantry.app.controls.lifeline;

import java.util.List;

/** A row of a life line. */
sealed interface LifeRow {

  /**
   * The head of a day.
   *
   * @param text the day
   */
  record Day(String text) implements LifeRow {}

  /**
   * One event.
   *
   * @param event what happened
   * @param first whether the line begins here
   * @param last whether the line ends here
   */
  record One(LifeEvent event, boolean first, boolean last) implements LifeRow {}

  /**
   * Several equal events in a row, of one day.
   *
   * @param events newest first, at least three
   * @param first whether the line begins here
   * @param last whether the line ends here
   */
  record Fold(List<LifeEvent> events, boolean first, boolean last) implements LifeRow {}
}
