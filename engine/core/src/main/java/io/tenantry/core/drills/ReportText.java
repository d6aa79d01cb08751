package io.tenantry.core.drills;

import io.tenantry.contract.drills.Drill;
import io.tenantry.contract.drills.DrilledDatabase;
import io.tenantry.core.files.JsonText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the report of a drill as JSON that people can read, too. */
final class ReportText {
  private final StringBuilder text = new StringBuilder("{\n");

  private ReportText() {}

  static String of(
      DrillRepository.Row row,
      Drill.Status status,
      Instant completed,
      List<DrilledRepository.Row> databases) {
    Drill drill = row.drill();
    return new ReportText()
        .field("report", JsonText.quoted("tenantry restore drill"))
        .field("format", "1")
        .field("drill", JsonText.quoted(drill.id().value()))
        .field("project", JsonText.quoted(row.project().value()))
        .field("asked_by", JsonText.quoted(row.author()))
        .field("status", JsonText.quoted(status.code()))
        .field("started_at", JsonText.quoted(drill.startedAt().toString()))
        .field(
            "completed_at",
            JsonText.quoted(DrillRepository.seconds(completed.toEpochMilli()).toString()))
        .field("databases", Long.toString(drill.databases()))
        .field("passed", Long.toString(drill.passed()))
        .field("failed", Long.toString(drill.failed()))
        .field("without_backup", Long.toString(drill.withoutBackup()))
        .field("bytes", Long.toString(drill.bytes()))
        .end(databases);
  }

  private ReportText field(String name, String value) {
    text.append("  ").append(JsonText.quoted(name)).append(": ").append(value).append(",\n");
    return this;
  }

  private String end(List<DrilledRepository.Row> databases) {
    return text.append("  \"results\": [")
        .append(databases.stream().map(ReportText::result).collect(Collectors.joining(",")))
        .append("\n  ]\n}\n")
        .toString();
  }

  private static String result(DrilledRepository.Row row) {
    DrilledDatabase found = row.database();
    return "\n    {"
        + String.join(
            ", ",
            pair("tenant", JsonText.quoted(found.tenantId().value())),
            pair("blueprint", JsonText.quoted(found.blueprint().value())),
            pair("outcome", JsonText.quoted(found.outcome().code())),
            pair("backup", text(found.storagePath())),
            pair("sha256", text(row.sha256())),
            pair("taken_at", text(found.takenAt().map(Instant::toString))),
            pair("database_bytes", Long.toString(found.databaseBytes())),
            pair("schema", JsonText.quoted(found.schema().code())),
            pair("rows", JsonText.quoted(found.rows().code())),
            pair("tables_noted", row.noted().orElse("null")),
            pair("tables_found", row.found().orElse("null")),
            pair("duration_ms", String.format(Locale.ROOT, "%.1f", found.durationMs())),
            pair("reason", text(found.reason())))
        + "}";
  }

  private static String pair(String name, String value) {
    return JsonText.quoted(name) + ": " + value;
  }

  private static String text(Optional<String> value) {
    return value.map(JsonText::quoted).orElse("null");
  }
}
