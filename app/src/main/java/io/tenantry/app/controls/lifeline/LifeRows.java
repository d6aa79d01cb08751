package io.tenantry.app.controls.lifeline;

import io.tenantry.app.text.Figures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lays events out as rows: under the head of their day, equal neighbours folded into one. */
final class LifeRows {
  private static final int LEAST_TO_FOLD = 3;
  private final ZoneId zone;
  private final Set<LifeEvent> unfolded;
  private final List<LifeRow> rows = new ArrayList<>();

  /**
   * Creates it.
   *
   * @param unfolded the newest events of folds that the user opened
   */
  LifeRows(ZoneId zone, Set<LifeEvent> unfolded) {
    this.zone = zone;
    this.unfolded = unfolded;
  }

  /** Returns the rows of events that come newest first. */
  List<LifeRow> of(List<LifeEvent> events) {
    int at = 0;
    while (at < events.size()) {
      if (at == 0 || !day(events.get(at)).equals(day(events.get(at - 1)))) {
        Instant begin = day(events.get(at)).atStartOfDay(zone).toInstant();
        rows.add(new LifeRow.Day(Figures.day(begin, zone)));
      }
      int end = endOfEqual(events, at);
      add(events.subList(at, end), at == 0, end == events.size());
      at = end;
    }
    return List.copyOf(rows);
  }

  private void add(List<LifeEvent> equal, boolean first, boolean last) {
    if (equal.size() >= LEAST_TO_FOLD && !unfolded.contains(equal.getFirst())) {
      rows.add(new LifeRow.Fold(List.copyOf(equal), first, last));
      return;
    }
    for (LifeEvent event : equal) {
      boolean begins = first && event.equals(equal.getFirst());
      boolean ends = last && event.equals(equal.getLast());
      rows.add(new LifeRow.One(event, begins, ends));
    }
  }

  private int endOfEqual(List<LifeEvent> events, int from) {
    LifeEvent begin = events.get(from);
    int end = from + 1;
    while (end < events.size()
        && events.get(end).kind().equals(begin.kind())
        && day(events.get(end)).equals(day(begin))) {
      end++;
    }
    return end;
  }

  private LocalDate day(LifeEvent event) {
    return event.at().atZone(zone).toLocalDate();
  }
}
