package io.tenantry.app.controls.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.controls.grid.GridData.Column;
import org.junit.jupiter.api.Test;

class CompactRowsTest {
  private static final long PLENTY = 1L << 30;

  @Test
  void rowsAreSeenWhenTheyArePublishedAndNotBefore() {
    CompactRows rows = new CompactRows(PLENTY);
    int id = rows.add(new Column("id", "INTEGER"));
    add(rows, id, 7);

    assertThat(rows.rowCount()).isZero();
    rows.publish();
    assertThat(rows.rowCount()).isEqualTo(1);
    assertThat(rows.value(0, id)).isEqualTo(7L);
  }

  @Test
  void manyRowsKeepTheirValuesOverThePiecesTheyLieIn() {
    CompactRows rows = new CompactRows(PLENTY);
    int id = rows.add(new Column("id", "INTEGER"));
    int name = rows.add(new Column("name", "TEXT"));
    for (int row = 0; row < 10_000; row++) {
      rows.begin();
      rows.set(id, (long) row);
      if (row % 3 == 0) {
        rows.set(name, "name " + row % 5);
      }
      rows.end();
    }
    rows.publish();

    assertThat(rows.rowCount()).isEqualTo(10_000);
    for (int row = 0; row < 10_000; row += 997) {
      assertThat(rows.value(row, id)).isEqualTo((long) row);
      assertThat(rows.value(row, name)).isEqualTo(row % 3 == 0 ? "name " + row % 5 : null);
    }
  }

  @Test
  void aColumnThatComesLaterHasNoValueInEarlierRows() {
    CompactRows rows = new CompactRows(PLENTY);
    int id = rows.add(new Column("id", "INTEGER"));
    for (int row = 0; row < 3_000; row++) {
      add(rows, id, row);
    }
    int late = rows.add(new Column("late", "REAL"));
    rows.begin();
    rows.set(late, 0.5);
    rows.end();
    rows.publish();

    assertThat(rows.value(0, late)).isNull();
    assertThat(rows.value(2_999, late)).isNull();
    assertThat(rows.value(3_000, late)).isEqualTo(0.5);
    assertThat(rows.value(3_000, id)).isNull();
  }

  @Test
  void rowsBeyondTheLimitAreCountedAndNotKept() {
    CompactRows rows = new CompactRows(1_000);
    int id = rows.add(new Column("id", "INTEGER"));
    for (int row = 0; row < 500; row++) {
      add(rows, id, row);
    }
    rows.publish();

    assertThat(rows.rowCount()).isBetween(1, 499);
    assertThat(rows.rowCount() + rows.beyond()).isEqualTo(500);
    assertThat(rows.value(rows.rowCount() - 1, id)).isEqualTo((long) rows.rowCount() - 1);
  }

  @Test
  void equalShortTextsAreKeptOnce() {
    CompactRows rows = new CompactRows(PLENTY);
    int state = rows.add(new Column("state", "TEXT"));
    for (int row = 0; row < 2; row++) {
      rows.begin();
      rows.set(state, new StringBuilder("verified").toString());
      rows.end();
    }
    rows.publish();

    assertThat(rows.value(0, state)).isSameAs(rows.value(1, state));
  }

  private static void add(CompactRows rows, int column, long value) {
    rows.begin();
    rows.set(column, value);
    rows.end();
  }
}
