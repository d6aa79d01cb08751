package io.tenantry.app.settings;

import io.tenantry.app.tasks.TaskRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps typed SQL safe from a crash: one file per editor, written 300 ms after a key at the latest.
 * UI thread.
 */
public final class SqlJournal {
  private static final Logger LOG = LoggerFactory.getLogger(SqlJournal.class);
  private static final Duration WITHIN = Duration.ofMillis(250);

  private final Path folder;
  private final TaskRunner tasks;
  private final Map<String, String> unwritten = new HashMap<>();

  public SqlJournal(Path configFolder, TaskRunner tasks) {
    this.folder = configFolder.resolve("editors");
    this.tasks = tasks;
  }

  /** Returns what an editor held last, empty when nothing was kept. */
  public Optional<String> read(String editor) {
    Path file = fileOf(editor);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      LOG.warn("Typed SQL in {} cannot be read", file, e);
      return Optional.empty();
    }
  }

  /** Keeps what an editor holds now. */
  public void keep(String editor, String text) {
    boolean first = unwritten.put(editor, text) == null;
    if (first) {
      tasks.after(WITHIN, () -> flush(editor));
    }
  }

  /** Forgets an editor that was closed for good. */
  public void forget(String editor) {
    unwritten.remove(editor);
    tasks.run("journal.forget", () -> delete(fileOf(editor))).start();
  }

  /** Writes everything at once, at the end of the program. */
  public void flush() {
    Map.copyOf(unwritten).forEach((editor, text) -> write(fileOf(editor), text));
    unwritten.clear();
  }

  private void flush(String editor) {
    String text = unwritten.remove(editor);
    if (text != null) {
      tasks.run("journal.write", () -> write(fileOf(editor), text)).start();
    }
  }

  private synchronized void write(Path file, String text) {
    try {
      AtomicFiles.write(file, text);
    } catch (IOException e) {
      LOG.warn("Typed SQL could not be kept in {}", file, e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} could not be removed", file, e);
    }
  }

  private Path fileOf(String editor) {
    StringBuilder name = new StringBuilder();
    for (byte b : editor.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) b;
      if (Character.isLetterOrDigit(c) && b > 0 || c == '-' || c == '_') {
        name.append(c);
      } else {
        name.append('~').append(Integer.toHexString(b & 0xff));
      }
    }
    return folder.resolve(name + ".sql");
  }
}
