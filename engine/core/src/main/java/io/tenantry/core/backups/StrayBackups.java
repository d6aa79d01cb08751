package io.tenantry.core.backups;

import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.inspection.FileWalk;
import io.tenantry.core.inspection.Findings;
import io.tenantry.core.inspection.Fix;
import io.tenantry.core.inspection.Inspected;
import io.tenantry.core.inspection.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Finds files of backups that no row knows. Rows are read folder by folder, which is one instant of
 * one project, so that memory does not grow with the number of backups.
 */
final class StrayBackups {
  private final Inspected folder;
  private final Findings findings;
  private final Path root;
  private Path looked = Path.of("");
  private Set<String> known = Set.of();

  StrayBackups(Inspected folder, Findings findings) {
    this.folder = folder;
    this.findings = findings;
    this.root = folder.folder().root().resolve("backups");
  }

  void run() {
    FileWalk.below(root, this::look);
  }

  private void look(Path file) {
    Path inside = root.relativize(file);
    boolean goes =
        file.startsWith(folder.folder().backupScratch()) || folder.expected().contains(file);
    if (goes) {
      return;
    }
    String name = inside.toString().replace('\\', '/');
    if (name.endsWith(AtomicFiles.TEMPORARY_SUFFIX)) {
      findings.add(
          Severity.WARNING,
          "temporary_file",
          file,
          "A crash left this file half written; it was never in use",
          new Fix.Delete(file));
    } else if (!isKnown(file, name)) {
      findings.add(
          Severity.WARNING,
          "stray_backup",
          file,
          "No row of the catalog knows this backup",
          new Fix.MoveAside(List.of(file)));
    }
  }

  private boolean isKnown(Path file, String name) {
    int slash = name.indexOf('/');
    int last = name.lastIndexOf('/');
    if (slash < 0 || slash == last) {
      return false;
    }
    Path parent = AtomicFiles.folderOf(file);
    if (!looked.equals(parent)) {
      looked = parent;
      known =
          folder
              .catalog()
              .read(
                  handle ->
                      BackupInspectionRepository.inFolder(
                          handle, name.substring(0, slash), name.substring(slash + 1, last)));
    }
    String path = name.substring(slash + 1);
    return known.contains(
        path.endsWith(BackupFiles.CHECKSUM_SUFFIX)
            ? path.substring(0, path.length() - BackupFiles.CHECKSUM_SUFFIX.length())
            : path);
  }
}
