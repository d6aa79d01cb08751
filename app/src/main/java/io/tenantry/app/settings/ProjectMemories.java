package io.tenantry.app.settings;

import io.tenantry.app.tasks.TaskRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The memories of all projects: each in a folder of its own, {@code projects/CONNECTION/PROJECT},
 * and in one object only, so that a file has one writer. Any thread.
 */
public final class ProjectMemories {
  /** Stands for the project of work that was kept before work belonged to projects. */
  static final String UNCLAIMED = "unclaimed";

  private static final String REMOVED = "removed";
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Logger LOG = LoggerFactory.getLogger(ProjectMemories.class);

  private final Path root;
  private final TaskRunner tasks;
  private final Map<ProjectScope, ProjectMemory> open = new HashMap<>();

  /** Creates it; {@code tasks} writes as long as the program runs. */
  public ProjectMemories(Path configFolder, TaskRunner tasks) {
    this.root = configFolder.resolve("projects");
    this.tasks = tasks;
  }

  /** Returns what a project remembers; blocks when it is read for the first time. */
  public synchronized ProjectMemory of(ProjectScope scope) {
    ProjectMemory known = open.get(scope);
    if (known != null) {
      return known;
    }
    Path folder = folderOf(scope.connection()).resolve(FileName.of(scope.project()));
    claim(folder);
    ProjectMemory memory = ProjectMemory.open(folder, tasks);
    open.put(scope, memory);
    return memory;
  }

  /**
   * Counts what is kept for a connection: typed SQL, drafts and staged changes; blocks.
   *
   * @return how many texts that are not empty
   */
  public synchronized long textsOf(String connection) {
    Path folder = folderOf(connection);
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(ProjectMemories::isText).count();
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("Kept texts in {} cannot be counted", folder, e);
      return 0;
    }
  }

  /**
   * Sets everything aside that is kept for a connection that is closed in every window; blocks.
   *
   * @return where it is now, for {@link #putBack}; empty when nothing was kept
   */
  public synchronized Optional<Path> setAside(String connection) {
    open.entrySet().stream()
        .filter(entry -> entry.getKey().connection().equals(connection))
        .forEach(entry -> entry.getValue().flush());
    open.keySet().removeIf(scope -> scope.connection().equals(connection));
    Path folder = folderOf(connection);
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    Path aside =
        root.resolveSibling(REMOVED)
            .resolve(folder.getFileName() + "-" + System.currentTimeMillis());
    if (!move(folder, aside)) {
      return Optional.empty();
    }
    dateNow(aside);
    return Optional.of(aside);
  }

  /** Deletes what was set aside long ago; blocks. */
  public synchronized void forgetOld(Instant now) {
    Path removed = root.resolveSibling(REMOVED);
    if (!Files.isDirectory(removed)) {
      return;
    }
    try (Stream<Path> folders = Files.list(removed)) {
      for (Path folder : folders.toList()) {
        if (Files.getLastModifiedTime(folder).toInstant().isBefore(now.minus(KEPT))) {
          delete(folder);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("What was set aside in {} could not be cleared", removed, e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Takes back what was set aside; blocks. */
  public synchronized void putBack(String connection, Path aside) {
    if (!Files.exists(folderOf(connection))) {
      move(aside, folderOf(connection));
    }
  }

  /** Writes at once what waits, at the end of the program. UI thread. */
  public synchronized void flush() {
    open.values().forEach(ProjectMemory::flush);
  }

  /** Work of before goes to the first project that is opened on its connection. */
  private void claim(Path folder) {
    Path unclaimed = folder.resolveSibling(UNCLAIMED);
    if (Files.isDirectory(unclaimed) && !Files.exists(folder)) {
      try {
        Files.move(unclaimed, folder);
      } catch (IOException e) {
        LOG.warn("Work kept in {} could not be taken over", unclaimed, e);
      }
    }
  }

  private static boolean isText(Path file) {
    try {
      return file.resolveSibling("").endsWith(ProjectMemory.TEXTS) && Files.size(file) > 0;
    } catch (IOException gone) {
      return false;
    }
  }

  /** Its age counts from the removal. */
  private static void dateNow(Path folder) {
    try {
      Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
    } catch (IOException e) {
      LOG.warn("{} keeps its old date", folder, e);
    }
  }

  private static boolean move(Path from, Path to) {
    try {
      Files.createDirectories(to.getParent());
      Files.move(from, to);
      return true;
    } catch (IOException e) {
      LOG.warn("{} could not be moved to {}", from, to, e);
      return false;
    }
  }

  private Path folderOf(String connection) {
    return root.resolve(FileName.of(connection));
  }
}
