package io.tenantry.app.controls.lifeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifeRowsTest {
  @Test
  void everyDayHasAHead() {
    List<LifeRow> rows =
        rows(event("2027-03-04T09:00:00Z", "deploy"), event("2027-03-03T09:00:00Z", "deploy"));
    assertThat(rows.getFirst()).isEqualTo(new LifeRow.Day("4 Mar 2027"));
    assertThat(rows.get(2)).isEqualTo(new LifeRow.Day("3 Mar 2027"));
  }

  @Test
  void daysAreThoseOfTheUser() {
    LifeEvent late = event("2027-03-03T23:30:00Z", "deploy");
    List<LifeRow> rows = new LifeRows(ZoneId.of("Europe/Berlin"), Set.of()).of(List.of(late));
    assertThat(rows.getFirst()).isEqualTo(new LifeRow.Day("4 Mar 2027"));
  }

  @Test
  void equalNeighboursOfADayAreOneRow() {
    List<LifeEvent> events = new ArrayList<>();
    for (int minute = 59; minute >= 46; minute--) {
      events.add(event("2027-03-04T09:%02d:00Z".formatted(minute), "backup"));
    }
    events.add(event("2027-03-04T08:00:00Z", "deploy"));
    List<LifeRow> rows = new LifeRows(ZoneOffset.UTC, Set.of()).of(events);
    assertThat(rows).hasSize(3);
    assertThat(rows.get(1))
        .isInstanceOfSatisfying(
            LifeRow.Fold.class,
            fold -> {
              assertThat(fold.events()).hasSize(14);
              assertThat(fold.first()).isTrue();
              assertThat(fold.last()).isFalse();
            });
  }

  @Test
  void twoAreNotFolded() {
    List<LifeRow> rows =
        rows(event("2027-03-04T09:00:00Z", "backup"), event("2027-03-04T08:00:00Z", "backup"));
    assertThat(rows).hasSize(3).hasOnlyElementsOfTypes(LifeRow.Day.class, LifeRow.One.class);
  }

  @Test
  void neighboursOfDifferentDaysStayApart() {
    List<LifeRow> rows =
        rows(
            event("2027-03-04T00:10:00Z", "backup"),
            event("2027-03-04T00:05:00Z", "backup"),
            event("2027-03-03T23:50:00Z", "backup"));
    assertThat(rows).hasSize(5);
  }

  @Test
  void whatTheUserOpenedStaysOpen() {
    List<LifeEvent> events =
        List.of(
            event("2027-03-04T09:03:00Z", "backup"),
            event("2027-03-04T09:02:00Z", "backup"),
            event("2027-03-04T09:01:00Z", "backup"));
    List<LifeRow> rows = new LifeRows(ZoneOffset.UTC, Set.of(events.getFirst())).of(events);
    assertThat(rows).hasSize(4);
    assertThat(rows.getLast())
        .isInstanceOfSatisfying(LifeRow.One.class, one -> assertThat(one.last()).isTrue());
  }

  private static List<LifeRow> rows(LifeEvent... events) {
    return new LifeRows(ZoneOffset.UTC, Set.of()).of(List.of(events));
  }

  private static LifeEvent event(String at, String kind) {
    return new LifeEvent(
        Instant.parse(at), new RailNode.Dot(), kind + " at " + at, "", kind, Optional.empty());
  }
}
