package io.tenantry.core.workspaces;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.blueprints.BlueprintVersionRows;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.files.FileFailures;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts workspaces in order after a crash: finishes or takes back versions that were being made
 * ({@link VersionMaking}), and clears away files that no row names ({@link WorkspaceRegistry}).
 */
final class WorkspaceRecovery {
  private static final Logger LOG = LoggerFactory.getLogger(WorkspaceRecovery.class);

  private final Catalog catalog;
  private final DataFolder folder;
  private final Sqlite sqlite;

  WorkspaceRecovery(Catalog catalog, DataFolder folder, Sqlite sqlite) {
    this.catalog = catalog;
    this.folder = folder;
    this.sqlite = sqlite;
  }

  void run() {
    for (Path folder : entries(workspaces())) {
      projectOf(folder).ifPresent(project -> recover(project, folder));
    }
  }

  private Path workspaces() {
    return folder.root().resolve("workspaces");
  }

  private void recover(ProjectId project, Path folder) {
    Set<WorkspaceName> known =
        catalog.read(handle -> WorkspaceRepository.list(handle, project)).stream()
            .map(WorkspaceRow::name)
            .collect(Collectors.toSet());
    for (Path file : entries(folder)) {
      String name = nameOf(file);
      if (name.endsWith(AtomicFiles.TEMPORARY_SUFFIX)) {
        AtomicFiles.delete(file);
      } else if (name.endsWith(WorkspaceFiles.DATABASE_SUFFIX)) {
        workspaceOf(file)
            .filter(workspace -> !known.contains(workspace))
            .ifPresent(_ -> clearUnnamed(file));
      } else if (name.endsWith(WorkspaceFiles.NOTE_SUFFIX)) {
        Path database = file.resolveSibling(without(name, WorkspaceFiles.NOTE_SUFFIX));
        workspaceOf(database)
            .filter(known::contains)
            .ifPresent(workspace -> finish(project, workspace, database, readNote(file)));
        AtomicFiles.delete(file);
      }
    }
  }

  /**
   * An empty file is what a creation leaves that was cut short. One with a schema may be the work
   * of somebody who put an older catalog back, so it is kept beside, where nothing reads it.
   */
  private void clearUnnamed(Path database) {
    if (isEmpty(database)) {
      LOG.info("Deleting {}, which no workspace names and which is empty", database);
      WorkspaceFiles.deleteAll(database);
      return;
    }
    Path aside = WorkspaceFiles.setAside(database);
    LOG.warn("{} is named by no workspace; it is kept as {}", database, aside);
  }

  private boolean isEmpty(Path file) {
    try (SqliteDatabase database = sqlite.open(OpenOptions.engine(file))) {
      return database.queryLong("SELECT count(*) FROM sqlite_schema") == 0;
    } catch (EngineException unreadable) {
      LOG.warn("{} cannot be read: {}", file, unreadable.message());
      return false;
    }
  }

  /** Takes a version back that the workspace never kept. */
  private void finish(ProjectId project, WorkspaceName name, Path database, int minor) {
    Optional<WorkspaceRow.BlueprintState> state =
        catalog
            .read(handle -> WorkspaceRepository.find(handle, project, name))
            .flatMap(WorkspaceRow::blueprint)
            .filter(blueprint -> blueprint.latestMinor() == minor);
    if (state.isEmpty() || userVersion(database) == minor) {
      return;
    }
    LOG.warn("Taking back version 1.{} of {}, which was cut short", minor, name);
    boolean takenBack =
        catalog.write(handle -> BlueprintVersionRows.takeBack(handle, state.get().id(), minor));
    if (!takenBack) {
      LOG.error("Version 1.{} of {} stays: tenants have it, its workspace does not", minor, name);
    }
  }

  private int userVersion(Path file) {
    try (SqliteDatabase database = sqlite.open(OpenOptions.engine(file))) {
      return database.userVersion();
    }
  }

  private static int readNote(Path note) {
    try {
      return Integer.parseInt(Files.readString(note).strip());
    } catch (NumberFormatException damaged) {
      LOG.warn("The note {} is damaged and has no effect", note);
      return -1;
    } catch (IOException e) {
      throw FileFailures.of("read", note, e);
    }
  }

  /** Lists a folder, or nothing when it is missing. */
  private static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw FileFailures.of("read", folder, e);
    }
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String without(String name, String suffix) {
    return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
  }

  /** Files whose names this engine never gives are somebody else's and stay. */
  private static Optional<WorkspaceName> workspaceOf(Path database) {
    try {
      return Optional.of(
          new WorkspaceName(without(nameOf(database), WorkspaceFiles.DATABASE_SUFFIX)));
    } catch (EngineException notOurs) {
      return Optional.empty();
    }
  }

  private static Optional<ProjectId> projectOf(Path folder) {
    try {
      return Optional.of(new ProjectId(nameOf(folder)));
    } catch (EngineException notOurs) {
      return Optional.empty();
    }
  }
}
