package io.tenantry.core.backups;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.files.FileFailures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the files of backups lie. Any thread.
 *
 * <pre>
 * backups/{project}/{storage path}          the compressed database
 * backups/{project}/{storage path}.sha256   its checksum, as sha256sum writes it
 * backups/.scratch/                         what is being put together or looked at
 * </pre>
 */
final class BackupFiles {
  private static final Logger LOG = LoggerFactory.getLogger(BackupFiles.class);
  static final String CHECKSUM_SUFFIX = ".sha256";
  private static final List<String> COMPANIONS = List.of("-journal", "-wal", "-shm");

  private final DataFolder folder;

  BackupFiles(DataFolder folder) {
    this.folder = folder;
  }

  /** Returns the compressed file of a backup. */
  Path of(BackupRow backup) {
    return of(backup.project(), backup.storagePath());
  }

  private Path of(ProjectId project, String storagePath) {
    return folder.backups(project).resolve(storagePath);
  }

  /** Returns a new empty file for the owner only, to be given to {@link #discard} in the end. */
  Path scratch() {
    AtomicFiles.createFolder(folder.backupScratch());
    Path file = folder.backupScratch().resolve(UUID.randomUUID().toString());
    AtomicFiles.createEmpty(file);
    return file;
  }

  /** Deletes a scratch file and what SQLite put beside it. */
  void discard(Path scratch) {
    try {
      AtomicFiles.delete(scratch);
      for (String companion : COMPANIONS) {
        AtomicFiles.delete(scratch.resolveSibling(scratch.getFileName() + companion));
      }
    } catch (EngineException e) {
      LOG.warn("A scratch file stays until the next start: {}", e.message());
    }
  }

  /** Deletes what a crash left half made. */
  void discardAll() {
    AtomicFiles.deleteTree(folder.backupScratch());
  }

  /** Gives a finished and synced scratch file its name, the checksum first; durable on return. */
  void publish(Path packed, BackupRow backup, String sha256) {
    Path file = of(backup);
    String line = sha256 + "  " + file.getFileName() + "\n";
    AtomicFiles.write(checksumOf(file), line.getBytes(StandardCharsets.UTF_8));
    try {
      Files.move(packed, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw FileFailures.of("write", file, e);
    }
    Path project = folder.backups(backup.project());
    for (Path at = file.getParent(); at != null && at.startsWith(project); at = at.getParent()) {
      AtomicFiles.syncFolder(at);
    }
  }

  /** Deletes the files of a backup, and its folder when it was the last in it. */
  void delete(BackupRow backup) {
    Path file = of(backup);
    AtomicFiles.delete(file);
    AtomicFiles.delete(checksumOf(file));
    Path date = file.getParent();
    if (date != null) {
      AtomicFiles.syncFolder(date);
      deleteEmpty(date);
    }
  }

  private static void deleteEmpty(Path date) {
    try {
      Files.deleteIfExists(date);
    } catch (IOException stillInUse) {
      LOG.trace("{} holds other backups", date, stillInUse);
    }
  }

  private static Path checksumOf(Path file) {
    return file.resolveSibling(file.getFileName() + CHECKSUM_SUFFIX);
  }
}
