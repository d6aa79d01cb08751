package io.tenantry.app.settings;

import io.tenantry.app.tasks.TaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The memories of all projects: each in a folder of its own, {@code projects/CONNECTION/PROJECT},
 * and in one object only, so that a file has one writer. Any thread.
 */
public final class ProjectMemories {
  /** Stands for the project of work that was kept before work belonged to projects. */
  static final String UNCLAIMED = "unclaimed";

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

  private Path folderOf(String connection) {
    return root.resolve(FileName.of(connection));
  }
}
