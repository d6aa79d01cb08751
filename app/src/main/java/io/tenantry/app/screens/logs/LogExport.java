package io.tenantry.app.screens.logs;

import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.lists.ListWork;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.logs.LogPageRequest;
import io.tenantry.contract.logs.Logs;
import io.tenantry.contract.logs.ProjectEntry;
import io.tenantry.contract.logs.ProjectLogPage;
import io.tenantry.contract.logs.ProjectLogs;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ObjectProperty;

/**
 * Writes what the filter says into a file, page by page as the engine gives it; what was written
 * stays when it is cancelled. UI thread.
 */
final class LogExport {
  private static final long TELL_NANOS = Duration.ofMillis(250).toNanos();

  private final ProjectLogs logs;
  private final FileDialogs files;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;

  LogExport(ProjectLogs logs, FileDialogs files, TaskRunner tasks, ErrorPresenter errors) {
    this.logs = logs;
    this.files = files;
    this.tasks = tasks;
    this.errors = errors;
  }

  /**
   * Asks for a file and writes a log into it.
   *
   * @param total how many entries there are
   * @param work where it is told how far it is
   */
  void start(
      LogFormat format, LogSnapshot shown, long total, ObjectProperty<Optional<ListWork>> work) {
    String name = Text.of("logs.format." + format.suffix());
    files
        .save(Text.of("logs.export.title"), "queries." + format.suffix(), format.kind(name))
        .ifPresent(file -> start(new Running(format, shown, total, file, work)));
  }

  private void start(Running running) {
    running.tell(0);
    tasks
        .longCall("logs.export", running::write)
        .onSuccess(
            written ->
                errors
                    .notices()
                    .success(
                        Text.of(
                            running.cancelled.get() ? "logs.export.cancelled" : "logs.export.done",
                            Figures.count(written)),
                        running.file.toString()))
        .onFailure(errors::show)
        .onDone(() -> running.work.set(Optional.empty()))
        .start();
  }

  /** One export. */
  private final class Running {
    private final LogFormat format;
    private final LogSnapshot shown;
    private final long total;
    private final Path file;
    private final ObjectProperty<Optional<ListWork>> work;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private long told;

    Running(
        LogFormat format,
        LogSnapshot shown,
        long total,
        Path file,
        ObjectProperty<Optional<ListWork>> work) {
      this.format = format;
      this.shown = shown;
      this.total = total;
      this.file = file;
      this.work = work;
    }

    long write() {
      try (BufferedWriter out = Files.newBufferedWriter(file)) {
        out.write(format.header());
        long written = 0;
        Optional<Long> upTo = shown.newest();
        boolean more = upTo.isPresent();
        while (more && !cancelled.get()) {
          ProjectLogPage page =
              logs.list(shown.search(), new LogPageRequest(upTo, 0, Logs.MAX_LIMIT, false));
          for (ProjectEntry row : page.logs()) {
            out.write(format.line(row));
          }
          written += page.logs().size();
          more = page.hasMore() && !page.logs().isEmpty();
          upTo = more ? Optional.of(page.logs().getLast().entry().id() - 1) : upTo;
          tellSometimes(written);
        }
        return written;
      } catch (IOException e) {
        throw EngineException.badRequest(
            Text.of("logs.export.failed", String.valueOf(e.getMessage())));
      }
    }

    private void tellSometimes(long written) {
      long now = System.nanoTime();
      if (now - told >= TELL_NANOS) {
        told = now;
        tasks.bring(() -> tell(written));
      }
    }

    private void tell(long written) {
      work.set(
          Optional.of(
              new ListWork(
                  Text.of("logs.export.work"), written, total, () -> cancelled.set(true))));
    }
  }
}
