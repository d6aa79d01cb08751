package io.tenantry.app.dialogs;

import io.tenantry.app.tasks.TaskRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Shows folders in the desktop's own file manager. UI thread. */
public final class FolderOpener {
  private static final int PATIENCE_SECONDS = 10;

  private final List<String> command;
  private final TaskRunner tasks;

  /** Creates it with the command that opens a folder given as its last argument. */
  public FolderOpener(List<String> command, TaskRunner tasks) {
    this.command = List.copyOf(command);
    this.tasks = tasks;
  }

  /** The way of the system this runs on. */
  public static FolderOpener ofSystem(TaskRunner tasks) {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      return new FolderOpener(List.of("rundll32", "url.dll,FileProtocolHandler"), tasks);
    }
    return new FolderOpener(List.of(os.contains("mac") ? "open" : "xdg-open"), tasks);
  }

  /** Opens a folder; where nothing can, the second action runs instead. */
  public void open(Path folder, Runnable impossible) {
    tasks
        .call("folders.open", () -> start(folder))
        .onSuccess(
            opened -> {
              if (!opened) {
                impossible.run();
              }
            })
        .start();
  }

  private boolean start(Path folder) {
    List<String> line = new ArrayList<>(command);
    line.add(folder.toString());
    try {
      Process process =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted while a folder opened", e));
    }
  }
}
