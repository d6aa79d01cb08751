package io.tenantry.core.inspection;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks whether the disks of the folder and of the regions are nearly full. */
public final class SpaceInspection implements Inspection {
  private static final long FEW_BYTES = 256L << 20;

  @Override
  public void run(Inspected folder, Findings findings) {
    Stream.concat(
            Stream.of(folder.folder().root()),
            folder.places().storageRoots().stream().filter(Files::isDirectory))
        .forEach(place -> look(place, free(place), findings));
  }

  private static void look(Path place, Optional<Long> free, Findings findings) {
    if (free.isEmpty()) {
      findings.note("space_unknown", place, "The system does not tell how much space is free here");
    } else if (free.get() < FEW_BYTES) {
      findings.add(
          Severity.WARNING,
          "disk_full",
          place,
          "Only %d MB are free here; writes fail when they are used up"
              .formatted(free.get() >> 20));
    }
  }

  /**
   * Returns how many bytes this process may still write at a place; empty where the system does not
   * tell. Asked by the path, not by its mount: a chroot or container may not know of any.
   */
  static Optional<Long> free(Path place) {
    File file = place.toFile();
    long total = file.getTotalSpace();
    return total > 0 ? Optional.of(file.getUsableSpace()) : Optional.empty();
  }
}
