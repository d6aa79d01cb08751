package io.tenantry.app.outcomes;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.controls.tables.DataTable;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.dialogs.Sheet;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Csv;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;

/** What became of each tenant; can be saved as a file. UI thread. */
public final class OutcomeSheet {
  private static final double HEIGHT = 320;
  private static final List<String> HEAD = List.of("tenant", "outcome", "reason");

  private final FileDialogs files;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final Dialogs dialogs;

  /** Creates it with what it uses. */
  public OutcomeSheet(FileDialogs files, TaskRunner tasks, ErrorPresenter errors, Dialogs dialogs) {
    this.files = files;
    this.tasks = tasks;
    this.errors = errors;
    this.dialogs = dialogs;
  }

  /**
   * Opens it.
   *
   * @param name of the file it is saved as, without its ending
   */
  public void open(String title, String subtitle, String name, List<TenantOutcome> outcomes) {
    DataTable<TenantOutcome> table =
        new DataTable<>(
            title,
            FXCollections.observableArrayList(outcomes),
            DataColumn.<TenantOutcome>text(Text.of("outcomes.tenant"), row -> row.tenant().value())
                .styled("strong-cell")
                .unsorted()
                .room(160, 200),
            DataColumn.<TenantOutcome>text(Text.of("outcomes.outcome"), row -> row.state().words())
                .unsorted()
                .room(110, 120),
            DataColumn.text(Text.of("outcomes.reason"), TenantOutcome::reason).unsorted().grow());
    table.setPrefHeight(HEIGHT);
    Sheet sheet =
        new Sheet(title, table)
            .subtitle(subtitle)
            .width(Sheet.Width.LARGE)
            .cancelLabel(Text.of("dialogs.close"));
    sheet.footer(Buttons.normal(Text.of("outcomes.save"), Icon.EXPORT, () -> save(name, outcomes)));
    dialogs.show(sheet);
  }

  private void save(String name, List<TenantOutcome> outcomes) {
    files
        .save(Text.of("outcomes.save"), name + ".csv", FileDialogs.FileKind.CSV)
        .ifPresent(
            file ->
                tasks
                    .run("outcomes.save", () -> write(file, outcomes))
                    .onSuccess(
                        _ ->
                            errors
                                .notices()
                                .success(Text.of("outcomes.saved"), String.valueOf(file)))
                    .onFailure(errors::show)
                    .start());
  }

  private static void write(Path file, List<TenantOutcome> outcomes) {
    try {
      Files.writeString(
          file,
          outcomes.stream()
              .map(row -> Csv.line(List.of(row.tenant().value(), row.state().code(), row.reason())))
              .collect(Collectors.joining("", Csv.line(HEAD), "")));
    } catch (IOException e) {
      throw EngineException.badRequest(
          Text.of("outcomes.saveFailed", String.valueOf(e.getMessage())));
    }
  }
}
