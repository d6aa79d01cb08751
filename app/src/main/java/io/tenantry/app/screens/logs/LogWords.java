package io.tenantry.app.screens.logs;

import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.logs.LogEntry;
import io.tenantry.contract.logs.ProjectEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** How entries of a log are said. Any thread. */
final class LogWords {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
  private static final int LONGEST_LINE = 400;

  private LogWords() {}

  /** Returns a statement in one line; the whole of it is in the panel. */
  static String line(String sql) {
    String start = sql.length() > LONGEST_LINE ? sql.substring(0, LONGEST_LINE) : sql;
    return BLANKS.matcher(start.strip()).replaceAll(" ");
  }

  /** Returns when an entry ended: the time alone when it was today. */
  static String time(Instant at, ZoneId zone) {
    boolean isToday = LocalDate.ofInstant(at, zone).equals(LocalDate.now(zone));
    return isToday ? TIME.format(at.atZone(zone)) : Figures.second(at, zone);
  }

  static String rows(LogEntry entry) {
    return entry.rows().map(Figures::count).orElse("–");
  }

  static String source(LogEntry entry) {
    return Text.of("logs.source." + entry.source().code());
  }

  /** Returns how an entry went: failed before slow. */
  static Chip.Content state(ProjectEntry row) {
    if (!row.entry().success()) {
      return new Chip.Content(Tone.DANGER, Text.of("logs.state.failed"));
    }
    return row.slow()
        ? new Chip.Content(Tone.WARNING, Text.of("logs.state.slow"))
        : new Chip.Content(Tone.SUCCESS, Text.of("logs.state.done"));
  }

  /** Returns what an entry is known by. */
  static String key(ProjectEntry row) {
    return row.tenantId() + " · " + row.entry().id();
  }

  /** Returns where the query screen shows a query. */
  static String queryPlace(ProjectEntry row) {
    return row.tenantId() + "/" + row.entry().blueprint() + "\n" + row.entry().query();
  }
}
