package io.tenantry.app.screens.logs;

import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.logs.ProjectEntry;
import java.time.ZoneId;
import java.util.List;

/** The columns of the log; it has one order, the newest first. */
final class LogColumns {
  private static final String TENANT = "tenant";

  private LogColumns() {}

  static List<DataColumn<ProjectEntry, ?>> all(ZoneId zone, LogOf of) {
    return of == LogOf.PROJECT
        ? all(zone)
        : all(zone).stream().filter(column -> !TENANT.equals(column.getId())).toList();
  }

  private static List<DataColumn<ProjectEntry, ?>> all(ZoneId zone) {
    return List.of(
        DataColumn.<ProjectEntry>text(
                title("time"), row -> LogWords.time(row.entry().createdAt(), zone))
            .named("time")
            .styled("time-cell")
            .unsorted()
            .room(80, 120),
        NameWithAvatar.column(title("tenant"), ProjectEntry::tenantId).unsorted().room(136, 160),
        DataColumn.<ProjectEntry>text(
                title("duration"), row -> Figures.milliseconds(row.entry().durationMs()))
            .named("duration")
            .styled("number-cell")
            .unsorted()
            .room(80, 88),
        DataColumn.<ProjectEntry>chip(title("state"), LogWords::state)
            .named("state")
            .unsorted()
            .room(84, 92),
        DataColumn.<ProjectEntry>mono(title("statement"), row -> LogWords.line(row.entry().query()))
            .named("statement")
            .unsorted()
            .room(140, 420)
            .grow(),
        DataColumn.<ProjectEntry>text(title("rows"), row -> LogWords.rows(row.entry()))
            .named("rows")
            .styled("number-cell")
            .unsorted()
            .room(72, 80)
            .leaves(1),
        DataColumn.<ProjectEntry>text(title("source"), row -> LogWords.source(row.entry()))
            .named("source")
            .styled("muted-cell")
            .unsorted()
            .room(80, 96)
            .leaves(2));
  }

  private static String title(String column) {
    return Text.of("logs.column." + column);
  }
}
