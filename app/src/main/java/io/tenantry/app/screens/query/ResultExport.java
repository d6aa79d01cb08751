package io.tenantry.app.screens.query;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.grid.GridFormats;
import io.tenantry.app.controls.grid.GridSlice;
import io.tenantry.app.controls.grid.ResultGrid;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** Writes what a grid shows into a file. UI thread. */
final class ResultExport {
  private final ResultGrid grid;
  private final FileDialogs files;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;

  ResultExport(ResultGrid grid, FileDialogs files, TaskRunner tasks, ErrorPresenter errors) {
    this.grid = grid;
    this.files = files;
    this.tasks = tasks;
    this.errors = errors;
  }

  /** Returns the menu of formats. */
  MenuButton menu() {
    MenuButton menu = Buttons.menu(Text.of("query.export"));
    for (GridFormats format : GridFormats.values()) {
      String name = Text.of("grid.format." + format.name().toLowerCase(Locale.ROOT));
      MenuItem item = new MenuItem(Text.of("query.exportAs", name));
      item.setOnAction(_ -> export(format, name));
      menu.getItems().add(item);
    }
    return menu;
  }

  private void export(GridFormats format, String name) {
    String suffix = suffix(format);
    files
        .save(
            Text.of("query.exportTitle"),
            "result." + suffix,
            new FileDialogs.FileKind(name, "*." + suffix))
        .ifPresent(file -> export(format, file));
  }

  private void export(GridFormats format, Path file) {
    GridSlice shown = grid.shown();
    String table = grid.insertsInto();
    tasks
        .longCall("query.export", () -> write(format, shown, table, file))
        .onSuccess(
            rows ->
                errors
                    .notices()
                    .success(Text.of("query.exported", RunWords.rows(rows)), String.valueOf(file)))
        .onFailure(errors::show)
        .start();
  }

  private static int write(GridFormats format, GridSlice rows, String table, Path file) {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      format.write(rows, table, out);
      return rows.rows().length;
    } catch (IOException e) {
      throw EngineException.badRequest(
          Text.of("query.exportFailed", String.valueOf(e.getMessage())));
    }
  }

  private static String suffix(GridFormats format) {
    return switch (format) {
      case TEXT -> "txt";
      case CSV -> "csv";
      case JSON -> "json";
      case MARKDOWN -> "md";
      case INSERT -> "sql";
    };
  }
}
