package io.tenantry.core.workspaces;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSettings;
import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.files.FileFailures;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The database files of workspaces, and the notes beside them about versions being made. */
final class WorkspaceFiles {
  static final String DATABASE_SUFFIX = ".db";
  static final String NOTE_SUFFIX = ".pending";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final DataFolder folder;
  private final TenantDatabases databases;

  WorkspaceFiles(DataFolder folder, TenantDatabases databases) {
    this.folder = folder;
    this.databases = databases;
  }

  Path path(ProjectId project, WorkspaceName name) {
    return folder.workspace(project, name);
  }

  /** Returns the database with the limits of its workspace. */
  DatabaseFile database(ProjectId project, WorkspaceName name, WorkspaceSettings settings) {
    return new DatabaseFile(path(project, name), Profile.WORKSPACE, settings.maxConnections());
  }

  /** Runs work while nobody has the database open or can open it. */
  <T> T alone(ProjectId project, WorkspaceName name, Supplier<T> work) {
    return databases.withClosed(path(project, name), Deadline.in(PATIENCE), work);
  }

  /** Writes a new database; only inside {@link #alone}. */
  void create(ProjectId project, WorkspaceName name, byte[] image) {
    AtomicFiles.write(path(project, name), image);
  }

  /** Deletes a database and what belongs to it; only inside {@link #alone}. */
  void delete(ProjectId project, WorkspaceName name) {
    deleteAll(path(project, name));
  }

  static void deleteAll(Path database) {
    String name = String.valueOf(database.getFileName());
    AtomicFiles.delete(note(database));
    AtomicFiles.delete(database.resolveSibling(name + "-wal"));
    AtomicFiles.delete(database.resolveSibling(name + "-shm"));
    AtomicFiles.delete(database);
  }

  /** Gives a database another name, under which nothing takes it for a workspace. */
  static Path setAside(Path database) {
    String name = String.valueOf(database.getFileName());
    Path aside = database.resolveSibling(name + ".unnamed-" + System.currentTimeMillis());
    try {
      for (String part : List.of("-wal", "-shm", "")) {
        Path from = database.resolveSibling(name + part);
        if (Files.exists(from)) {
          Files.move(from, aside.resolveSibling(aside.getFileName() + part));
        }
      }
    } catch (IOException e) {
      throw FileFailures.of("rename", database, e);
    }
    return aside;
  }

  /** Notes durably that a version is about to be stored. */
  static void note(Path database, int minor) {
    AtomicFiles.write(note(database), Integer.toString(minor).getBytes(StandardCharsets.US_ASCII));
  }

  /** Removes the note: the version is stored, or never was. */
  static void forget(Path database) {
    AtomicFiles.delete(note(database));
  }

  private static Path note(Path database) {
    return database.resolveSibling(database.getFileName() + NOTE_SUFFIX);
  }
}
