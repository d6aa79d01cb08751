package io.tenantry.app.screens.backups;

import io.tenantry.app.controls.charts.EventMark;
import io.tenantry.contract.recovery.PastRecovery;
import io.tenantry.contract.recovery.RecoveryWindow;
import java.time.Instant;
import java.util.List;

/**
 * What is known of the past of a database.
 *
 * @param window which times can be had back, and how much was written when
 * @param happenings what was done meanwhile
 * @param recoveries of it, newest first
 */
record PastWindow(
    RecoveryWindow window, List<Happening> happenings, List<PastRecovery> recoveries) {

  /**
   * Something that was done.
   *
   * @param at when
   * @param mark its sign
   * @param words what it was
   */
  record Happening(Instant at, EventMark mark, String words) {}
}
