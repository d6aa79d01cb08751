package io.tenantry.core.inspection;

import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.files.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Carries fixes out, and keeps a list of what it did. Each is whole by itself, so that a crash
 * leaves some done and the others to the next repair.
 */
final class Repairs {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss").withZone(ZoneOffset.UTC);

  private final DataFolder folder;
  private final Findings names;
  private final List<Path> storageRoots;
  private final String lostName;
  private final List<String> steps = new ArrayList<>();

  Repairs(DataFolder folder, Findings names, List<Path> storageRoots, Instant now) {
    this.folder = folder;
    this.names = names;
    this.storageRoots = List.copyOf(storageRoots);
    this.lostName = NAME.format(now);
  }

  /** Carries fixes out; returns what was done. */
  List<String> run(List<Fix> fixes) {
    List<Fix.Correct> corrections = new ArrayList<>();
    for (Fix fix : fixes) {
      switch (fix) {
        case Fix.MoveAside(List<Path> paths) -> paths.forEach(this::moveAside);
        case Fix.Delete(Path path) -> delete(path);
        case Fix.OwnerOnly(List<Path> paths) -> paths.forEach(this::keepFromOthers);
        case Fix.Correct correct -> corrections.add(correct);
      }
    }
    if (!corrections.isEmpty()) {
      try (Catalog catalog = Catalog.open(folder.catalog())) {
        for (Fix.Correct correct : corrections) {
          catalog.execute(correct.change());
          steps.add("catalog: " + correct.says());
        }
      }
    }
    return List.copyOf(steps);
  }

  private void moveAside(Path file) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Path base = baseOf(file);
    Path target =
        base.resolve(DataFolder.LOST_AND_FOUND).resolve(lostName).resolve(base.relativize(file));
    try {
      Path parent = Optional.ofNullable(target.getParent()).orElse(base);
      AtomicFiles.createFolder(parent);
      Files.move(file, target);
      AtomicFiles.syncFolder(parent);
    } catch (IOException e) {
      throw FileFailures.of("move", file, e);
    }
    steps.add("moved %s to %s".formatted(names.name(file), names.name(target)));
  }

  /** Files stay on their disk, so that moving one is a rename whatever its size. */
  private Path baseOf(Path file) {
    return storageRoots.stream()
        .filter(root -> !root.startsWith(folder.root()))
        .filter(file::startsWith)
        .findFirst()
        .orElse(folder.root());
  }

  private void delete(Path file) {
    AtomicFiles.delete(file);
    steps.add("deleted " + names.name(file));
  }

  private void keepFromOthers(Path file) {
    try {
      if (Files.exists(file)) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        steps.add("took %s from others".formatted(names.name(file)));
      }
    } catch (IOException e) {
      throw FileFailures.of("change the permissions of", file, e);
    }
  }
}
