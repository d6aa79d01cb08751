package io.tenantry.app.screens.backups;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.controls.tables.DataTable;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.dialogs.Sheet;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.BackupRun;
import io.tenantry.contract.backups.BackupRunTenant;
import io.tenantry.contract.error.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;

/** Who was not backed up in a run, and why; can be saved as a file. UI thread. */
final class LeftOutSheet {
  private static final double HEIGHT = 320;

  private final FileDialogs files;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final Dialogs dialogs;

  LeftOutSheet(FileDialogs files, TaskRunner tasks, ErrorPresenter errors, Dialogs dialogs) {
    this.files = files;
    this.tasks = tasks;
    this.errors = errors;
    this.dialogs = dialogs;
  }

  void open(BackupRun run, List<BackupRunTenant> tenants) {
    DataTable<BackupRunTenant> table =
        new DataTable<>(
            Text.of("backups.leftOut.title"),
            FXCollections.observableArrayList(tenants),
            DataColumn.<BackupRunTenant>text(
                    Text.of("backups.column.tenant"), row -> row.tenantId().value())
                .styled("strong-cell")
                .unsorted()
                .room(160, 200),
            DataColumn.<BackupRunTenant>text(Text.of("backups.column.outcome"), LeftOutSheet::state)
                .unsorted()
                .room(100, 110),
            DataColumn.<BackupRunTenant>text(
                    Text.of("backups.column.reason"), row -> row.reason().orElse(""))
                .unsorted()
                .grow());
    table.setPrefHeight(HEIGHT);
    Sheet sheet =
        new Sheet(Text.of("backups.leftOut.title"), table)
            .subtitle(
                Text.of(
                    "backups.leftOut.subtitle",
                    Figures.count(tenants.size()),
                    Figures.count(run.tenants())))
            .width(Sheet.Width.LARGE)
            .cancelLabel(Text.of("dialogs.close"));
    sheet.footer(
        Buttons.normal(Text.of("backups.leftOut.save"), Icon.EXPORT, () -> save(run, tenants)));
    dialogs.show(sheet);
  }

  private static String state(BackupRunTenant row) {
    return Text.of("backups.outcome." + row.state().code());
  }

  private void save(BackupRun run, List<BackupRunTenant> tenants) {
    files
        .save(Text.of("backups.leftOut.save"), run.id() + ".csv", FileDialogs.FileKind.CSV)
        .ifPresent(
            file ->
                tasks
                    .run("backups.leftOut.save", () -> write(file, tenants))
                    .onSuccess(
                        _ ->
                            errors
                                .notices()
                                .success(Text.of("backups.saved"), String.valueOf(file)))
                    .onFailure(errors::show)
                    .start());
  }

  private static void write(Path file, List<BackupRunTenant> tenants) {
    try {
      Files.writeString(
          file,
          tenants.stream()
              .map(
                  row ->
                      "%s,%s,%s"
                          .formatted(
                              row.tenantId(), row.state().code(), quoted(row.reason().orElse(""))))
              .collect(Collectors.joining("\n", "tenant,outcome,reason\n", "\n")));
    } catch (IOException e) {
      throw EngineException.badRequest(
          Text.of("backups.saveFailed", String.valueOf(e.getMessage())));
    }
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
