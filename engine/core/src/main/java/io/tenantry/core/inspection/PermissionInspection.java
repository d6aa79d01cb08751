package io.tenantry.core.inspection;

import io.tenantry.core.files.DataFolder;
import io.tenantry.core.files.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks whether others than the owner may read or write what is in the folder. */
public final class PermissionInspection implements Inspection {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  @Override
  public void run(Inspected folder, Findings findings) {
    DataFolder data = folder.folder();
    if (!data.root().getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Stream.concat(
            Stream.of(data.secretKey()), ExpectedFiles.withCompanions(data.catalog()).stream())
        .filter(PermissionInspection::isOpen)
        .forEach(file -> add(Severity.ERROR, file, List.of(file), findings));
    Stream.concat(
            Stream.of("workspaces", "hosts", "backups", "archives", "query-logs")
                .map(data.root()::resolve),
            folder.places().storageRoots().stream()
                .filter(storage -> !storage.startsWith(data.root())))
        .forEach(area -> lookBelow(folder, area, findings));
  }

  private static void lookBelow(Inspected folder, Path area, Findings findings) {
    List<Path> open = new ArrayList<>();
    boolean isOutside = !area.startsWith(folder.folder().root());
    FileWalk.below(
        area,
        file -> {
          boolean isOurs = !isOutside || folder.expected().contains(file);
          if (isOurs && isOpen(file)) {
            open.add(file);
          }
        });
    if (!open.isEmpty()) {
      add(Severity.WARNING, area, open, findings);
    }
  }

  private static void add(Severity severity, Path where, List<Path> open, Findings findings) {
    findings.add(
        severity,
        "permissions",
        where,
        "Others than the owner may read or write %d %s, for example %s"
            .formatted(
                open.size(), open.size() == 1 ? "file" : "files", findings.name(open.getFirst())),
        new Fix.OwnerOnly(open));
  }

  private static boolean isOpen(Path file) {
    try {
      return !Collections.disjoint(Files.getPosixFilePermissions(file), OTHERS);
    } catch (NoSuchFileException _) {
      return false; // SQLite has it only while the database is open
    } catch (IOException e) {
      throw FileFailures.of("read", file, e);
    }
  }
}
