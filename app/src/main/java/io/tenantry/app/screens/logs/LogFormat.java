package io.tenantry.app.screens.logs;

import io.tenantry.app.dialogs.FileDialogs.FileKind;
import io.tenantry.app.text.Csv;
import io.tenantry.contract.logs.LogEntry;
import io.tenantry.contract.logs.ProjectEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** How a log is written into a file. Any thread. */
enum LogFormat {
  /** Comma-separated values with a header. */
  CSV("csv") {
    @Override
    String header() {
      return Csv.line(List.copyOf(NAMES));
    }

    @Override
    String line(ProjectEntry row) {
      return Csv.line(fields(row).values().stream().map(String::valueOf).toList());
    }
  },
  /** One JSON object in each line. */
  JSON_LINES("jsonl") {
    @Override
    String header() {
      return "";
    }

    @Override
    String line(ProjectEntry row) {
      Map<String, Object> fields = fields(row);
      fields.values().removeIf(""::equals);
      return JSON.writeValueAsString(fields) + "\n";
    }
  };

  private static final List<String> NAMES =
      List.of(
          "id",
          "time",
          "tenant",
          "blueprint",
          "query",
          "duration_ms",
          "rows",
          "source",
          "success",
          "slow",
          "error");
  private static final JsonMapper JSON = new JsonMapper();

  private final String suffix;

  LogFormat(String suffix) {
    this.suffix = suffix;
  }

  String suffix() {
    return suffix;
  }

  FileKind kind(String name) {
    return new FileKind(name, "*." + suffix);
  }

  /** Returns what stands before the rows. */
  abstract String header();

  /** Returns a row, with the end of its line. */
  abstract String line(ProjectEntry row);

  private static Map<String, Object> fields(ProjectEntry row) {
    LogEntry entry = row.entry();
    List<Object> values =
        List.of(
            entry.id(),
            entry.createdAt().toString(),
            row.tenantId().value(),
            entry.blueprint().value(),
            entry.query(),
            entry.durationMs(),
            entry.rows().<Object>map(Long::valueOf).orElse(""),
            entry.source().code(),
            entry.success(),
            row.slow(),
            entry.error().orElse(""));
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < NAMES.size(); i++) {
      fields.put(NAMES.get(i), values.get(i));
    }
    return fields;
  }
}
