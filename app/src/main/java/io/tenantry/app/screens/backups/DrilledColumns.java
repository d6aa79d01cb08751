package io.tenantry.app.screens.backups;

import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.drills.DrilledDatabase;
import java.time.Duration;

/** The columns of what a drill found. */
final class DrilledColumns {
  private static final double NANOS_PER_MILLI = 1e6;

  private DrilledColumns() {}

  @SuppressWarnings("unchecked")
  static DataColumn<DrilledDatabase, ?>[] all() {
    return new DataColumn[] {
      DataColumn.<DrilledDatabase>text(title("tenant"), row -> row.tenantId().value())
          .styled("strong-cell")
          .unsorted()
          .room(160, 180),
      DataColumn.<DrilledDatabase>chip(title("outcome"), DrillWords::chip)
          .unsorted()
          .room(132, 140),
      DataColumn.<DrilledDatabase>text(title("blueprint"), row -> row.blueprint().value())
          .unsorted()
          .room(100, 110)
          .leaves(3),
      DataColumn.<DrilledDatabase>ago(title("taken"), DrilledDatabase::takenAt)
          .unsorted()
          .leaves(2),
      DataColumn.<DrilledDatabase>text(title("rows"), row -> DrillWords.comparison(row.rows()))
          .unsorted()
          .room(110, 120),
      DataColumn.<DrilledDatabase>text(title("schema"), row -> DrillWords.comparison(row.schema()))
          .unsorted()
          .room(110, 120),
      DataColumn.<DrilledDatabase>number(title("count"), DrilledDatabase::rowCount)
          .unsorted()
          .room(88, 100)
          .leaves(4),
      DataColumn.<DrilledDatabase>text(title("took"), DrilledColumns::took)
          .unsorted()
          .room(80, 90)
          .leaves(5),
      DataColumn.<DrilledDatabase>text(title("reason"), row -> row.reason().orElse(""))
          .unsorted()
          .room(160, 260)
          .grow()
    };
  }

  private static String took(DrilledDatabase row) {
    return row.durationMs() == 0
        ? ""
        : Figures.duration(Duration.ofNanos(Math.round(row.durationMs() * NANOS_PER_MILLI)));
  }

  private static String title(String column) {
    return Text.of("drills.column." + column);
  }
}
