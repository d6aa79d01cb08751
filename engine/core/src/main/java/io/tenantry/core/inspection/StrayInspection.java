package io.tenantry.core.inspection;

import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.files.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for files that nothing knows, where tenants and workspaces have theirs and in the data
 * folder itself. To be run behind those who say which files are expected.
 */
public final class StrayInspection implements Inspection {
  private static final Set<String> AT_TOP =
      Set.of(
          "catalog.db",
          "catalog.db-wal",
          "catalog.db-shm",
          "engine.lock",
          "engine.sock",
          "secret.key",
          "logs",
          "workspaces",
          "hosts",
          "images",
          "backups",
          "archives",
          "query-logs",
          "imports",
          "trials",
          DataFolder.LOST_AND_FOUND);

  @Override
  public void run(Inspected folder, Findings findings) {
    Path root = folder.folder().root();
    lookAtTop(root, findings);
    if (!folder.expected().isComplete()) {
      return;
    }
    FileWalk.below(root.resolve("workspaces"), file -> look(folder, file, findings));
    FileWalk.below(root.resolve("hosts"), file -> look(folder, file, findings));
    folder.places().storageRoots().stream()
        .filter(storage -> !storage.startsWith(root.resolve("hosts")))
        .forEach(storage -> lookOutside(folder, storage, findings));
  }

  private static void lookAtTop(Path root, Findings findings) {
    try (Stream<Path> entries = Files.list(root)) {
      for (Path entry : entries.sorted().toList()) {
        String name = String.valueOf(entry.getFileName());
        if (name.endsWith(AtomicFiles.TEMPORARY_SUFFIX)) {
          addTemporary(entry, findings);
        } else if (!AT_TOP.contains(name)) {
          findings.note("unknown_file", entry, "It is none of this engine; it stays");
        }
      }
    } catch (IOException e) {
      throw FileFailures.of("read", root, e);
    }
  }

  /** Others may keep things on a disk that a region has; only what looks like ours is judged. */
  private static void lookOutside(Inspected folder, Path storage, Findings findings) {
    FileWalk.below(
        storage,
        file -> {
          Path database = ExpectedFiles.databaseOf(file).orElse(file);
          if (folder.places().dedicated(database).isPresent()) {
            look(folder, file, findings);
          }
        });
  }

  private static void look(Inspected folder, Path file, Findings findings) {
    ExpectedFiles expected = folder.expected();
    if (expected.contains(file)) {
      return;
    }
    Optional<Path> database = ExpectedFiles.databaseOf(file);
    if (String.valueOf(file.getFileName()).endsWith(AtomicFiles.TEMPORARY_SUFFIX)) {
      addTemporary(file, findings);
    } else if (expected.isMissingElsewhere(database.orElse(file))) {
      findings.add(
          Severity.ERROR,
          "misplaced_file",
          file,
          "A database of this name is missing elsewhere. Check with the settings of the server"
              + " (--config); if they are these, move the file there");
    } else if (database.isEmpty()) {
      findings.add(
          Severity.WARNING,
          "stray_file",
          file,
          "No row of the catalog knows this file",
          new Fix.MoveAside(ExpectedFiles.withCompanions(file)));
    } else if (!expected.contains(database.get()) && !Files.exists(database.get())) {
      addOrphan(file, findings);
    }
  }

  private static void addTemporary(Path file, Findings findings) {
    findings.add(
        Severity.WARNING,
        "temporary_file",
        file,
        "A crash left this file half written; it was never in use",
        new Fix.Delete(file));
  }

  private static void addOrphan(Path file, Findings findings) {
    boolean holdsData = !file.toString().endsWith("-shm") && file.toFile().length() > 0;
    findings.add(
        Severity.WARNING,
        "orphaned_log",
        file,
        "The database that this file belongs to is gone",
        holdsData ? new Fix.MoveAside(List.of(file)) : new Fix.Delete(file));
  }
}
